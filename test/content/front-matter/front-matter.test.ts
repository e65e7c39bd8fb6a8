import { expect, test } from 'vitest';
import { frontMatterJsonSchema, type Placed } from '../../../src/content/front-matter/front-matter.ts';
import { parse } from '../syntax/outline.ts';

/** `key: value` of everything that was read. */
async function read(yaml: string): Promise<string[]> {
  const { frontMatter } = await parse(`---\n${yaml}\n---\n\nText\n`);
  const { contacts, languages, variantLanguages, ...rest } = frontMatter;
  const fields = Object.entries(rest).map(
    ([key, placed]) => `${key}: ${plain((placed as Placed<unknown>).value)}`,
  );
  return [...fields, ...contacts.map(({ key, value }) => `@${key}: ${value.value}`)];
}

function plain(value: unknown): string {
  return typeof value === 'string'
    ? value
    : JSON.stringify(value, (key, inner: unknown) => (key === 'position' ? undefined : inner));
}

async function problemsOf(yaml: string): Promise<string[]> {
  const { vfile } = await parse(`---\n${yaml}\n---\n\nText\n`);
  return vfile.messages.map(
    (message) => `${message.line}:${message.column} ${message.ruleId} ${message.reason}`,
  );
}

/** Which lines have errors; all else is only warned of. */
async function errorLinesOf(yaml: string): Promise<(number | undefined)[]> {
  const { vfile } = await parse(`---\n${yaml}\n---\n\nText\n`);
  return vfile.messages.filter(({ fatal }) => fatal).map(({ line }) => line);
}

test('every key, with its other spellings', async () => {
  expect(
    await read(
      [
        'name: Jane Doe',
        'First-Name: Jane',
        'surname: Doe',
        'author: [Jane Doe, John Doe]',
        'title: CV',
        'label: Engineer',
        'picture: me.jpg',
        'lang: de-CH',
        'date: 2024-05',
        'keywords: a, b; c',
        'summary: |',
        '  *one*',
        'footer: bye',
        'bibliography: own.bib',
        'template: academic',
        'engine: XeLaTeX',
        'toolchain: docker',
        'geometry: [margin=1in, top=2in]',
        'fontsize: 10pt',
        'mainfont: Lato',
        'raw: latex',
        'math: true',
      ].join('\n'),
    ),
  ).toEqual([
    'lang: de-CH',
    'name: Jane Doe',
    'firstname: Jane',
    'lastname: Doe',
    'author: Jane Doe, John Doe',
    'title: CV',
    'headline: Engineer',
    'photo: me.jpg',
    'date: 2024-05',
    'keywords: ["a","b","c"]',
    'summary: *one*',
    'footer: bye',
    'bibliography: ["own.bib"]',
    'template: academic',
    'engine: xelatex',
    'toolchain: docker',
    'geometry: margin=1in,top=2in',
    'fontsize: 10pt',
    'mainfont: Lato',
    'raw: latex',
    'math: true',
  ]);
});

test('contacts keep their order; numbers stay as they were written', async () => {
  expect(
    await read(
      'phone: +49 30 1\nmail: [a@b.c, d@e.f]\nwebsite: x.org\nmobile: 0123\nfax: "123"\nlocation: Bern\nx: me\nphoto: false',
    ),
  ).toEqual([
    // `photo: false`: none, whatever a letter's CV says.
    'photo: ',
    '@phone: +49 30 1',
    '@email: a@b.c',
    '@email: d@e.f',
    '@homepage: x.org',
    '@mobile: 0123',
    '@fax: 123',
    '@location: Bern',
    '@twitter: me',
  ]);
});

test('any contact: a text, a list, a mapping', async () => {
  expect(await read('contact: a@b.c')).toEqual(['@text: a@b.c']);
  expect(await read('contact:\n  email: a@b.c\n  pigeon: [x, y]\n  bibliography: z')).toEqual([
    '@email: a@b.c',
    '@text: x',
    '@text: y',
    '@text: z',
  ]);
  expect(await read('social:\n  - github: me\n  - them.org\n  -\n  - 12')).toEqual([
    '@github: me',
    '@text: them.org',
    '@text: 12',
  ]);
});

test('pages and what is not to be told', async () => {
  expect(await read('pages: 2\nchecks: {widow: I like it, small-type: 2}')).toEqual([
    'pages: 2',
    'checks: {"widow":{"value":"I like it"},"small-type":{"value":"2"}}',
  ]);
  expect(await problemsOf('pages: some')).toEqual([
    '2:8 wrong-type Cannot use `pages` with `some`, expected a whole number above 0',
  ]);
  for (const pages of ['0', '1.5', '[1]'])
    expect((await problemsOf(`pages: ${pages}`))[0]).toContain('expected a whole number above 0');
  expect(await problemsOf('checks: widow')).toEqual([
    '2:9 wrong-type Cannot use `checks` with `widow`, expected a mapping of codes to reasons',
  ]);
  expect(await problemsOf('checks: {widow: true}')).toEqual([
    '2:17 wrong-type Cannot use `checks.widow` with `true`, expected a text that says why',
  ]);
});

