import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { createBibProblems, nameOfChunk, reportUnclosed } from '../../src/publications/bib-problems.ts';
import { type BibChunk, splitBibFile } from '../../src/publications/split-bib-file.ts';

const place = { line: 2, column: 3, offset: 9 };

test('names the file of a problem, and tells of those beyond the fiftieth once', () => {
  const vfile = new VFile({ path: 'cv.md' });
  const { add, close } = createBibProblems('a.bib', vfile);
  for (let count = 1; count <= 50; count += 1) add('bib-name', { reason: `Problem ${count}`, place });
  close();
  expect(vfile.messages).toHaveLength(50);
  expect(vfile.messages[49]).toMatchObject({ name: 'a.bib:2:3', ruleId: 'bib-name', reason: 'Problem 50' });
  for (let count = 51; count <= 53; count += 1) add('bib-name', { reason: `Problem ${count}`, place });
  close();
  expect(vfile.messages.slice(50)).toMatchObject([
    { name: 'a.bib:1:1', ruleId: 'bib-syntax', reason: 'Cannot list 3 more problems of `a.bib`' },
  ]);
});

test.each([
  ['@article{icml, title={x}}', 'the entry `icml`'],
  ['@article{ icml:25 , title={x}}', 'the entry `icml:25`'],
  ['@article{title={x}}', 'the entry `title`'],
  ['@article{, title={x}}', 'the entry `@article{`'],
  ['@article()', 'the entry `@article(`'],
  ['@string{icml = "x"}', 'the string `icml`'],
  ['@string{}', 'the `@string`'],
  ['@comment{icml}', 'the `@comment`'],
  ['@preamble{"x"}', 'the `@preamble`'],
])('calls %s %s', (text, expected) => {
  expect(nameOfChunk(splitBibFile(text)[0] as BibChunk, text)).toBe(expected);
});

test.each([
  ['@a{k, f={x}\n', '0-3 Cannot find the `}` that ends the entry `k`, it is read up to the next one'],
  ['@a(k, f={x}\n', '0-3 Cannot find the `)` that ends the entry `k`, it is read up to the next one'],
  ['@a{k, f={x}, g={y\n', '15-16 Cannot read the entry `k`, the brace that opens here is not closed'],
])('tells what is not closed in %j', (text, expected) => {
  const told: string[] = [];
  reportUnclosed(
    splitBibFile(text)[0] as BibChunk,
    text,
    (code, { reason, note, place: at }) => {
      expect({ code, note }).toEqual({ code: 'bib-syntax', note: expect.any(String) });
      const { start, end } = at as ReturnType<typeof positionOf>;
      told.push(`${start.offset}-${end.offset} ${reason}`);
    },
    positionOf,
  );
  expect(told).toEqual([expected]);
});

function positionOf(start: number, end: number): Record<'start' | 'end', typeof place> {
  const pointAt = (offset: number): typeof place => ({ line: 1, column: offset + 1, offset });
  return { start: pointAt(start), end: pointAt(end) };
}

test('says whether there is room for another problem', () => {
  const { add, hasRoom } = createBibProblems('a.bib', new VFile());
  for (let count = 1; count < 50; count += 1) add('bib-name', { reason: `Problem ${count}`, place });
  expect(hasRoom()).toBe(true);
  add('bib-name', { reason: 'Problem 50', place });
  expect(hasRoom()).toBe(false);
});
