import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { type FrontMatter, frontMatterJsonSchema } from '../../../src/content/front-matter/front-matter.ts';
import { parseMarkdown } from '../../../src/content/syntax/parse-markdown.ts';
import type { Edition } from '../../../src/model/edition.ts';

async function read(
  yaml: string,
  edition: Edition = {},
): Promise<{ frontMatter: FrontMatter; problems: string[] }> {
  const vfile = new VFile({ path: 'cv.md', value: `---\n${yaml}\n---\n\ntext\n` });
  const { frontMatter } = await parseMarkdown(vfile, { edition });
  return {
    frontMatter,
    problems: vfile.messages.map(
      (one) => `${one.line}:${one.column} ${one.ruleId} ${one.reason} ${one.note}`,
    ),
  };
}

test('tags of variants: the own name, what is taken in, what is left out', async () => {
  const { frontMatter, problems } = await read(
    [
      'variants:',
      '  a:',
      '  b: {include: [.x, y], exclude: z}',
      '  c: {exclude: "x, y z,"}',
      '  d: {include: all, exclude: "all"}',
      '  e: {include: , exclude: }',
      '  "2024": {include: "*"}',
    ].join('\n'),
  );
  expect(problems).toEqual([]);
  const words = (tags?: { value: string }[]): string | undefined => tags?.map(({ value }) => value).join(' ');
  expect(
    frontMatter.variants?.map(({ name, include, exclude }) => [name, words(include), words(exclude)]),
  ).toEqual([
    ['a', 'a', ''],
    ['b', 'b x y', 'z'],
    ['c', undefined, 'x y z'],
    ['d', undefined, 'all'],
    ['e', 'e', ''],
    ['2024', undefined, ''],
  ]);
});

test('what cannot be a variant or a tag is an error at its place', async () => {
  const { problems, frontMatter } = await read(
    [
      'variants:',
      '  ok: {include: [private, "a b"], variants: {}, variant: x}',
      '  ../x: {}',
      '  Public: {}',
      '  list: [a]',
      '  ? [odd]',
      '  : {}',
      '  lists: {include: {a: b}}',
    ].join('\n'),
  );
  expect(frontMatter.variants?.map(({ name }) => name)).toEqual(['ok', 'lists']);
  expect(problems.map((text) => text.replace(/ expected .*/, ''))).toEqual([
    expect.stringMatching(/^7:5 unknown-key Cannot use a key that is no text/),
    expect.stringMatching(/^3:18 wrong-type Cannot include `private`/),
    expect.stringMatching(/^3:27 wrong-type Cannot use `a b` as a tag,/),
    expect.stringMatching(/^4:3 wrong-type Cannot name a variant `\.\.\/x`,/),
    expect.stringMatching(/^5:3 wrong-type Cannot name a variant `Public`, this word/),
    expect.stringMatching(/^6:9 wrong-type Cannot use `variants.list` with a list/),
    expect.stringMatching(/^9:20 wrong-type Cannot use `variants.lists.include` with a mapping/),
    expect.stringMatching(/^3:35 unknown-key Cannot use `variants` in a variant/),
    expect.stringMatching(/^3:49 unknown-key Cannot use `variant` in a variant/),
  ]);
  expect((await read('variants: [a]')).problems).toEqual([
    expect.stringMatching(/^2:11 wrong-type Cannot use `variants` with a list/),
  ]);
  expect((await read('variants:\nvariant:')).problems).toEqual([]);
});

const overriding = [
  'name: Ada King',
  'headline: Analyst',
  'photo: me.jpg',
  'phone: "1"',
  'email: a@b.org',
  'website: a.org',
  'template: classic',
  'options: {colour: red, paper: a4}',
  'checks: {widow: fine}',
  'pages: 2',
  'variants:',
  '  a:',
  '    firstname: Ada',
  '    lastname: Lovelace',
  '    headline:',
  '    photo: false',
  '    tel: ["2", "3"]',
  '    template: banking',
  '    options: {paper: letter}',
  '    margin: 2cm',
  '    pageNumbers: false',
  '    checks: {orphan: fine, widow: ok}',
  '    fit: 1',
  '  b: {pages: 3, options: , fit: true, mobile: "4"}',
].join('\n');

