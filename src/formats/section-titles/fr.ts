import type { SectionTitles } from '../section-kinds.ts';

export const fr: SectionTitles = {
  summary: 'Profil|À propos|Résumé',
  work: 'Expérience professionnelle|Expérience|Expériences|Expériences professionnelles|Parcours professionnel',
  volunteer: 'Bénévolat|Engagement associatif',
  education: 'Formation|Formations|Éducation|Études',
  projects: 'Projets',
  publications: 'Publications',
  awards: 'Distinctions|Prix|Récompenses',
  certificates: 'Certifications|Certificats',
  skills: 'Compétences',
  languages: 'Langues',
  interests: 'Centres d’intérêt|Loisirs',
  references: 'Références',
  further: 'Autres informations',
};
