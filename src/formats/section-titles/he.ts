import type { SectionTitles } from '../section-kinds.ts';

export const he: SectionTitles = {
  summary: 'תקציר|אודות',
  work: 'ניסיון תעסוקתי|ניסיון|ניסיון מקצועי',
  volunteer: 'התנדבות',
  education: 'השכלה',
  projects: 'פרויקטים',
  publications: 'פרסומים',
  awards: 'פרסים',
  certificates: 'תעודות|הסמכות',
  skills: 'כישורים|מיומנויות',
  languages: 'שפות',
  interests: 'תחומי עניין',
  references: 'ממליצים',
  further: 'מידע נוסף',
};
