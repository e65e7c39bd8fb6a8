import { expect, test } from 'vitest';
import { limitMarks } from '../../../src/content/syntax/limit-marks.ts';
import { parse } from './outline.ts';

const many = '*a '.repeat(2_000);

test('signs up to the limit are Markdown, those after it text', () => {
  expect(limitMarks(many)).toEqual({ edits: [], first: undefined });
  const { edits, first } = limitMarks(`${many}*b [c`);
  expect(edits.map(({ start, end }) => [start, end])).toEqual([
    [6_000, 6_001],
    [6_003, 6_004],
  ]);
  expect(first).toBe(6_000);
});

test('an underscore within a word is none', () => {
  expect(limitMarks(`${many}a_b`).edits).toEqual([]);
  expect(limitMarks(`${many}a_ b`).edits).toHaveLength(1);
});

test('a declaration counts as five hundred', () => {
  expect(limitMarks('<?'.repeat(4)).edits).toEqual([]);
  expect(limitMarks('<!A '.repeat(5)).edits.map(({ start }) => start)).toEqual([16, 17]);
});

test('a parser finds nothing to look at in what is too much, escaped or not', () => {
  const { edits } = limitMarks(`${many}*b \\* <!A &amp; \\# !`);
  expect(edits.map(({ start, end }) => end - start)).toEqual([1, 2, 1, 1, 1, 1]);
});

test.each([
  ['a blank line', '\n\n'],
  ['an item', '\n- '],
  ['a number', '\n12. '],
  ['a heading', '\n## '],
  ['a definition', '\n: '],
  ['a row', '\n| '],
  ['a code block', '\n```\n****\n```\n'],
])('%s begins a paragraph of its own', (_name, between) => {
  expect(limitMarks(`${many}${between}*b*`).edits).toEqual([]);
});

test('a line that goes on with the paragraph does not', () => {
  expect(limitMarks(`${many}\n*b`).edits).toHaveLength(1);
});

test('code blocks are left as they are', () => {
  expect(limitMarks(`${many}\n~~~\n${many}*\n~~~\n`).edits).toEqual([]);
});

test('nothing is lost, and a warning says where it begins', async () => {
  const { tree, problems } = await parse(`${many}*b* \\_ [c](d) <!A\n`);
  expect(problems).toEqual(['1:6001 too-many-marks']);
  expect(tree).toContain('*b* _ [c](d) <!A');
});

test('a paragraph with too many leaves its neighbours as they are', async () => {
  const { tree, problems } = await parse(`- a\n\nTerm\n: b\n\n${many}*b*\n\nTerm\n\n: *c*\n`);
  expect(problems).toEqual(['6:6001 too-many-marks']);
  expect(tree).toMatch(/definition/i);
});
