import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { type ParsedCv, parseCv } from '../../src/content/parse-cv.ts';
import { showCv } from '../content/recognition/show-cv.ts';

interface PublicCv extends ParsedCv {
  shown: string;
  /** What was left out: `kind: text`, a line a part. */
  left: string[];
  problems: string[];
}

async function publish(source: string): Promise<PublicCv> {
  const vfile = new VFile({ path: 'cv.md', value: source });
  const parsed = await parseCv(vfile, { isPublic: true });
  return {
    ...parsed,
    shown: showCv(parsed.cv).trim(),
    left: (parsed.privateParts ?? []).map(
      ({ what, position, texts }) =>
        `${what}@${position?.start.line ?? '-'}: ${[...new Set(texts.map(({ kind, value }) => (kind === 'text' ? value : `<${kind} ${value}>`)))].join(' / ')}`,
    ),
    problems: vfile.messages.map(
      (message) =>
        `${message.line}:${message.column} ${message.ruleId} ${message.fatal ? 'error' : 'warning'}: ${message.reason}`,
    ),
  };
}

const head = '---\nname: Ada Lovelace\n---\n\n';

test('a section goes with all below its heading, and no further', async () => {
  const { shown, left, problems } = await publish(
    `${head}## A {.private}\n\na\n\n### A1\n\n- a1\n\n## B\n\nb\n\n### B1 {.private}\n\nb1\n\n#### B2\n\nb2\n\n### B3\n\nb3\n`,
  );
  expect(shown).toBe('name: Ada / Lovelace\n\n# B\nparagraph: b\nsubsection: B3\n  paragraph: b3');
  expect(left).toEqual(['section@5: A / a / A1 / a1', 'section@17: B1 / b1 / B2 / b2']);
  expect(problems).toEqual([]);
});

test('an entry goes with its body, in whatever way its head is written', async () => {
  const entries = [
    '### Spy | Ministry | Vienna | 2012 – 2018 {.private}\n\n- secret\n',
    '**Spy** | Ministry | Vienna | 2012 – 2018 {.private}\n\nsecret\n',
    '- **Spy**, Ministry, Vienna, 2012 – 2018 {.private}\n\n  secret\n',
    '2012 – 2018 {.private}\n: **Spy**, Ministry, Vienna\n\n  secret\n',
  ];
  for (const entry of entries) {
    const { shown, left } = await publish(
      `${head}## Jobs\n\n${entry}\n${entry.replace('Spy', 'Clerk').replace('secret', 'open').replace(' {.private}', '')}`,
    );
    expect(shown, entry).toContain('entry: Clerk');
    expect(shown, entry).toContain('open');
    expect(shown, entry).not.toMatch(/Spy|secret/);
    expect(left.join(), entry).toMatch(/Spy.*secret/s);
  }
});

test('items, paragraphs, blocks, terms, cells, quotes', async () => {
  const { shown } = await publish(
    [
      `${head}## A`,
      '- x1 {.private}\n- y1',
      'x2 {.private}',
      '::: private\nx3\n\n- x4\n:::',
      '::: {.private}\nx5\n:::',
      'Label\n: y2\n\nSecret {.private}\n: x6\n: x7\n\nOther\n: y3',
      '> x8\n>\n> {.private}',
      '> {.private}\n>\n> x9',
      '| a | b |\n|---|---|\n| y4 | x {.private} |',
      '<div class="private">x10</div>',
      'y5',
    ].join('\n\n'),
  );
  expect(shown).toBe(
    [
      'name: Ada / Lovelace',
      '',
      '# A',
      'list: (y1)',
      'item: Label',
      '  paragraph: y2',
      'item: Other',
      '  paragraph: y3',
      'table: aby4',
      'paragraph: y5',
    ].join('\n'),
  );
});

