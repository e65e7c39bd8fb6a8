import type { SectionTitles } from '../section-kinds.ts';

export const it: SectionTitles = {
  summary: 'Profilo|Chi sono',
  work: 'Esperienza lavorativa|Esperienza|Esperienze|Esperienze professionali|Esperienza professionale',
  volunteer: 'Volontariato',
  education: 'Istruzione|Formazione',
  projects: 'Progetti',
  publications: 'Pubblicazioni',
  awards: 'Premi|Riconoscimenti',
  certificates: 'Certificati|Certificazioni',
  skills: 'Competenze',
  languages: 'Lingue',
  interests: 'Interessi|Hobby',
  references: 'Referenze',
  further: 'Altre informazioni',
};
