import type { SectionTitles } from '../section-kinds.ts';

export const ko: SectionTitles = {
  summary: '자기소개|소개',
  work: '경력',
  volunteer: '자원봉사|봉사활동',
  education: '학력',
  projects: '프로젝트',
  publications: '논문',
  awards: '수상|수상 경력',
  certificates: '자격증',
  skills: '기술',
  languages: '언어|외국어',
  interests: '관심사|취미',
  references: '추천인',
  further: '기타',
};