test('venues and other names', async () => {
  expect(await read('venues:\n  ICML: [Int. Conf. on ML, ICML Conf.]\naliases: A. B.')).toEqual([
    'venues: {"ICML":[{"value":"Int. Conf. on ML"},{"value":"ICML Conf."}]}',
    'aliases: ["A. B."]',
  ]);
});

test('an address: a text, lines, parts', async () => {
  expect(await read('address: Street 1')).toEqual(['address: ["Street 1"]']);
  expect(await read('address: |\n  Street 1\n  City')).toEqual(['address: ["Street 1","City"]']);
  expect(await read('address: [Street 1, 8000 City]')).toEqual(['address: ["Street 1","8000 City"]']);
  expect(
    await read('address:\n  planet: Earth\n  country: CH\n  postcode: 8000\n  city: Zürich\n  street: S 1'),
  ).toEqual(['address: ["Earth","CH","8000 Zürich","S 1"]']);
  expect(await read('address: {street: S 1, city: Lyon, country: FR, postal-code: 69001}')).toEqual([
    'address: ["S 1","Lyon 69001","FR"]',
  ]);
  expect(await read('address: {street: S 1, city: Springfield, state: IL, zip: 62701}')).toEqual([
    'address: ["S 1","Springfield, IL 62701"]',
  ]);
  expect(await read('address:\n  city:')).toEqual([]);
});

test('template options stay unchecked', async () => {
  expect(
    await read(
      'options:\n  colour: blue\n  pageNumbers: false\n  size: 11\n  date: 2024-01-01\n  empty:\n  list: [a]',
    ),
  ).toEqual([
    'options: {"colour":{"value":"blue"},"pageNumbers":{"value":false},"size":{"value":11},"date":{"value":"2024-01-01"}}',
  ]);
});

test('keywords as a list, keys in braces', async () => {
  expect(await read('keywords: [a, "b, c"]')).toEqual(['keywords: ["a","b, c"]']);
  expect(await read('{name, title: x}')).toEqual(['title: x']);
});

test('keys without a value count as missing, those of other tools are passed over', async () => {
  expect(
    await read(
      'phone:\nname: ""\nemail: [~, ""]\nauthor: []\nkeywords: []\nbibliography: []\nlayout: cv\nredirect_from:\n  - /cv\nexport_on_save: {pdf: true}',
    ),
  ).toEqual([]);
  expect(await problemsOf('phone:\nlayout: cv\nauthor_profile: true')).toEqual([]);
});

test('an unknown key is named with its neighbour, one of another tool with what to do instead', async () => {
  const { vfile } = await parse('---\nname: x\nphne: 1\nqrcode: 2\nheader-includes: 3\n---\n');
  expect(
    vfile.messages.map((message) => `${message.line}:${message.column} ${message.reason}. ${message.note}`),
  ).toEqual([
    '3:1 Cannot use `phne` of the front matter, mdcv does not know this key. Did you mean `phone`?',
    '4:1 Cannot use `qrcode` of the front matter, mdcv does not know this key. Delete it, or see `mdcv schema` for the keys there are.',
    '5:1 Cannot use `header-includes` of the front matter, mdcv does not support it. To change the look, copy a template with `mdcv new-template` and edit it.',
  ]);
});

