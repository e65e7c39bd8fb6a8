import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { texAccents } from '../../src/publications/tex-accents.ts';
import { texCommands } from '../../src/publications/tex-commands.ts';
import { texSymbols } from '../../src/publications/tex-symbols.ts';
import { texToPhrasing } from '../../src/publications/tex-to-phrasing.ts';
import { texToText } from '../../src/publications/tex-to-text.ts';

const position = { start: { line: 1, column: 1 }, end: { line: 1, column: 9 } };

/** All that the nodes hold, in order. */
function textOf(node: object): string {
  if ('value' in node) return String(node.value);
  return 'children' in node ? (node.children as object[]).map(textOf).join('') : '';
}

function toPhrasingText(value: string): string {
  return texToPhrasing({ value, position }, new VFile()).map(textOf).join('');
}

const signs = [
  '{',
  '}',
  '$',
  '$$',
  '\\(',
  '\\)',
  '\\',
  '~',
  '--',
  '``',
  "''",
  '^',
  '_',
  '&',
  '<i>',
  '</i>',
  '&amp;',
  '\n',
  ' ',
  '[',
  ']',
  '%',
  '#',
  '"',
  '=',
  '*',
  '\u0301',
  '\\\\',
  "\\'",
  '\\=',
  '<',
  '>',
  '\\unknown',
  '\\unknown{',
  '\\@x',
];
// Their arguments are no text: keys, colours, lengths, definitions.
const dropping = /d/;
const commands = [
  ...[...texCommands].filter(([, { pattern }]) => !dropping.test(pattern)).map(([name]) => name),
  ...[...texSymbols.keys()].filter((name) => name !== ''),
  ...texAccents.keys(),
];
const command = fc
  .constantFrom(...commands)
  .map((name) => (/^[a-z]/i.test(name) ? `\\${name} ` : `\\${name}`));
const word = fc
  .string({ unit: fc.constantFrom(...'abcdefgxyz0189'), minLength: 4, maxLength: 8 })
  .map((letters) => `Q${letters}`);

test('reads anything without a failure and loses no word', () => {
  const pieces = fc.array(
    fc.oneof(
      word.map((text) => ({ text, isWord: true })),
      fc.oneof(fc.constantFrom(...signs), command).map((text) => ({ text, isWord: false })),
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(pieces, (list) => {
      // A word after a command's name would be part of the name; an accent, a script or an argument may part its first letter.
      const value = list.map(({ text, isWord }) => (isWord ? ` ${text} ` : text)).join('');
      const words = list.flatMap(({ text, isWord }) => (isWord ? [text.slice(1)] : []));
      for (const text of [texToText(value), toPhrasingText(value)]) {
        const letters = text.normalize('NFD').replace(/[^A-Za-z0-9]/g, '');
        for (const one of words) expect(letters).toContain(one);
      }
    }),
    { numRuns: 3000 },
  );
});

test('reads any string', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.oneof(command, fc.constantFrom(...signs))).map((list) => list.join('')),
      ),
      (value) => {
        const text = texToText(value);
        expect(text).toBe(text.trim().normalize('NFC'));
        toPhrasingText(value);
      },
    ),
    { numRuns: 3000 },
  );
});

test('letters that are written with accents come back', () => {
  const byMark = new Map([...texAccents].reverse().map(([name, { mark }]) => [mark, name]));
  const bySymbol = new Map(
    [...texSymbols].filter(([, text]) => /^\p{L}$/u.test(text)).map(([name, text]) => [text, name]),
  );
  const letters: string[] = [];
  for (let code = 0xc0; code < 0x250; code += 1) letters.push(String.fromCodePoint(code));
  for (let code = 0x1e00; code < 0x1f00; code += 1) letters.push(String.fromCodePoint(code));
  const encoded = letters.flatMap((letter) => {
    const [base = '', ...marks] = letter.normalize('NFD');
    const names = marks.map((mark) => byMark.get(mark));
    const symbol = bySymbol.get(base);
    if (names.includes(undefined) || (!symbol && !/[A-Za-z]/.test(base))) return [];
    const inner = symbol ? `\\${symbol}` : base;
    const braced = names.reduce<string>((tex, name) => `\\${name}{${tex}}`, inner);
    const dotless = names.reduce<string>(
      (tex, name) => `\\${name} {${tex}}`,
      inner.replace(/^[ij]$/, marks.length > 0 ? '\\$&' : '$&'),
    );
    return [{ letter, spellings: [braced, `{${braced}}`, dotless] }];
  });
  expect(encoded.length).toBeGreaterThan(400);
  for (const { letter, spellings } of encoded)
    for (const spelling of spellings) expect([spelling, texToText(spelling)]).toEqual([spelling, letter]);
});

test.each([
  '{',
  '}',
  '\\emph{',
  '\\emph',
  '\\frac',
  '$',
  '\\(',
  '<i>',
  '</i>',
  "\\'",
  '\\href{',
  '\\url{',
  '\\ifmmode ',
  '\\foo{a}',
  '\\noopsort{',
  '\\enquote{',
  '$x',
  '$\\sqrt',
  '$\\hat',
  '\\newcommand',
  '^',
  '$^',
  '`',
  ' ',
  '\\ ',
  '{\\em ',
  '{\\textless}',
  '&amp;',
  'https://a',
  '\\textsuperscript{\\rm ',
  '$a<i>',
  '<b>\\)',
  '\\textbf{a}',
])(
  'takes linear time for many `%s`',
  (piece) => {
    const value = piece.repeat(100_000 / piece.length);
    expect(texToText(value)).toBeTypeOf('string');
    expect(toPhrasingText(value)).toBeTypeOf('string');
  },
  20_000,
);