test('a variant says any key anew, in its place', async () => {
  const { frontMatter: a, problems } = await read(overriding, { variant: 'a' });
  expect(problems).toEqual([]);
  const values = (of: Record<string, { value: unknown }> = {}): object =>
    Object.fromEntries(Object.entries(of).map(([key, { value }]) => [key, value]));
  expect(a).toMatchObject({
    firstname: { value: 'Ada' },
    template: { value: 'banking' },
    hasOtherTemplate: true,
    pages: { value: 1 },
    fit: { value: true },
    variant: { value: 'a' },
  });
  expect(a).not.toHaveProperty('name');
  expect(a).not.toHaveProperty('headline');
  expect(a.photo?.value ?? '').toBe('');
  expect(a.contacts.map(({ key, value }) => `${key} ${value.value}`)).toEqual([
    'phone 2',
    'phone 3',
    'email a@b.org',
    'homepage a.org',
  ]);
  expect(values(a.options?.value)).toEqual({ colour: 'red', paper: 'a4' });
  expect(values(a.variantOptions?.value)).toEqual({ paper: 'letter', margin: '2cm', pageNumbers: false });
  expect(values(a.checks?.value)).toEqual({ widow: 'ok', orphan: 'fine' });

  const { frontMatter: b } = await read(overriding, { variant: 'b' });
  expect(b).toMatchObject({ name: { value: 'Ada King' }, pages: { value: 3 }, fit: { value: true } });
  expect(b).not.toHaveProperty('options');
  expect(b).not.toHaveProperty('hasOtherTemplate');
  expect(b.contacts.at(-1)).toMatchObject({ key: 'mobile' });

  const { frontMatter: whole } = await read(overriding, { variant: 'none' });
  expect(whole).toMatchObject({ headline: { value: 'Analyst' }, pages: { value: 2 } });
  expect(whole).not.toHaveProperty('variant');
});

test('pages and fit of the CV and of a variant', async () => {
  const pages = async (yaml: string): Promise<unknown> =>
    (await read(yaml, { variant: 'a' })).frontMatter.pages?.value;
  expect(await pages('fit: 2\nvariants: {a: {pages: 1}}')).toBe(1);
  expect(await pages('fit: 2\nvariants: {a: {}}')).toBe(2);
  expect(await pages('fit: 2\nvariants: {a: {pages: }}')).toBe(2);
  expect((await read('fit: 0\npages: x')).problems).toEqual([
    expect.stringContaining('2:6 wrong-type Cannot use `fit` with `0`, expected a whole number above 0'),
    expect.stringContaining('3:8 wrong-type'),
  ]);
  expect((await read('fit: yes')).problems).toEqual([expect.stringContaining('or a number of pages')]);
});

test('what is wrong in any variant is told, also where another one is built', async () => {
  const { problems } = await read(
    'variants:\n  a: {engine: tex, layout: x, css: y, deep: {a: b}, [list]: c, empty: , options: 3}\n  b: {}',
    { variant: 'b' },
  );
  expect(problems).toEqual([
    expect.stringMatching(/^3:53 unknown-key Cannot use a key that is no text/),
    expect.stringMatching(/^3:15 wrong-type Cannot use `engine`/),
    expect.stringMatching(/^3:31 unsupported-key Cannot use `css`/),
    expect.stringMatching(/^3:39 unknown-key Cannot use `deep`/),
    expect.stringMatching(/^3:\d+ wrong-type Cannot use `options`/),
  ]);
});

test('`variant` says what is built, and what it cannot say', async () => {
  const keys = 'variants: {industry: , academic: }\nvariant: ';
  expect((await read(`${keys}academic`)).frontMatter.variant?.value).toBe('academic');
  expect((await read(`${keys}academic`, { variant: 'none' })).frontMatter.variant).toBeUndefined();
  expect((await read(`${keys}all`)).problems).toEqual([]);
  expect((await read(`${keys}industri`)).problems).toEqual([
    '3:10 unknown-variant Cannot build the variant `industri`, `variants` has industry, academic Did you mean `industry`?',
  ]);
  expect((await read('variant: x')).problems).toEqual([
    '2:10 unknown-variant Cannot build the variant `x`, `variants` names none Name one of them, `all`, or `none` for the whole.',
  ]);
  expect((await read(`${keys}industri`, { variant: 'academic' })).problems).toHaveLength(1);
  expect((await read(`${keys}[a]`)).problems).toEqual([expect.stringContaining('the name of a variant')]);
});