test('spans and links go from the middle of a line, with what parted them and a label that is left alone', async () => {
  const lines: [string, string | undefined][] = [
    ['We met [John]{.private} there.', 'We met there.'],
    ['A, [B]{.private}, C', 'A, C'],
    ['A, [B]{.private}', 'A'],
    ['[A]{.private}, B', 'B'],
    ['A and [b](https://b.org){.private}.', 'A and .'],
    ['A **b**{.private} `c`{.private} d', 'A d'],
    ['We met: [x]{.private} *and* y', 'We met: *and* y'],
    ['A [b [c]{.private} d]{.long}', 'A {span b d}'],
    ['**Phone:** [+49 30 1234]{.private}', undefined],
    ['Phone: [+49 30 1234]{.private}', undefined],
    ['[all of it]{.private}', undefined],
    ['x *[y]{.private}* z', 'x z'],
  ];
  for (const [line, expected] of lines) {
    const { cv } = await publish(`${head}## A\n\nfirst\n\n${line}\n\nlast\n`);
    const shown = showCv({ ...cv, person: { ...cv.person, name: undefined } });
    const texts = expected === undefined ? [] : [`paragraph: ${expected}`];
    expect(shown.trim().split('\n').slice(2), line).toEqual([
      '# A',
      'paragraph: first',
      ...texts,
      'paragraph: last',
    ]);
  }
});

test('in a line of contacts, and the address made of it', async () => {
  const { cv, left } = await publish(
    '# Ada Lovelace\n\nada@example.org | Phone: [+49 30 1234567]{.private} | [me](https://example.org/x){.private} | github.com/ada\n\n## A\n\nb\n',
  );
  expect(cv.person.contacts.map(({ kind, url }) => [kind, url])).toEqual([
    ['email', 'mailto:ada@example.org'],
    ['github', 'https://github.com/ada'],
  ]);
  expect(left).toContain('text@3: +49 30 1234567 / <phone +49 30 1234567>');
  expect(left).toContain('text@3: me / <address https://example.org/x>');
  expect(left.join()).toContain('<phone +49301234567>');
});

test('a private first heading that is the name takes only the name', async () => {
  const { shown, left } = await publish('# Ada Lovelace {.private}\n\nada@example.org\n\n## A\n\nb\n');
  expect(shown).toBe('name: -\nemail: <ada@example.org> -> mailto:ada@example.org\n\n# A\nparagraph: b');
  expect(left).toEqual(['section@1: Ada Lovelace']);
});

test('footnotes that only private text refers to, and those that these refer to', async () => {
  const { shown, left } = await publish(
    `${head}## A\n\na [x[^1]]{.private} b[^2]\n\n[^1]: one[^3]\n\n[^2]: two\n\n[^3]: three\n`,
  );
  expect(shown).toBe('name: Ada / Lovelace\n\n# A\nparagraph: a b[^2]\nfootnoteDefinition: two');
  expect(left.join()).toMatch(/one.*three/s);
});

test('a section of which everything is private goes, one that was empty stays', async () => {
  const { shown } = await publish(
    `${head}## A\n\n### A1\n\na {.private}\n\n## B\n\n### B1 | 2019 – 2020\n\n- b {.private}\n\n## C\n\n## D\n\nd\n`,
  );
  expect(shown).toBe(
    'name: Ada / Lovelace\n\n# B\nentry: B1\n  . date: 2019–2020 [2019..2020]\n\n# C\n\n# D\nparagraph: d',
  );
});

const fields = [
  '---',
  'name: Ada Lovelace',
  'headline: Analyst',
  'title: Countess',
  'address: [Street 1, 12345 Town]',
  'email: ada@example.org',
  'phone: +49 30 1234567 (office)',
  'mobile: +49 170 7654321',
  'photo: me.jpg',
  'date: May 2020',
  'keywords: [engine]',
  'summary: A *summary*.',
  'footer: A footer.',
];

