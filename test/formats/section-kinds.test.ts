import { expect, test } from 'vitest';
import { furtherTitle, sectionKindOf, sectionTitle } from '../../src/formats/section-kinds.ts';

const languages = 'de fr es it pt nl pl ru el tr zh zh-Hant zh-TW ja ko ar he'.split(' ');

test.each(languages)('titles in %s are its own, and are found again', (lang) => {
  expect(sectionTitle('education', lang)).not.toBe(sectionTitle('education', 'en'));
  expect(sectionKindOf(sectionTitle('education', lang))).toBe('education');
  expect(furtherTitle(lang)).not.toBe(furtherTitle('en'));
});

test('a language without words of its own has English titles', () => {
  expect([sectionTitle('work', 'eo'), furtherTitle('constructor')]).toEqual([
    'Experience',
    'Further information',
  ]);
});
