import { expect, test } from 'vitest';
import { breakLongWords } from '../../src/latex/break-words.ts';

const words: [source: string, shown: string][] = [
  ['согласование/прототипирование', 'согласование/|прототипирование'],
  ['Beschaffung/Lagerhaltung/Versand', 'Beschaffung/|Lagerhaltung/Versand'],
  ['and/or, km/h, design/build', 'and/or, km/h, design/build'],
  ['x'.repeat(61), `${'x'.repeat(20)}|${'x'.repeat(20)}|${'x'.repeat(20)}|x`],
];

test.each(words)('%s', (source, shown) => {
  expect(breakLongWords(source).replaceAll('\u200b', '|')).toBe(shown);
});
