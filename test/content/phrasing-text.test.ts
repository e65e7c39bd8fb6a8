import type { PhrasingContent } from 'mdast';
import { expect, test } from 'vitest';
import {
  hardBreak,
  opaque,
  slicePhrasing,
  toOpenText,
  toPhrasingText,
} from '../../src/content/phrasing-text.ts';
import { cutDate, findDates } from '../../src/content/recognition/find-date.ts';
import { splitLines } from '../../src/content/recognition/split-lines.ts';
import { parseInline, show } from './recognition/phrasing.ts';

const mixed = 'a **b [c *d*](x)** `e`  \n![f](g)';

test('gives every node its place in the text', () => {
  expect(toPhrasingText(parseInline(mixed))).toBe(`a b c d e${hardBreak}${opaque}`);
  expect(toOpenText(parseInline(mixed))).toBe(`a b ${opaque.repeat(3)} ${opaque}${hardBreak}${opaque}`);
});

test.each([
  [0, 9, 'a **b <c *d*>** `e`'],
  [1, 3, ' **b**'],
  [4, 7, '**<c *d*>**'],
  [6, 7, '**<*d*>**'],
  [8, 99, '`e`⏎!<g>'],
  [3, 3, ''],
])('slices from %i to %i', (from, to, expected) => {
  expect(show(slicePhrasing(parseInline(mixed), from, to))).toBe(expected);
});

const places = (source: string, from: number, to: number): unknown[] =>
  slicePhrasing(parseInline(source), from, to).map(({ position }) => [
    position?.start.line,
    position?.start.column,
    position?.end.line,
    position?.end.column,
  ]);

test('keeps the place of a piece, to the letter where the source has each letter', () => {
  expect(places('one two', 4, 7)).toEqual([[1, 5, 1, 8]]);
  expect(places('one\ntwo three', 8, 13)).toEqual([[2, 5, 2, 10]]);
  expect(places('x **one two**', 6, 9)).toEqual([[1, 9, 1, 12]]);
  // An escape or an entity shifts what follows: the whole run's place is the best there is.
  expect(places('a\\* two', 3, 6)).toEqual([[1, 1, 1, 8]]);
  expect(places('a&#10;b\nc', 2, 3)).toEqual([[1, 1, 2, 2]]);
});

test('slices nodes without a place', () => {
  const node: PhrasingContent = { type: 'text', value: 'one two' };
  expect(slicePhrasing([node], 4)).toEqual([{ type: 'text', value: 'two', position: undefined }]);
});

test('drops a line without text', () => {
  const lines = splitLines([{ type: 'break' }, { type: 'text', value: 'one\ntwo' }]);
  expect(lines.map(({ nodes, end }) => [show(nodes), end])).toEqual([
    ['one', 'soft'],
    ['two', 'last'],
  ]);
});

test.each<[source: string, ...found: string[]]>([
  ['Engineer, 2019–2021', '2019–2021'],
  ['2019–2021 Engineer', '2019–2021'],
  ['Engineer (2019–2021), Firm', '2019–2021'],
  ['Engineer | May 2019 | Firm', 'May 2019'],
  ['Engineer May 2019', 'May 2019'],
  ['Engineer 2019–2021 | Firm', '2019–2021'],
  ['Algorithms (2019), Databases (2020)', '2019', '2020'],
  ['清华大学，2016年9月', '2016年9月'],
  ['生于1994年'],
  ['İzmir, 2019–2020', '2019–2020'],
  ['ICLR 2025'],
  ['ICLR 2025, Vienna'],
  ['built in 2019 with care'],
  ['a2019'],
  ['2019a'],
  ['12019'],
  ['used since 2012 by many'],
  [`${'word '.repeat(90)}, 2019`],
  [`The quick brown fox jumps over the lazy dog, May 2019`, 'May 2019'],
])('finds the dates of %j', (source, ...expected) => {
  expect(findDates(source).map(({ text }) => text)).toEqual(expected);
});

test.each([
  ['Engineer (Berlin, 2019–2021) at *Firm*', '2019–2021', ['Engineer ', 'Berlin, ', '', ' at *Firm*']],
  ['Engineer (2019) Firm', '2019', ['Engineer ', '', '', ' Firm']],
  ['**Engineer, 2019 - 2021**', '2019–2021', ['**Engineer, **', '']],
  ['Firm (Berlin, 2019', '2019', ['Firm (Berlin, ', '']],
])('cuts the date out of %j', (source, date, rest) => {
  const nodes = parseInline(source);
  const [found] = findDates(toOpenText(nodes));
  const cut = found && cutDate(nodes, found);
  expect(show(cut?.date.text)).toBe(date);
  expect(cut?.rest.map((piece) => show(piece))).toEqual(rest);
});

test('keeps the file of what stands in another than the CV', () => {
  const position = {
    start: { line: 2, column: 5, file: 'a.bib' },
    end: { line: 3, column: 4, file: 'a.bib' },
  };
  const [cut] = slicePhrasing([{ type: 'text', value: 'one\ntwo', position }], 5, 6);
  expect(cut?.position?.start).toEqual({ line: 3, column: 2, file: 'a.bib' });
});

test('only a span that is marked as a field is closed', () => {
  const children = [{ type: 'text' as const, value: 'a - b' }];
  const span = (classes?: string[]): PhrasingContent => ({
    type: 'span',
    children,
    ...(classes && { data: { attributes: { classes, values: {} } } }),
  });
  expect(toOpenText([span(['field'])])).toBe(opaque.repeat(5));
  expect(toOpenText([span(['optional'])])).toBe('a - b');
  expect(toOpenText([span()])).toBe('a - b');
  expect(toOpenText([{ ...span(), data: {} }])).toBe('a - b');
});
