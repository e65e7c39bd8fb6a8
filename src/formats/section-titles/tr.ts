import type { SectionTitles } from '../section-kinds.ts';

export const tr: SectionTitles = {
  summary: 'Profil|Özet|Hakkımda',
  work: 'İş deneyimi|Deneyim',
  volunteer: 'Gönüllülük',
  education: 'Eğitim',
  projects: 'Projeler',
  publications: 'Yayınlar',
  awards: 'Ödüller',
  certificates: 'Sertifikalar',
  skills: 'Beceriler|Yetenekler',
  languages: 'Diller',
  interests: 'İlgi alanları',
  references: 'Referanslar',
  further: 'Diğer bilgiler',
};
