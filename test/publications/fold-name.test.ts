import { expect, test } from 'vitest';
import { foldName, isSameName, joinNames, startsWithName } from '../../src/publications/fold-name.ts';

test.each([
  ['Müller', 'muller', 'mueller'],
  ['O’Brien-Smith Jr.', 'obriensmithjr', 'obriensmithjr'],
  ['Ångström', 'angstrom', 'aangstroem'],
  ['Ørsted', 'orsted', 'oersted'],
  ['Łukasz Đorđe Straße', 'lukaszdordestrasse', 'lukaszdordestrasse'],
  ['Æsir Þór Ħal ıŋ ðœ', 'aesirthorhalindoe', 'aesirthorhalindoe'],
  ['Ｊｉｎ', 'jin', 'jin'],
  ['\\\'{e} "1"', 'e1', 'e1'],
  // Vowels of scripts that are marks there.
  ['हिन्दी', 'हिन्दी', 'हिन्दी'],
  ['张三', '张三', '张三'],
  ['*', '', ''],
])('folds %s', (text, bare, spelt) => {
  expect(foldName(text)).toEqual([bare, spelt]);
});

test.each([
  ['Müller', 'MUELLER', true],
  ['Müller', 'Muller', true],
  ['Mueller', 'Muller', false],
  ['Müller', 'Möller', false],
])('compares %s and %s', (one, other, expected) => {
  expect(isSameName(foldName(one), foldName(other))).toBe(expected);
});

test.each([
  ['Jintao', 'j', true],
  ['Örsted', 'Oe', true],
  ['Jintao', '.', false],
  ['J', 'Jintao', false],
])('sees how %s begins', (whole, start, expected) => {
  expect(startsWithName(foldName(whole), foldName(start))).toBe(expected);
});

test('joins names in both ways to write them', () => {
  expect(joinNames([foldName('Jörg'), foldName('Müller')])).toEqual(['jorgmuller', 'joergmueller']);
  expect(joinNames([])).toEqual(['', '']);
});
