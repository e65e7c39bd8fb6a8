import type { SectionTitles } from '../section-kinds.ts';

export const es: SectionTitles = {
  summary: 'Perfil|Sobre mí|Resumen',
  work: 'Experiencia profesional|Experiencia|Experiencia laboral',
  volunteer: 'Voluntariado',
  education: 'Educación|Formación|Formación académica',
  projects: 'Proyectos',
  publications: 'Publicaciones',
  awards: 'Premios|Reconocimientos',
  certificates: 'Certificados|Certificaciones',
  skills: 'Habilidades|Competencias',
  languages: 'Idiomas',
  interests: 'Intereses|Aficiones',
  references: 'Referencias',
  further: 'Información adicional',
};
