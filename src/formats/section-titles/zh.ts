import type { SectionTitles } from '../section-kinds.ts';

export const zh: SectionTitles = {
  summary: '简介|自我评价|个人简介',
  work: '工作经历|工作经验|工作|职业经历',
  volunteer: '志愿者经历|志愿服务',
  education: '教育背景|教育|教育经历|学历',
  projects: '项目经历|项目经验|项目',
  publications: '论文|发表论文|出版物',
  awards: '获奖经历|荣誉|奖项',
  certificates: '证书|资格证书',
  skills: '技能|专业技能|技能清单',
  languages: '语言|语言能力',
  interests: '兴趣爱好|兴趣',
  references: '推荐人',
  further: '其他信息',
};
