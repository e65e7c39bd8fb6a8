import type { SectionTitles } from '../section-kinds.ts';

export const ja: SectionTitles = {
  summary: '職務要約|自己PR|プロフィール',
  work: '職歴|職務経歴',
  volunteer: 'ボランティア',
  education: '学歴',
  projects: 'プロジェクト',
  publications: '論文|業績',
  awards: '受賞歴|受賞',
  certificates: '資格',
  skills: 'スキル',
  languages: '語学|言語',
  interests: '趣味',
  references: '推薦者',
  further: 'その他',
};
