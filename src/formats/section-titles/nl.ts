import type { SectionTitles } from '../section-kinds.ts';

export const nl: SectionTitles = {
  summary: 'Profiel|Over mij',
  work: 'Werkervaring|Ervaring',
  volunteer: 'Vrijwilligerswerk',
  education: 'Opleiding|Opleidingen',
  projects: 'Projecten',
  publications: 'Publicaties',
  awards: 'Prijzen|Onderscheidingen',
  certificates: 'Certificaten',
  skills: 'Vaardigheden',
  languages: 'Talen',
  interests: 'Interesses|Hobby’s',
  references: 'Referenties',
  further: 'Overige informatie',
};
