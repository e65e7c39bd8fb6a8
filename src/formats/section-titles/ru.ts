import type { SectionTitles } from '../section-kinds.ts';

export const ru: SectionTitles = {
  summary: 'О себе|Профиль',
  work: 'Опыт работы|Опыт',
  volunteer: 'Волонтёрство|Волонтерство',
  education: 'Образование',
  projects: 'Проекты',
  publications: 'Публикации',
  awards: 'Награды',
  certificates: 'Сертификаты',
  skills: 'Навыки|Ключевые навыки',
  languages: 'Языки',
  interests: 'Интересы|Увлечения',
  references: 'Рекомендации',
  further: 'Прочее',
};
