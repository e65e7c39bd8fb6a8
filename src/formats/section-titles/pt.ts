import type { SectionTitles } from '../section-kinds.ts';

export const pt: SectionTitles = {
  summary: 'Perfil|Sobre mim|Resumo',
  work: 'Experiência profissional|Experiência',
  volunteer: 'Voluntariado|Trabalho voluntário',
  education: 'Educação|Formação|Formação acadêmica|Formação académica',
  projects: 'Projetos',
  publications: 'Publicações',
  awards: 'Prêmios|Prémios',
  certificates: 'Certificados|Certificações',
  skills: 'Competências|Habilidades',
  languages: 'Idiomas|Línguas',
  interests: 'Interesses',
  references: 'Referências',
  further: 'Outras informações',
};
