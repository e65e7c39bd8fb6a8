import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseBibFiles } from '../../src/publications/parse-bib-files.ts';

function read(...texts: string[]): { entries: string[]; messages: string[]; notes: string[] } {
  const vfile = new VFile({ path: 'cv.md' });
  const files = texts.map((value, index) => new VFile({ path: `${'ab'[index]}.bib`, value }));
  const entries = parseBibFiles(files, vfile).map(
    ({ type, key, fields }) =>
      `${type} ${key} ${[...fields].map(([name, { value }]) => `${name}=${value}`).join('|')}`,
  );
  return {
    entries,
    messages: vfile.messages.map(({ name, ruleId, reason }) => `${name} ${ruleId} ${reason}`),
    notes: vfile.messages.map(({ note }) => note ?? ''),
  };
}

test.each([
  [
    '@Article{k, Title = {A {B} c}, year = 2024, number = 007, pages="1--2"}',
    'article k title=A {B} c|year=2024|number=007|pages=1--2',
  ],
  ['@a{k, f = {x} # " y" # 3 # jan}', 'a k f=x y3jan'],
  ['@a{k, f = \\apj, g = Dec}', 'a k f=\\apj|g=Dec'],
  [
    '@a{k, author+an = {1=equal}, author+AN:Mark = {x}, a.b = {y}, 2a = {z}}',
    'a k author+an=1=equal|author+an:mark=x|a.b=y|2a=z',
  ],
  ['@a {k, f = "a {"} b"}', 'a k f=a {"} b'],
  ['@a (k, f = {x})', 'a k f=x'],
  ['@a{k, f = { x\n y }, g = {}, h = { }}', 'a k f=x\n y|g=|h='],
  ['@a{k, f = {\\{x\\}}, g = {C:\\dir\\}}', 'a k f=\\{x\\}|g=C:\\dir\\'],
  ['@a{张:1/2+b, 名 = {x}}', 'a 张:1/2+b 名=x'],
  ['@a{k, % one\n f = {x}, % two = {y}\n g = {z}}', 'a k f=x|g=z'],
  ['@a{k,\u00A0f = {x},\u00A0g = {y}}', 'a k f=x|g=y'],
  ['@a{k, f = {}, f = {x}, f = {x}, f = {}}', 'a k f=x'],
  ['@a{k,}', 'a k '],
])('reads %j', (text, expected) => {
  expect(read(text)).toMatchObject({ entries: [expected], messages: [] });
});

test.each([
  ['@a{k, f={x} g={y}\nh = 3 i = 4}', 'a k f=x|g=y|h=3|i=4'],
  ['@a{k, f={x},, g={y},\n,}', 'a k f=x|g=y'],
  ['@a{k,, f=%\n{x}}', 'a k f=x'],
  ['@a{, f={x},,}', 'a a-1 f=x'],
  ['\n@a{f={x}}', 'a a-2 f=x'],
  ['@a{f={x} g={y}}', 'a a-1 f=x|g=y'],
  ['@a{}', 'a a-1 '],
  ['@a{k}', 'a k '],
  ['@a{k f={x}}', 'a k f=x'],
  ['@a{my  old\nkey, f={x}}', 'a my old key f=x'],
  ['@a{k(1), f={x}}', 'a k(1) f=x'],
  ['@a{k, f {x}, g "y"\nh {z}}', 'a k f=x|g=y|h=z'],
  ['@a{k, f == {x}}', 'a k f=x'],
  ['@a{k, Date Added = {x}}', 'a k date-added=x'],
  ['@a{k, f(g)@h = {x}}', 'a k f-g--h=x'],
  ['@a{k, f = 12a, g = 1, h = -2}', 'a k f=12a|g=1|h=-2'],
  ['@a{k, f = Nature Physics, g = jan}', 'a k f=Nature Physics|g=jan'],
  ['@a{k, f = a(b) # {c}}', 'a k f=a(b)c'],
  ['@a{k, f = # {x} ## {y} #, g = , h =}', 'a k f=xy|g=|h='],
  ['@a{k, selected, f = {x}, old}', 'a k f=x'],
  ['@a{k, f = {x} # , g={y}}', 'a k f=x|g=y'],
])('mends %j', (text, expected) => {
  expect(read(text)).toMatchObject({ entries: [expected], messages: [] });
});

