import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitBibFile } from '../../src/publications/split-bib-file.ts';

/** Each chunk as `kind type: text`, `!` and the text from the bracket that is open. */
function show(text: string): string[] {
  return splitBibFile(text).map(({ kind, type, start, end, open, unclosed }) => {
    const lost = unclosed === undefined ? '' : ` ! ${text.slice(unclosed, end)}`;
    return `${kind} ${type} ${open - start}: ${text.slice(start, end)}${lost}`;
  });
}

test.each([
  ['@a{k, f={x}}', ['entry a 2: @a{k, f={x}}']],
  ['@ARTICLE {k}@b(l)', ['entry article 9: @ARTICLE {k}', 'entry b 2: @b(l)']],
  ['@ a\n{k}', ['entry a 4: @ a\n{k}']],
  ['text\n@a{k} more', ['comment  0: text\n', 'entry a 2: @a{k}', 'comment  0:  more']],
  [
    '@String{a = {b}}@PREAMBLE{"x"}',
    ['string string 7: @String{a = {b}}', 'preamble preamble 9: @PREAMBLE{"x"}'],
  ],
  // As BibTeX counts: a brace after a backslash and in quotes is a brace.
  ['@a{k, f={C:\\}}', ['entry a 2: @a{k, f={C:\\}}']],
  ['@a{k, f="a}b"}', ['entry a 2: @a{k, f="a}', 'comment  0: b"}']],
  ['@a(k, f=")", g={)}, h="{"}") x', ['entry a 2: @a(k, f=")", g={)}, h="{"}")', 'comment  0:  x']],
  ['@a(k, f=}{)}) x', ['entry a 2: @a(k, f=}{)})', 'comment  0:  x']],
  [
    '@comment{ @a{k,\n} @b{l} }\n@c{m}',
    ['comment comment 8: @comment{ @a{k,\n} @b{l} }', 'comment  0: \n', 'entry c 2: @c{m}'],
  ],
  ['@comment{\n@a{k, f={x}}\n}', ['comment comment 8: @comment{\n@a{k, f={x}}\n}']],
  ['@comment (see) @a{k}', ['comment  0: @comment (see) ', 'entry a 2: @a{k}']],
  ['@comment @a{k}', ['comment  0: @comment ', 'entry a 2: @a{k}']],
  ['%@a{k}\n  % @b{l}\n@c{m}', ['comment  0: %@a{k}\n  % @b{l}\n', 'entry c 2: @c{m}']],
  ['% @a{k}', ['comment  0: % @a{k}']],
  ['me@example{x} @a.b{y} @@a{k}', ['comment  0: me@example{x} @a.b{y} @', 'entry a 2: @a{k}']],
  ['@a{k}@b{l}', ['entry a 2: @a{k}', 'entry b 2: @b{l}']],
  ['', []],
  ['@', ['comment  0: @']],
])('cuts %j', (text, expected) => {
  expect(show(text)).toEqual(expected);
});