test('languages: one, a list, of a variant', async () => {
  const { frontMatter } = await read('lang: [en, de-CH, EN]\nvariants: {fr: {lang: fr}}', { lang: 'de' });
  expect(frontMatter).toMatchObject({
    lang: { value: 'de-CH' },
    languages: ['en', 'de-CH', 'fr'],
    variantLanguages: ['en', 'de-CH'],
  });
  expect((await read('lang: "en, de,"', { lang: 'it' })).frontMatter.lang?.value).toBe('en');
  expect((await read('name: x', { lang: 'it' })).frontMatter.lang?.value).toBe('it');
  const fr = await read('lang: en\nvariants: {fr: {lang: fr}}', { variant: 'fr' });
  expect(fr.frontMatter).toMatchObject({ lang: { value: 'fr' }, variantLanguages: ['fr'] });
  expect((await read('lang: [en, "../de", ]')).problems).toEqual([
    expect.stringMatching(/^2:12 wrong-type Cannot use `\.\.\/de` as a language/),
  ]);
  expect((await read('lang: [German, fr_FR.UTF-8, deutsch]')).frontMatter.languages).toEqual(['de', 'fr-FR']);
  const unknown = await read('lang: klingon');
  expect(unknown.problems).toEqual([
    expect.stringMatching(/^2:7 wrong-type Cannot use `klingon` as a language/),
  ]);
  expect(unknown.frontMatter.lang).toBeUndefined();
  const none = await parseMarkdown(new VFile({ path: 'cv.md', value: 'text' }), { edition: { lang: 'it' } });
  expect(none.frontMatter.lang?.value).toBe('it');
});

test('values by language', async () => {
  const yaml = [
    'lang: [en, de]',
    'name: &name {en: Anna, de: Änne}',
    'headline: {en: one}',
    'keywords: {en: [a, b], de: [c]}',
    'options: {paper: {en: letter, de: a4}}',
    'contact: {de: "12345678", en: a@b.org}',
    'address: {city: Bonn, fax: x}',
    'summary: {en: x, de: }',
    'footer: {en: x, de: y, fr: z, dd: w}',
    'title: *name',
  ].join('\n');
  const { frontMatter, problems } = await read(yaml, { lang: 'de' });
  expect(frontMatter).toMatchObject({
    name: { value: 'Änne', position: { start: { line: 3 } } },
    keywords: { value: ['c'] },
    options: { value: { paper: { value: 'a4' } } },
    address: { value: ['Bonn', 'x'] },
    footer: { value: 'y' },
    title: { value: 'Änne' },
    contacts: [{ value: { value: '12345678' } }],
  });
  expect(frontMatter).not.toHaveProperty('headline');
  expect(frontMatter).not.toHaveProperty('summary');
  expect(problems).toEqual([
    expect.stringMatching(/^4:11 missing-translation `headline` says nothing in `de` Write `de: …`/),
    expect.stringMatching(/^10:24 unknown-language Cannot use `fr` of `footer`.* Add `fr` to `lang`/),
    expect.stringMatching(/^10:31 unknown-language Cannot use `dd` of `footer`.* Did you mean `de`\?/),
  ]);
  expect((await read('headline: {en: a, de: b}')).problems).toEqual([
    expect.stringContaining('name them all: `lang: [en, de]`'),
  ]);
  expect(
    (await read('lang: en\nheadline: {[x]: a, de: b}\nvariants: {a: {label: {en: x}}}')).problems,
  ).toEqual([expect.stringContaining('3:11 wrong-type')]);
});

test('the schema knows variants with all keys, and values by language', () => {
  const schema = frontMatterJsonSchema() as { properties: Record<string, object> };
  const text = JSON.stringify(schema);
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(['variants', 'variant', 'lang']));
  expect(text).toContain('"include":{"description":"Tags that go in');
  // A schema of a hundred keys for editors, not of thousands.
  expect(text.length).toBeLessThan(60_000);
});