test.each([
  [
    '@a{k, f = "x, g = {y}}',
    'a.bib:1:11 bib-syntax Cannot read the entry `k`, the quote that opens here is not closed',
  ],
  [
    '@a{k, f = "x {y"} , g = {z}}',
    'a.bib:1:11 bib-syntax Cannot read the entry `k`, the quote that opens here is not closed',
  ],
  [
    '@a(k, f = }{)}) @b{l}',
    'a.bib:1:11 bib-syntax Cannot read the entry `k`, nothing opens the brace that closes here',
  ],
  [
    '@a(k, f = "}" g = 1) @b{l}',
    'a.bib:1:11 bib-syntax Cannot read the entry `k`, the quote that opens here is not closed',
  ],
  ['@a{k, f = {x} {y}}', 'a.bib:1:15 bib-syntax Cannot read the entry `k`, a comma is expected here'],
  ['@a{k, f = {x} and {y}}', 'a.bib:1:15 bib-syntax Cannot read the entry `k`, a comma is expected here'],
  ['@a{k, f = = {x} = {y}}', 'a.bib:1:17 bib-syntax Cannot read the entry `k`, a comma is expected here'],
  ['@a{k, {x}}', 'a.bib:1:7 bib-syntax Cannot read the entry `k`, the name of a field is expected here'],
  ['@a{{k}, f = {x}}', 'a.bib:1:4 bib-syntax Cannot read the entry `@a{`, its key is expected here'],
  ['@a{= {x}}', 'a.bib:1:4 bib-syntax Cannot read the entry `@a{`, its key is expected here'],
  ['@a{k, b c # {x}}', 'a.bib:1:11 bib-syntax Cannot read the entry `k`, `=` is expected here'],
  ['@string{s {x}}', 'a.bib:1:11 bib-syntax Cannot read the string `s`, its key is expected here'],
  ['@string{{x}}', 'a.bib:1:9 bib-syntax Cannot read the `@string`, its key is expected here'],
  [
    '@a{k, f={\n\n@b{l,}',
    'a.bib:1:9 bib-syntax Cannot read the entry `k`, the brace that opens here is not closed',
  ],
  [
    '@string{k={x\n\n@b{l,}',
    'a.bib:1:11 bib-syntax Cannot read the string `k`, the brace that opens here is not closed',
  ],
  [
    '@preamble{\n@b{l,}',
    'a.bib:1:1 bib-syntax Cannot find the `}` that ends the `@preamble`, it is read up to the next one',
  ],
  [
    '@comment{{\n@b{l,}',
    'a.bib:1:10 bib-syntax Cannot read the `@comment`, the brace that opens here is not closed',
  ],
])('tells why it cannot read %j', (text, message) => {
  const { entries, messages } = read(`${text}\n@last{z, year = 1}`);
  expect(messages).toEqual([message]);
  expect(entries.at(-1)).toBe('last z year=1');
});

test('follows braces as deep as they go', () => {
  const braces = [49_999, 50_000].map((count) => '{'.repeat(count) + '}'.repeat(count));
  const [inner, outer] = braces as [string, string];
  expect(read(`@a{k, f = ${outer}}`)).toMatchObject({ entries: [`a k f=${inner}`], messages: [] });
  expect(read(`@a{k f = ${outer}}`)).toMatchObject({ entries: [`a k f=${inner}`], messages: [] });
});

test.each([
  ['@a{k, f={x}\n\n@b{l, g={y}}', '}', 'a k f=x'],
  ['@a(k, f={x},\n@b{l, g={y}}', ')', 'a k f=x'],
])('reads an entry whose last bracket is missing: %j', (text, bracket, expected) => {
  expect(read(text)).toMatchObject({
    entries: [expected, 'b l g=y'],
    messages: [
      `a.bib:1:1 bib-syntax Cannot find the \`${bracket}\` that ends the entry \`k\`, it is read up to the next one`,
    ],
  });
});

test('tells of both faults of an entry', () => {
  expect(read('@a{k, f={x} {y},\n@b{l,}')).toMatchObject({
    entries: ['b l '],
    messages: [
      'a.bib:1:1 bib-syntax Cannot find the `}` that ends the entry `k`, it is read up to the next one',
      'a.bib:1:13 bib-syntax Cannot read the entry `k`, a comma is expected here',
    ],
  });
});

test('tells of a field that is there twice', () => {
  expect(read('@a{k,\n year = 2000,\n year = 2001}')).toEqual({
    entries: ['a k year=2000'],
    messages: ['a.bib:3:9 bib-syntax Cannot tell which `year` of `k` is meant, the first is taken'],
    notes: ['Delete one of them.'],
  });
});

