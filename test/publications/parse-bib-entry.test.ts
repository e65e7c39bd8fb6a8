import fc from 'fast-check';
import type { bibtexParser } from 'latex-utensils';
import { parse } from 'latex-utensils/out/src/bibtex/bibtex_parser_simple.js';
import { expect, test } from 'vitest';
import { parseBibEntry } from '../../src/publications/parse-bib-entry.ts';

const pieces = [
  '{',
  '}',
  '{a}',
  '"',
  '"b {"} c"',
  '=',
  ',',
  '#',
  '%',
  '\n',
  ' ',
  'word',
  '12',
  'x=',
  ',y={',
  '},',
];
const body = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((all) => all.join(''));

/** Values by field as the grammar reads them when it sees all of the text; nothing where it refuses. */
function readWhole(text: string): unknown {
  try {
    const [entry] = parse(text).content as bibtexParser.Entry[];
    return entry?.content.map(({ name, value }) => [
      name.toLowerCase(),
      (value.kind === 'concat' ? value.content : [value]).map(({ content }) => content),
    ]);
  } catch {
    return undefined;
  }
}

test('an entry whose values are hidden from the grammar is read as one whose are not', () => {
  fc.assert(
    fc.property(body, (text) => {
      const entry = `@a{k, f={${text}}, ${text}}`;
      const whole = readWhole(entry);
      const parsed = parseBibEntry(entry, 2);
      if (whole === undefined || 'reason' in parsed) return;
      expect(parsed.fields.map(({ name, pieces }) => [name, pieces.map((piece) => piece.text)])).toEqual(
        whole,
      );
      for (const { kind, text: value, start, end } of parsed.fields.flatMap((field) => field.pieces)) {
        expect(entry.slice(start, end)).toBe(value);
        if (kind === 'text') expect(entry[start - 1]).toMatch(/["{]/);
      }
    }),
    { numRuns: 2000 },
  );
});

test('what is mended is read, and a refusal has a place', () => {
  fc.assert(
    fc.property(body, (text) => {
      const entry = `@a{${text}}`;
      const parsed = parseBibEntry(entry, 2);
      if ('reason' in parsed) expect(parsed.at).toBeLessThan(entry.length);
      else expect(parsed.fields.every(({ pieces }) => pieces.length > 0)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a comment between two words is no part of a value', () => {
  const text = '@a{k f = two % {\n words, g = {x} % }\n}';
  const two = { kind: 'text', text: 'two words', start: text.indexOf('two'), end: text.indexOf(', g') };
  const x = { kind: 'text', text: 'x', start: text.indexOf('x'), end: text.indexOf('} %') };
  expect(parseBibEntry(text, 2)).toEqual({
    key: 'k',
    fields: [
      { name: 'f', pieces: [two] },
      { name: 'g', pieces: [x] },
    ],
  });
});
