import type { SectionTitles } from '../section-kinds.ts';

export const pl: SectionTitles = {
  summary: 'Profil|O mnie|Podsumowanie',
  work: 'Doświadczenie zawodowe|Doświadczenie',
  volunteer: 'Wolontariat',
  education: 'Wykształcenie|Edukacja',
  projects: 'Projekty',
  publications: 'Publikacje',
  awards: 'Nagrody',
  certificates: 'Certyfikaty',
  skills: 'Umiejętności',
  languages: 'Języki',
  interests: 'Zainteresowania',
  references: 'Referencje',
  further: 'Dodatkowe informacje',
};
