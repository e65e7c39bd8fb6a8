import type { SectionTitles } from '../section-kinds.ts';

export const ar: SectionTitles = {
  summary: 'نبذة|الملخص',
  work: 'الخبرة|الخبرات|الخبرة العملية',
  volunteer: 'العمل التطوعي',
  education: 'التعليم|المؤهلات',
  projects: 'المشاريع',
  publications: 'المنشورات',
  awards: 'الجوائز',
  certificates: 'الشهادات',
  skills: 'المهارات',
  languages: 'اللغات',
  interests: 'الاهتمامات',
  references: 'المراجع',
  further: 'معلومات إضافية',
};
