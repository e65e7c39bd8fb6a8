import { expect, test } from 'vitest';
import { compareWords } from '../../src/compare/compare-words.ts';
import { type PageWord, toPageWords } from '../../src/compare/page-words.ts';
import type { TextItem } from '../../src/pdf/text-pages.ts';

const words = (text: string): PageWord[] =>
  text.split(' ').map((word, index) => ({ text: word, page: 1, x: index, y: 0, width: 1, height: 1 }));

function show(older: string, newer: string): string[] {
  return compareWords(words(older), words(newer)).map(({ removed, added, before, after }) => {
    const text = (some: PageWord[]): string => some.map((word) => word.text).join(' ');
    return `${before.join(' ')} [-${text(removed)}-] {+${text(added)}+} ${after.join(' ')}`;
  });
}

test('what was put in, taken out and replaced, with four words around it', () => {
  expect(show('a b c d e f g h i', 'a b c d e f X g h i')).toEqual(['c d e f [--] {+X+} g h i']);
  expect(show('a b c d e f', 'b c d e f')).toEqual([' [-a-] {++} b c d e']);
  expect(show('a b c d', 'a b c X Y')).toEqual(['a b c [-d-] {+X Y+} ']);
  expect(show('a b', 'a b')).toEqual([]);
});

test('changes that only one word parts are one; two words part them', () => {
  expect(show('a b c d e', 'a X c Y e')).toEqual(['a [-b c d-] {+X c Y+} e']);
  expect(show('a b c d e f', 'a X c d Y f')).toEqual(['a [-b-] {+X+} c d', 'a X c d [-e-] {+Y+} f']);
});

const item = (text: string, x: number, width: number, more: Partial<TextItem> = {}): TextItem => ({
  text,
  page: 1,
  x,
  y: 90,
  width,
  height: 10,
  baseline: 100,
  fontSize: 10,
  font: 'f',
  endsLine: false,
  ...more,
});

function wordsOf(...items: TextItem[]): string[] {
  return toPageWords([{ number: 1, width: 100, height: 100, items }]).map(
    ({ text, x, width }) => `${text}@${x}+${width}`,
  );
}

test('pieces with several words, and words in several pieces', () => {
  expect(wordsOf(item('ab cde', 10, 60))).toEqual(['ab@10+20', 'cde@40+30']);
  expect(wordsOf(item('V', 10, 8), item('ase in', 17.5, 60))).toEqual(['Vase@10+37.5', 'in@57.5+20']);
  expect(wordsOf(item('a', 10, 5), item('b', 18, 5))).toEqual(['a@10+5', 'b@18+5']);
  expect(wordsOf(item('a ', 10, 10), item('b', 20, 5))).toEqual(['a@10+5', 'b@20+5']);
  expect(wordsOf(item('a', 10, 5), item('b', 15, 5, { baseline: 120 }))).toEqual(['a@10+5', 'b@15+5']);
  expect(wordsOf(item('a', 10, 5), item('b', 15, 5, { page: 2 }))).toEqual(['a@10+5', 'b@15+5']);
  expect(wordsOf(item(' ', 10, 5), item('b', 15, 5))).toEqual(['b@15+5']);
});