test('a wrong type is told at the value, as an error only where it would make another document', async () => {
  const wrong = [
    'phone: [1, true, [2]]',
    'name: []',
    'title: {a: b}',
    'headline: true',
    'math: perhaps',
    'raw: html',
    'engine: [pdflatex]',
    'options: 3',
    'summary: {a: b}',
    'contact: true',
    'photo: true',
    'lang: *missing',
    'fax: {a: {b: {c: d}}}',
    'venues: 3',
    'template: [a, b]',
    'private: {a: b}',
  ].join('\n');
  expect(await problemsOf(wrong)).toEqual([
    // What language is built is asked first.
    '13:7 yaml-syntax Cannot find what `*missing` in the front matter stands for',
    '2:12 wrong-type Cannot use `phone` with `true`, expected a text or a list of texts',
    '2:18 wrong-type Cannot use `phone` with a list, expected a text or a list of texts',
    '3:7 wrong-type Cannot use `name` with a list, expected a text',
    '4:8 wrong-type Cannot use `title` with a mapping, expected a text',
    '5:11 wrong-type Cannot use `headline` with `true`, expected a text',
    '6:7 wrong-type Cannot use `math` with `perhaps`, expected `true` or `false`',
    '7:6 wrong-type Cannot use `raw` with `html`, expected `latex`',
    '8:9 wrong-type Cannot use `engine` with a list, expected `pdflatex` or `xelatex` or `lualatex`',
    '9:10 wrong-type Cannot use `options` with `3`, expected a mapping of names to values',
    '10:10 wrong-type Cannot use `summary` with a mapping, expected a text',
    '11:10 wrong-type Cannot use `contact` with `true`, expected a text, a list or a mapping of contacts',
    '12:8 wrong-type Cannot use `photo` with `true`, expected a text',
    '14:14 wrong-type Cannot use `fax.a.b` with a mapping, expected a text or a list of texts',
    '15:9 wrong-type Cannot use `venues` with `3`, expected a mapping of short names to long ones',
    '16:11 wrong-type Cannot use `template` with a list, expected a text',
    '17:10 wrong-type Cannot use `private` with a mapping, expected a text or a list of texts',
  ]);
  expect(await errorLinesOf(wrong)).toEqual([13, 7, 8, 9, 15, 16, 17]);
  // What is written for each language is mdcv's own manner.
  expect(await errorLinesOf('name: {de: Ada, en: Ada}')).toEqual([2]);
});

test('a long value is shortened in the message', async () => {
  expect(await problemsOf(`math: ${'x'.repeat(60)}`)).toEqual([
    `2:7 wrong-type Cannot use \`math\` with \`${'x'.repeat(39)}…\`, expected \`true\` or \`false\``,
  ]);
});

test('aliases stand for plain values and cannot multiply', async () => {
  expect(await read('homepage: &me x.org\ngithub: *me')).toEqual(['@homepage: x.org', '@github: x.org']);
  const bomb = 'a: &a [x,x,x,x,x,x,x,x]\n'.concat(
    ...'bcdefghij'.split('').map((key, index) => {
      const before = `*${'abcdefghij'[index]}`;
      return `${key}: &${key} [${Array(8).fill(before).join(',')}]\n`;
    }),
  );
  const wrong = '11:7 wrong-type Cannot use `phone` with a list, expected a text or a list of texts';
  expect((await problemsOf(`${bomb}phone: [*j, *j]`)).slice(-2)).toEqual([wrong, wrong]);
});

test('YAML errors have the line and column of the file', async () => {
  expect(await problemsOf('name: Jane\ntitle: Engineer: Software')).toEqual([
    '3:8 yaml-syntax Cannot read the front matter: nested mappings are not allowed in compact mappings',
  ]);
  expect(await problemsOf('twitter: @me')).toEqual([
    '2:10 yaml-syntax Cannot read the front matter: plain value cannot start with reserved character @',
  ]);
  expect(await problemsOf('name: a\nname: b')).toEqual([
    '3:1 yaml-syntax Cannot read the front matter: map keys must be unique',
  ]);
  expect(await problemsOf('{a, b}')).toEqual([
    '2:2 unknown-key Cannot use `a` of the front matter, mdcv does not know this key',
    '2:5 unknown-key Cannot use `b` of the front matter, mdcv does not know this key',
  ]);
});

test('YAML that nests by the thousand is an error, not a stack trace', async () => {
  const deep = 'Cannot read the front matter: it nests too deeply';
  const [first, ...more] = await problemsOf(`name: ${'['.repeat(20_000)}`);
  expect(first).toContain(deep);
  expect(more).toHaveLength(2);
  const blocks = Array.from(
    { length: 20_000 },
    (_, index) => `${' '.repeat((index % 3000) + index / 100)}a:`,
  );
  expect(await problemsOf(blocks.join('\n'))).toEqual([`2:1 yaml-syntax ${deep}`]);
});

test('closed by dots, empty, with comments, the whole CV in it', async () => {
  expect((await parse('---\nname: x\n...\n# Y\n')).tree).toBe('heading 1: text "Y"');
  expect((await parse('---\n---\n\n# Y\n')).placed).toBe('heading@4:1-4:4 1: text@4:3-4:4 "Y"');
  expect((await parse('---\n\n---\n# Y\n')).tree).toBe('heading 1: text "Y"');
  expect((await parse('\n---\n# my CV\nname: x # me\n---\n')).frontMatter.name?.value).toBe('x');
  expect((await parse('---\n# only this\n---\n')).tree).toBe('');
  expect((await parse('---\r\nname: x\r\nsummary: |\r\n  hello\r\n---\r\n')).frontMatter.summary).toEqual({
    value: 'hello',
    position: { start: { line: 4, column: 3, offset: 28 }, end: { line: 5, column: 1, offset: 35 } },
  });
});

