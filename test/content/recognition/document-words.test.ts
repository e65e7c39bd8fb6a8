import { expect, test } from 'vitest';
import { isDocumentWord, stripDocumentWords } from '../../../src/content/recognition/document-words.ts';

test.each([
  'CV',
  'C.V.',
  'Curriculum Vitae',
  'Curriculum Vitæ',
  'Résumé',
  'resume',
  'My Resume',
  'Lebenslauf',
  'Tabellarischer Lebenslauf',
  'Currículum',
  'Hoja de vida',
  'Резюме',
  '简历',
  '个人简历',
  '履歴書',
  '職務経歴書',
  '이력서',
  'السيرة الذاتية',
  'CV –',
])('knows %j as a word for the document', (title) => {
  expect(isDocumentWord(title)).toBe(true);
});

test.each(['Ada Lovelace', 'CV Raman', 'Vitali', 'Engineer', ''])('takes %j for no such word', (title) => {
  expect(isDocumentWord(title)).toBe(false);
});

test.each([
  ["Ada Lovelace's CV", 'Ada Lovelace'],
  ['Ada Lovelace’s Résumé', 'Ada Lovelace'],
  ['CV – Ada Lovelace', 'Ada Lovelace'],
  ['Resume of Ada Lovelace', 'Ada Lovelace'],
  ['Lebenslauf von Ada Lovelace', 'Ada Lovelace'],
  ['Ada Lovelace | Curriculum Vitae', 'Ada Lovelace'],
  ['Sample Résumé', 'Sample'],
  ['张三的简历', '张三'],
  ['佐藤花子の職務経歴書', '佐藤花子'],
  ['Jane_Doe_CV', 'Jane Doe'],
  ['my-resume', ''],
  ['Vitali Cvetko', 'Vitali Cvetko'],
  ['CV', ''],
])('strips %j to %j', (title, stripped) => {
  expect(stripDocumentWords(title)).toBe(stripped);
});
