import { expect, test } from 'vitest';
import { areWhole, joinWords, spreadInitials, toNameWords } from '../../src/publications/name-words.ts';

/** Words parted by spaces, syllables by hyphens; a dot behind what is short. */
function show(text: string): string {
  return toNameWords(text)
    .map((word) => word.map(({ folded: [bare], isShort }) => bare + (isShort ? '.' : '')).join('-'))
    .join(' ');
}

test.each([
  ['Jintao', 'jintao'],
  ['Jin-Tao  Müller', 'jin-tao muller'],
  ['J.-T.', 'j.-t.'],
  ['J‐T J‑T J–T', 'j.-t. j.-t. j.-t.'],
  ['J.P. Yu. Alex. Alexa.', 'j. p. yu. alex. alexa'],
  ['É j 三 三.', 'e. j. 三 三.'],
  ["O'Neil D'", 'oneil d.'],
  ['. - 2 ’', '2'],
  ['', ''],
])('takes %j apart', (text, expected) => {
  expect(show(text)).toBe(expected);
});

test.each([
  ['LA', 'L A'],
  ['JRR Maria', 'J R R Maria'],
  ['ÉM', 'É M'],
])('spreads the initials of %s', (text, expected) => {
  expect(spreadInitials(text)).toBe(expected);
});

test.each(['', 'L', 'Maria', 'ABCD', 'A.B.', 'La'])('sees no initials in %j', (text) => {
  expect(spreadInitials(text)).toBeUndefined();
});

test('joins words, and knows whether all are whole', () => {
  expect(joinWords(toNameWords('Jin-Tao Müller'))).toEqual(['jintaomuller', 'jintaomueller']);
  expect(joinWords([])).toEqual(['', '']);
  expect(areWhole(toNameWords('Jin-Tao Müller'))).toBe(true);
  expect(areWhole(toNameWords('Jin-T. Müller'))).toBe(false);
  expect(areWhole([])).toBe(true);
});