test('puts strings in, of all files', () => {
  expect(
    read(
      '@a{k, f = ICML # " 2025", g = both, h = sum}',
      '@String{icml = "Conf."}\n@string(both = icml # 7, sum = {a} # {b})',
    ),
  ).toMatchObject({ entries: ['a k f=Conf. 2025|g=Conf.7|h=ab'], messages: [] });
});

test('tells once of a string that nothing defines', () => {
  expect(read('@string{icml = {C}, x = undefined_thing}\n@a{k, f = icmll # " 1",\n g = icmll}')).toEqual({
    entries: ['a k f=icmll 1|g=icmll'],
    messages: [
      'a.bib:1:25 bib-string Cannot find the string `undefined_thing`, it is taken as text',
      'a.bib:2:11 bib-string Cannot find the string `icmll`, it is taken as text',
    ],
    notes: [
      'Put braces around it if it is text, or define it with `@string`.',
      'Did you mean `icml`? Put braces around it if it is text.',
    ],
  });
});

test('keeps the first of two entries of a key', () => {
  expect(read('@a{k, f={x}}', '\n@b{k, f={y}}')).toEqual({
    entries: ['a k f=x'],
    messages: ['b.bib:2:1 duplicate-key Cannot tell two entries `k` apart, the first is taken'],
    notes: ['It is in a.bib:1. Give this one a key of its own, or delete it.'],
  });
});

test('tells of fields behind a brace too many', () => {
  const { entries, messages } = read('@a{k, f={x}},\n g={y}\n}\n@a{l, f={x}}}\n\n g = h');
  expect(entries).toEqual(['a k f=x', 'a l f=x']);
  expect(messages).toEqual([
    'a.bib:1:12 bib-syntax Cannot read what follows the entry `k`, a brace ends it before its last field',
    'a.bib:4:12 bib-syntax Cannot read what follows the entry `l`, a brace ends it before its last field',
  ]);
  expect(read('@a{k}}\n\nnotes = none, @b{l}, x = 3\n% y').messages).toEqual([
    'a.bib:1:5 bib-syntax Cannot read what follows the entry `k`, a brace ends it before its last field',
    'a.bib:3:19 bib-syntax Cannot read what follows the entry `l`, a brace ends it before its last field',
  ]);
  expect(read('@comment{x}} f = 3\n@a{k}\nnotes = none\n@preamble{"x"}, f = 3').messages).toEqual([]);
});

test('passes over what is no publication', () => {
  const text =
    'Encoding: UTF-8\n@preamble{"\\newcommand{\\x}{}"}\n@comment{jabref-meta: databaseType:bibtex;}\n' +
    '@comment{@a{hidden,}}\n@set{s, entryset={a,b}}\n@control{REVTEX41Control}\n@xdata{d, f={x}}\n@IEEEtranBSTCTL{i, x="y"}\n@unknown{k,}';
  expect(read(text)).toMatchObject({ entries: ['unknown k '], messages: [] });
});

test.each(['TY  - JOUR\nTI  - Title\nER  - \n', '<html>', '{"items": []}'])(
  'tells that %j is no .bib file',
  (text) => {
    expect(read(text)).toMatchObject({
      entries: [],
      messages: ['a.bib:1:1 bib-syntax Cannot find an entry in `a.bib`, expected `@article{key, …}`'],
    });
  },
);

test.each(['', ' \n', '@string{a = {b}}', '@comment{x}'])('says nothing of %j', (text) => {
  expect(read(text)).toMatchObject({ entries: [], messages: [] });
});

test('lists no more problems than somebody reads', () => {
  const { messages } = read('@a{k, {x}}\n'.repeat(60));
  expect(messages).toHaveLength(51);
  expect(messages.at(-1)).toBe('a.bib:1:1 bib-syntax Cannot list 10 more problems of `a.bib`');
  expect(read('@a{k, {x}}\n'.repeat(50)).messages).toHaveLength(50);
});

