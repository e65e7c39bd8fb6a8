import { expect, test } from 'vitest';
import { fieldLabel, fieldLabels, fieldOfLabel } from '../../src/formats/field-labels.ts';

const languages = 'en de fr es it pt nl pl ru el tr zh zh-Hant ja ko ar he'.split(' ');
test.each(languages)('each field has a label in %s, by which it is found again', (lang) => {
  const labels = fieldLabels.map((field) => fieldLabel(field, lang));
  expect(new Set(labels).size).toBe(fieldLabels.length);
  expect(labels.filter((label) => label.trim() === '')).toEqual([]);
  for (const [index, label] of labels.entries())
    expect([label, fieldOfLabel(label)]).toEqual([label, fieldLabels[index]]);
  // Only names that are the same everywhere are English.
  const english = fieldLabels.map((field) => fieldLabel(field, 'en'));
  if (lang !== 'en') expect(labels.filter((label, index) => label === english[index]).length).toBeLessThan(8);
});

test('forms of a language, languages without words, words of others', () => {
  expect(fieldLabel('score', 'de-CH')).toBe('Note');
  expect(fieldLabel('score', 'zh-TW')).toBe('成績');
  expect(fieldLabel('score', 'zh-Hans')).toBe('成绩');
  expect(fieldLabel('score', 'eo')).toBe('Score');
  expect(fieldOfLabel(' gpa ')).toBe('score');
  expect(fieldOfLabel('Nonsense')).toBeUndefined();
});