test.each([
  ['phone', /1234567|7654321|office/],
  ['Address', /Street/],
  ['e-mail', /ada@/],
  ['contacts', /ada@|1234567/],
  ['picture', /me\.jpg/],
  ['subtitle', /Analyst/],
  ['name', /Ada|Lovelace/],
  ['date', /May/],
  ['tags', /engine/],
  ['abstract', /summary/],
  ['footer', /footer/],
  ['title', /Countess/],
])('the field %s', async (field, pattern) => {
  const source = [...fields, `private: [${field}]`, '---', '', '## A', '', 'a', ''].join('\n');
  const whole = await parseCv(new VFile({ path: 'cv.md', value: source }));
  const { cv, left, problems } = await publish(source);
  expect(JSON.stringify(whole.cv)).toMatch(pattern);
  expect(JSON.stringify(cv)).not.toMatch(pattern);
  expect(left.join()).toMatch(pattern);
  expect(problems.filter((problem) => !problem.includes('missing-name'))).toEqual([]);
});

test('a private field is left out of the text as well', async () => {
  const { shown } = await publish(
    '---\nprivate: phone\n---\n\n# Ada Lovelace\n\nMobile: +49 170 7654321 · ada@example.org\n\n## A\n\na\n',
  );
  expect(shown).toBe(
    'name: Ada / Lovelace\nemail: <ada@example.org> -> mailto:ada@example.org\n\n# A\nparagraph: a',
  );
});

test('a mark that marks nothing, or a slip in HTML, is an error in public, else a warning', async () => {
  const source =
    '---\nname: A\nsummary: "s {.private} t"\n---\n\n## B\n\nb {.private} c {lang=de} d {.privat} e\n\n<p class="privat">e</p>\n';
  const told = [
    '8:1 misplaced-attribute error: Cannot tell what `{.private}` marks, it is printed as it stands',
    '8:1 misplaced-attribute warning: Cannot tell what `{lang=de}` marks, it is printed as it stands',
    '8:1 misplaced-attribute error: Cannot tell what `{.privat}` marks, it is printed as it stands',
    '10:1 unknown-attribute warning: Cannot use the attribute `.privat`, mdcv does not know it',
    '10:1 unknown-private-field error: Cannot tell whether `privat` is meant to be private',
    '3:10 misplaced-attribute error: Cannot tell what `{.private}` marks, it is printed as it stands',
  ];
  expect((await publish(source)).problems.sort()).toEqual(told.sort());
  const vfile = new VFile({ path: 'cv.md', value: source });
  await parseCv(vfile);
  expect(vfile.messages.map(({ fatal }) => fatal)).toEqual([false, false, false, false, false]);
});

test('a field that there is not: an error in public, else a warning; so is a mistyped mark', async () => {
  const source =
    '---\nname: A\nprivate: [phnoe, engine, xyzzy]\n---\n\n## B {.prviate}\n\n::: privat\nc\n:::\n';
  expect((await publish(source)).problems).toEqual([
    '6:1 unknown-attribute warning: Cannot use the attribute `.prviate`, mdcv does not know it',
    '3:10 unknown-private-field error: Cannot keep `phnoe` private, mdcv does not know this field',
    '3:10 unknown-private-field error: Cannot keep `engine` private, it is no content of the CV',
    '3:10 unknown-private-field error: Cannot keep `xyzzy` private, mdcv does not know this field',
    '6:1 unknown-private-field error: Cannot tell whether `prviate` is meant to be private',
    '8:1 unknown-private-field error: Cannot tell whether `privat` is meant to be private',
  ]);
  const vfile = new VFile({ path: 'cv.md', value: source });
  await parseCv(vfile);
  const own = vfile.messages.filter(({ ruleId }) => ruleId === 'unknown-private-field');
  expect(own.map(({ fatal, note }) => [fatal, note])).toEqual([
    [false, 'Did you mean `phone`?'],
    [false, expect.stringContaining('Name keys')],
    [false, expect.stringContaining('Name keys')],
  ]);
});

test('without --public all is there', async () => {
  const vfile = new VFile({ path: 'cv.md', value: `${head}## A {.private}\n\n[b]{.private} c\n` });
  const { cv, privateParts } = await parseCv(vfile);
  expect(showCv(cv)).toContain('# A\nparagraph:');
  expect(privateParts).toBeUndefined();
});