test('knows where values stand', () => {
  const text =
    '\uFEFF@string{s = "in string"}\r\n@a{k,\r\n  title = { Ä {b}\r\n c },\r\n n = 007, m = s # " tail ", j = \\apj, e = { }}';
  const vfile = new VFile({ path: 'cv.md' });
  const [entry] = parseBibFiles([new VFile({ path: 'x/a.bib', value: text })], vfile);
  const places = [...(entry?.fields ?? [])].map(
    ([
      name,
      {
        value,
        position: { start, end },
      },
    ]) => [
      name,
      value,
      `${start.file}:${start.line}:${start.column}-${end.file}:${end.line}:${end.column}`,
      text.slice(start.offset, end.offset),
    ],
  );
  expect(places).toEqual([
    ['title', 'Ä {b}\r\n c', 'x/a.bib:3:13-x/a.bib:4:3', 'Ä {b}\r\n c'],
    ['n', '007', 'x/a.bib:5:6-x/a.bib:5:9', '007'],
    ['m', 'in string tail', 'x/a.bib:5:15-x/a.bib:5:25', 's # " tail'],
    ['j', '\\apj', 'x/a.bib:5:33-x/a.bib:5:37', '\\apj'],
    ['e', '', 'x/a.bib:5:44-x/a.bib:5:45', ' '],
  ]);
  expect(text.slice(entry?.position.start.offset, entry?.position.end.offset)).toMatch(/^@a\{k,.*\}\}$/s);
});

test('knows where mended values stand', () => {
  const text = '@a{my key, f={ x } g=Nature Physics, h {y}, i = 12a # { z}, j=a(b)}';
  const [entry] = parseBibFiles([new VFile({ path: 'a.bib', value: text })], new VFile());
  const values = [...(entry?.fields.values() ?? [])];
  expect(values.map(({ position }) => text.slice(position.start.offset, position.end.offset))).toEqual([
    'x',
    'Nature Physics',
    'y',
    '12a # { z',
    'a(b)',
  ]);
});

test('reads whatever people write', () => {
  const pieces = [
    '@a{',
    'k',
    'f',
    ' = ',
    '=',
    '{x}',
    '"y"',
    ',',
    ' ',
    '\n',
    '#',
    '12',
    '12a',
    '%',
    '\\',
    '(',
    ')',
    '"',
    '@s',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces)), (list) => {
      const { entries, messages } = read(`@a{${list.join('')}}\n@last{z, year = 1}`);
      expect(entries.at(-1)).toBe('last z year=1');
      // Whatever is mended suits the grammar.
      expect(messages.filter((message) => message.includes('too deep'))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

const folder = process.env.MDCV_SAMPLES ?? join(import.meta.dirname, '../../../shared/samples');

test.skipIf(!existsSync(folder)).each([
  ['LewisAJones__cv-markdown__publications.bib', 14, 0],
  ['mukrop__cv__cv.bib', 16, 0],
  ['katyhuff__CV__cv.bib', 264, 2],
])('reads every entry of %s', (name, count, problems) => {
  const { entries, messages } = read(readFileSync(join(folder, 'bib', name), 'utf8'));
  expect(entries).toHaveLength(count);
  expect(messages.filter((message) => !message.includes('which `doi` of'))).toEqual([]);
  expect(messages).toHaveLength(problems);
});

test('tells of an entry that has neither a brace nor a key', () => {
  const { entries, messages } = read('@article\n  title = {A},\n  year = 2020}\n@book{b, title = {B}}');
  expect(entries).toEqual(['book b title=B']);
  expect(messages).toEqual([
    'a.bib:1:1 bib-syntax Cannot read what begins with `@article`, no brace opens it',
  ]);
});

test('tells of what looks like an entry but is not opened, wherever it stands', () => {
  const { entries, messages, notes } = read(
    '@articlek0,\n  title = {A}}\n@book{b, title = {B}}\n  @misc c, title={C}\n@misce,\n  title  {E},\n\n@book{d, title = {D}}',
  );
  expect(entries).toEqual(['book b title=B', 'book d title=D']);
  expect(messages).toEqual([
    'a.bib:1:1 bib-syntax Cannot read what begins with `@articlek0`, no brace opens it',
    'a.bib:4:3 bib-syntax Cannot read what begins with `@misc c`, no brace opens it',
    'a.bib:5:1 bib-syntax Cannot read what begins with `@misce`, no brace opens it',
  ]);
  expect(notes[0]).toBe('Begin it with `@article{key,`, or delete it.');
});

test.each([
  '% @articlek0, title = {A}\n',
  'See @ada, or ada@example.org, x = y\n',
  '@ada writes, title and all\n',
])('takes %j for a comment', (text) => {
  expect(read(`${text}@book{b, title = {B}}`)).toMatchObject({ entries: ['book b title=B'], messages: [] });
});
