import type { SectionTitles } from '../section-kinds.ts';

export const zhHant: SectionTitles = {
  summary: '簡介|自我評價',
  work: '工作經歷|工作經驗',
  volunteer: '志工經歷|志願服務',
  education: '教育背景|教育經歷|學歷',
  projects: '專案經歷|項目經歷|專案',
  publications: '論文|發表論文|出版物',
  awards: '獲獎經歷|榮譽|獎項',
  certificates: '證書|證照',
  skills: '技能|專業技能',
  languages: '語言|語言能力',
  interests: '興趣愛好|興趣',
  references: '推薦人',
  further: '其他資訊',
};
