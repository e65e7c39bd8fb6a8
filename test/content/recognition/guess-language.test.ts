import { expect, it } from 'vitest';
import { guessLanguage } from '../../../src/content/recognition/guess-language.ts';

it.each([
  ['Ada Lovelace', 'en'],
  ['Zoë 张, Müller', 'en'],
  ['履历 工作经历', 'zh'],
  ['工作經歷 學歷', 'zh-Hant'],
  ['職務経歴 です', 'ja'],
  ['경력 사항 학력', 'ko'],
  ['Опыт работы', 'ru'],
  ['Досвід роботи, освіта', 'uk'],
  ['Εμπειρία', 'el'],
  ['الخبرة المهنية', 'ar'],
  ['سوابق شغلی پژوهشگر', 'fa'],
  ['ניסיון', 'he'],
  ['ประสบการณ์', 'th'],
  ['', 'en'],
])('%j is %s', (text, lang) => {
  expect(guessLanguage(text)).toBe(lang);
});