test('a rule at the top is no front matter', async () => {
  expect((await parse('---\n\n# Name\n\n---\n')).tree).toBe(
    'thematicBreak\nheading 1: text "Name"\nthematicBreak',
  );
  expect((await parse('---\n- item\n---\n')).tree).toContain('list');
  expect((await parse('---\n')).tree).toBe('thematicBreak');
  expect((await parse('---\n\nText\n')).tree).toBe('thematicBreak\nparagraph: text "Text"');
  expect((await parse('')).tree).toBe('');
});

test('front matter without its opening line', async () => {
  const { tree, problems, frontMatter } = await parse('name: Jane\naddress:\n  - x\n# note\n---\n\nText\n');
  expect(frontMatter.name?.value).toBe('Jane');
  expect(problems).toEqual(['1:1 unclosed-front-matter']);
  expect(tree).toBe('paragraph: text "Text"');
  expect((await parse('Skills: a\n---\n')).tree).toBe('heading 2: text "Skills: a"');
  expect((await parse('name: a\n\n# B\n')).tree).toBe('paragraph: text "name: a"\nheading 1: text "B"');
  expect((await parse('name: a\nText\n---\n')).tree).toBe('heading 2: text "name: a\\nText"');
});

test('front matter without its closing line ends where YAML does', async () => {
  const { tree, problems, frontMatter } = await parse('---\nname: Jane\n\ntitle: x\n\n# Section\n');
  expect(frontMatter.title?.value).toBe('x');
  expect(problems).toEqual(['2:1 unclosed-front-matter']);
  expect(tree).toBe('heading 1: text "Section"');
  expect((await parse('---\nname: Jane')).frontMatter.name?.value).toBe('Jane');
  expect((await parse('---\nname: Jane\nText here\n')).tree).toBe('paragraph: text "Text here"');
});

test('YAML that is no mapping', async () => {
  expect(await problemsOf('{}')).toEqual([]);
  expect(await problemsOf('%YAML 1.2')).toEqual([expect.stringContaining('yaml-syntax')]);
  expect(await problemsOf('"a": !what b')).toEqual([
    '2:6 yaml-syntax Cannot read the front matter: unresolved tag: !what',
    '2:1 unknown-key Cannot use `a` of the front matter, mdcv does not know this key',
  ]);
});

test('the JSON Schema describes every key and alias', () => {
  const schema = frontMatterJsonSchema() as {
    properties: Record<string, { description: string }>;
    additionalProperties: unknown;
  };
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Front matter of a CV for mdcv',
    type: 'object',
    properties: {
      name: {
        description: 'Your name as it is to be printed, or `{first: …, last: …}`.',
      },
      subtitle: { description: 'Same as `headline`.' },
    },
  });
  expect(Object.values(schema.properties).filter((property) => !property.description)).toEqual([]);
  expect(schema).not.toHaveProperty('required');
});

test('what the page of a site says under the same keys means nothing', async () => {
  const site = 'profile:\n  align: right\n  image: me.jpg\nimage:\n  feature: sea.jpg\nsocial: true';
  expect(await problemsOf(site)).toEqual([]);
  expect(await problemsOf('profile:\n  colour: me')).toEqual([expect.stringContaining('wrong-type')]);
  expect(await problemsOf('engine: knitr\ntemplate: page.html')).toEqual([]);
  expect(await problemsOf('image:\n  ? [a]\n  : b')).toEqual([
    expect.stringContaining('unknown-key'),
    expect.stringContaining('wrong-type'),
  ]);
});

test.each([
  ['---\nname: Jane Doe\n------\n\nText\n', 'Jane Doe'],
  ['-----\nname: Jane Doe\n-----\n\nText\n', 'Jane Doe'],
  ['---\nname: Jane Doe\n...\n\nText\n', 'Jane Doe'],
  ['---\nname: Jane Doe\n----\n\n# A\n\nB\n---\n', 'Jane Doe'],
])('front matter with other fences: %j', async (source, name) => {
  const { frontMatter, problems } = await parse(source);
  expect(frontMatter.name?.value).toBe(name);
  expect(problems).toEqual([]);
});

test.each([
  // A rule, and an underlined heading.
  ['-----\n\nName: Jane Doe\n-----\n', undefined, []],
  ['-----\nJane Doe\n-----\n', undefined, []],
  ['-----\nname: Jane Doe\n', undefined, []],
  // The end is forgotten, and a heading comes later.
  ['---\nname: Jane Doe\n\nProfile\n-------\n\nText\n', 'Jane Doe', ['2:1 unclosed-front-matter']],
])('dashes that are no fences: %j', async (source, name, expected) => {
  const { frontMatter, problems } = await parse(source);
  expect(frontMatter.name?.value).toBe(name);
  expect(problems).toEqual(expected);
});