test.each([
  [
    '@a{k, f={x\n\n@b{l, g={y}}',
    ['entry a 2: @a{k, f={x ! {x', 'comment  0: \n\n', 'entry b 2: @b{l, g={y}}'],
  ],
  ['@a{k, f={x}\n@b{l}', ['entry a 2: @a{k, f={x}\n@b{l} ! {k, f={x}\n@b{l}']],
  [
    '@a{k, f={x},\n  @b{\n l}',
    ['entry a 2: @a{k, f={x}, ! {k, f={x},', 'comment  0: \n  ', 'entry b 2: @b{\n l}'],
  ],
  ['@a{k,\n@b{l,\r\n}', ['entry a 2: @a{k, ! {k,', 'comment  0: \n', 'entry b 2: @b{l,\r\n}']],
  ['@a{k,\n@string{l="x"}', ['entry a 2: @a{k, ! {k,', 'comment  0: \n', 'string string 7: @string{l="x"}']],
  ['@a{k,\n@Comment{l x}', ['entry a 2: @a{k, ! {k,', 'comment  0: \n', 'comment comment 8: @Comment{l x}']],
  ['@a{k,\n@title={l}', ['entry a 2: @a{k,\n@title={l} ! {k,\n@title={l}']],
  ['@a(k, "x\n@b{l,}', ['entry a 2: @a(k, "x ! (k, "x', 'comment  0: \n', 'entry b 2: @b{l,}']],
  // A far brace too many closes nothing that is open here.
  [
    '@a{k, f={\n}\n@b{l,}}',
    ['entry a 2: @a{k, f={\n} ! {k, f={\n}', 'comment  0: \n', 'entry b 2: @b{l,}', 'comment  0: }'],
  ],
  [
    '@comment{\n@a{k,}\n@comment{\n@b{l,}\n',
    [
      'comment comment 8: @comment{ ! {',
      'comment  0: \n',
      'entry a 2: @a{k,}',
      'comment  0: \n',
      'comment comment 8: @comment{ ! {',
      'comment  0: \n',
      'entry b 2: @b{l,}',
      'comment  0: \n',
    ],
  ],
])('ends what is not closed before the next entry: %j', (text, expected) => {
  expect(show(text)).toEqual(expected);
});

const bibText = fc
  .array(
    fc.constantFrom(
      '@',
      'a',
      'k',
      '{',
      '}',
      '"',
      '(',
      ')',
      ',',
      '=',
      '\n',
      ' ',
      '%',
      '\\',
      '@a{k,',
      '@comment{',
    ),
  )
  .map((pieces) => pieces.join(''));

test('leaves no gap', () => {
  fc.assert(
    fc.property(bibText, (text) => {
      const chunks = splitBibFile(text);
      expect(chunks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      for (const { start, open, end, unclosed } of chunks) {
        expect(end).toBeGreaterThan(start);
        expect(open).toBeLessThan(end);
        if (unclosed !== undefined) expect(text[unclosed]).toMatch(/[{(]/);
      }
    }),
    { numRuns: 1000 },
  );
});

test('reads an entry whatever stands before it', () => {
  fc.assert(
    fc.property(bibText, (text) => {
      const entry = '@book{last, title = {Whole}}';
      // In a comment that is whole it would be meant as comment.
      const before = `${text.replace(/@comment/g, '')}\n`;
      const found = splitBibFile(before + entry).at(-1);
      expect(found).toMatchObject({ type: 'book', start: before.length, end: before.length + entry.length });
    }),
    { numRuns: 1000 },
  );
});

test('takes linear time', () => {
  for (const piece of [
    '@a{',
    '@a{k,\n',
    '@a{\n',
    '@a(\n',
    '{',
    '"',
    '}',
    '@',
    '@comment{\n',
    '%@a{',
    '@comment(',
    '\n',
    '@a \n',
    'a@b{',
  ])
    expect(splitBibFile(piece.repeat(Math.ceil(2_000_000 / piece.length)))).toBeInstanceOf(Array);
}, 60_000);

test('an entry that is never closed takes none with it that begins behind a brace on its line', () => {
  expect(show('@a{k, n={a {b}, t={x}} @b{l, t={y}}')).toEqual([
    'entry a 2: @a{k, n={a {b}, t={x}} ! {k, n={a {b}, t={x}}',
    'comment  0:  ',
    'entry b 2: @b{l, t={y}}',
  ]);
  // What is whole holds whatever it does.
  expect(show('@a{k, n={{x} @b{l, y}}}')).toEqual(['entry a 2: @a{k, n={{x} @b{l, y}}}']);
  expect(show('@a{k, n={{x} @b{l, n={{y} @c{m, n={z}}')).toEqual([
    'entry a 2: @a{k, n={{x} ! {{x}',
    'comment  0:  ',
    'entry b 2: @b{l, n={{y} ! {{y}',
    'comment  0:  ',
    'entry c 2: @c{m, n={z}}',
  ]);
});

test('thousands of such entries on a line are cut in linear time', () => {
  expect(splitBibFile('@a{k, n={{x} '.repeat(50_000)).length).toBe(100_000);
}, 10_000);
