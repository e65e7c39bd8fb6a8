import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { type ParsedCv, parseCv } from '../../src/content/parse-cv.ts';
import type { Edition } from '../../src/model/edition.ts';
import { showCv } from '../content/recognition/show-cv.ts';

interface Selected extends ParsedCv {
  shown: string;
  problems: string[];
}

async function select(source: string, edition: Edition = {}, isPublic = false): Promise<Selected> {
  const vfile = new VFile({ path: 'cv.md', value: source });
  const parsed = await parseCv(vfile, { edition, isPublic });
  return {
    ...parsed,
    shown: showCv(parsed.cv).trim(),
    problems: vfile.messages.map(
      (one) => `${one.line}:${one.column} ${one.ruleId} ${one.reason} ${one.note}`,
    ),
  };
}

const variants =
  'variants:\n  industry: {}\n  academic: {include: [teaching]}\n  short: {exclude: [long, optional]}\n  full: {include: all}\n';

function cv(body: string, keys = ''): string {
  return `---\nname: Ada Lovelace\n${keys}${variants}---\n\n${body}`;
}

/** The words `x1`, `x2` … of a CV that are left in each variant. */
async function left(body: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const variant of ['none', 'industry', 'academic', 'short', 'full'])
    found[variant] = [...(await select(cv(body), { variant })).shown.matchAll(/x\d/g)].join(' ');
  return found;
}

test('what has no tag is in all, what has one where the variant takes it in, or does not leave it out', async () => {
  const body =
    '## A\n\nx1\n\n- x2 {.industry}\n- x3 {.academic}\n- x4 {.teaching}\n- x5 {.long}\n- x6 {.industry .long}\n- x7 {.optional}\n- x8 {variant="short, full"}\n';
  expect(await left(body)).toEqual({
    none: 'x1 x2 x3 x4 x5 x6 x7 x8',
    industry: 'x1 x2 x6 x7',
    academic: 'x1 x3 x4 x7',
    short: 'x1 x2 x3 x4 x8',
    full: 'x1 x2 x3 x4 x5 x6 x7 x8',
  });
});

test('sections, entries with their bodies, blocks, spans, terms, cells, HTML', async () => {
  const body = [
    '## A {.academic}\n\nx1\n\n### A1 {.industry}\n\nx2',
    '## B\n\n**Spy** | Ministry | 2012 – 2018 {.industry}\n\nx3',
    '## C\n\n::: industry\nx4\n:::',
    '::: {.teaching}\nx5 [x6]{.industry}\n:::',
    'Label {.industry}\n: x7',
    '<div class="industry">x8</div>',
    '| a | b |\n|---|---|\n| c | x9 {.industry} |',
  ].join('\n\n');
  const { none, industry, academic } = await left(body);
  expect(none).toBe('x1 x2 x3 x4 x5 x6 x7 x8 x9');
  expect(industry).toBe('x3 x4 x7 x8 x9');
  expect(academic).toBe('x1 x5');
  expect((await select(cv(body), { variant: 'academic' })).shown).not.toContain('Spy');
});

test('a section of which nothing is left goes with its title, an unused bibliography without a word', async () => {
  const source = cv('## A\n\n- x {.academic}\n\n## B\n\ny\n');
  expect((await select(source, { variant: 'industry' })).shown).not.toContain('# A');
  const places = new VFile({ path: 'test/fixtures/cv.md', value: cv('## A\n\ntext\n') });
  await parseCv(places, { edition: { variant: 'industry' } });
  expect(places.messages.map(({ ruleId }) => ruleId)).toEqual(['unused-tag', 'unused-tag']);
});

test('texts of the front matter have tags and languages, too', async () => {
  const keys =
    'lang: [en, de]\nsummary: "for all [for firms]{.industry}[für Firmen]{lang=de}"\nfooter: "[end]{lang=en}"\n';
  const en = await select(cv('## A\n\ny {.industry}', keys), { variant: 'academic' });
  expect(en.shown).toContain('paragraph: for all');
  expect(en.shown).not.toMatch(/firms|Firmen/);
  expect(en.shown).toContain('footer: {span end}');
  const de = await select(cv('## A\n\ny', keys), { variant: 'industry', lang: 'de' });
  expect(de.shown).toContain('for all {span for firms}{span für Firmen}');
  expect(de.shown).not.toContain('footer');
});

const translated = `---
name: {en: Anna Sokolova, ru: Анна Соколова}
headline: {en: Engineer, ru: Инженер}
lang: [en, ru]
---

## Experience {lang=en}
## Опыт {lang=ru}

### [Analyst]{lang=en}[Аналитик]{lang=ru} | Bank | [2019 – present]{lang=en}[2019 – н. в.]{lang=ru}

- both

**Teacher** | School | 2010 – 2012 {lang=en}

**Учитель** | Школа | 2010 – 2012 {lang=ru}

- both again

[Languages]{lang=en}[Языки]{lang=ru}
: Latin

::: {lang=ru}
только здесь
:::

A word in [Latin: *ars*]{lang=la}.
`;

test('one source in two languages: names, titles that stand together, fields, entries, blocks', async () => {
  const en = await select(translated, { lang: 'en' });
  expect(en.shown).toBe(
    [
      'name: Anna / Sokolova',
      'headline: Engineer',
      '',
      '# Experience',
      'entry: {span Analyst}',
      '  . subtitle: Bank',
      '  . date: 2019 – present [2019..open]',
      '  list: (both)',
      '  entry: Teacher',
      '    . subtitle: School',
      '    . date: 2010–2012 [2010..2012]',
      '    list: (both again)',
      '  item: {span Languages}',
      '    paragraph: Latin',
      '  paragraph: A word in {span Latin: *ars*}.',
    ].join('\n'),
  );
  const ru = await select(translated, { lang: 'ru' });
  expect(ru.cv.lang).toBe('ru');
  expect(ru.shown).toContain('name: Анна / Соколова\nheadline: Инженер\n\n# Опыт\nentry: {span Аналитик}');
  expect(ru.shown).toContain('entry: Учитель\n    . subtitle: Школа');
  expect(ru.shown).toContain('list: (both again)');
  expect(ru.shown).toContain('item: {span Языки}');
  expect(ru.shown).toContain('только здесь');
  expect(ru.shown).not.toMatch(/Analyst|Teacher|Experience|Languages/);
  expect([...en.problems, ...ru.problems]).toEqual([]);
});

test('the name may be a heading for each language', async () => {
  const source =
    '---\nlang: [en, ru]\n---\n\n# Ada Lovelace {lang=en}\n# Ада Лавлейс {lang=ru}\n\n## A\n\na\n\n## B\n\nb\n';
  expect((await select(source, { lang: 'ru' })).shown).toBe(
    'name: Ада / Лавлейс\n\n# A\nparagraph: a\n\n# B\nparagraph: b',
  );
  expect((await select(source, { lang: 'en' })).shown).toContain('name: Ada / Lovelace\n\n# A\nparagraph: a');
});

test('forms of a language are that language, and one language chooses nothing', async () => {
  const source = (lang: string): string =>
    `---\nname: Ada\nlang: ${lang}\n---\n\n## A\n\nx1 {lang=de}\n\nx2 {lang=de-CH}\n\nx3 {lang=en}\n`;
  const words = async (lang: string, of: string): Promise<string> =>
    [...(await select(source(lang), { lang: of })).shown.matchAll(/x\d/g)].join(' ');
  expect(await words('[en, de-CH]', 'de-CH')).toBe('x1 x2');
  expect(await words('[de-DE, de-CH]', 'de-DE')).toBe('x1 x3');
  expect(await words('[en, de]', 'de')).toBe('x1 x2');
  expect(await words('en', 'en')).toBe('x1 x2 x3');
});

test('slips are warned of, at their places, with the nearest name', async () => {
  const { problems } = await select(
    `---\nname: Ada\nlang: [en, de]\nvariants:\n  industry: {include: [frims, teaching]}\n---\n\n## A {.industy}\n\na {.firms .industy variant=industri}\n\n::: teachin\nb\n:::\n\n::: other\nc\n:::\n\nd [e]{lang=fr} [f]{lang=xx} {lang=dd}\n\n::: publications {.industree .selected}\n:::\n`,
    { variant: 'industry' },
  );
  expect(problems).toEqual([
    expect.stringMatching(/^8:1 unknown-tag .*`\.industy`.* Did you mean `\.industry`\?/),
    expect.stringMatching(/^10:1 unknown-tag .*`\.firms`/),
    expect.stringMatching(/^22:1 unknown-tag .*`\.industree`/),
    expect.stringMatching(/^10:1 unknown-variant Cannot find the variant `industri`.*`industry`\?/),
    expect.stringMatching(/^12:1 unknown-tag .*block `teachin`.*Did you mean `teaching`\?/),
    expect.stringMatching(/^20:1 unknown-language .*`dd`.*Did you mean `de`\?/),
    expect.stringMatching(/^20:\d+ unknown-language .*`xx`/),
    expect.stringMatching(/^5:\d+ unused-tag .*`frims`.*Did you mean `firms`\?/),
    expect.stringMatching(/^5:\d+ unused-tag .*`teaching`.*Did you mean `teachin`\?/),
    expect.stringMatching(/^22:1 unknown-block/),
  ]);
});

test('a tag that is near to none is told of with those that there are', async () => {
  const { problems } = await select(cv('a {.zzzzzz}'), { variant: 'full' });
  expect(problems[0]).toMatch(
    /unknown-tag .* none names this tag What is marked with it is in all of them\. Tags are: industry,/,
  );
});

test('what is private in any edition is private in each', async () => {
  const source = `---\nname: Ada\nprivate: [phone]\nphone: +1 212 555 0199\nsummary: "open [Foobarius]{.private}"\nvariants:\n  industry: {phone: +1 646 555 0100}\n  academic: {}\n---\n\n## X {.academic}\n\n- Quuxington Salary {.private}\n- fine\n\n## Y\n\ntext\n`;
  const { shown, privateParts, problems } = await select(source, { variant: 'industry' }, true);
  expect(shown).toBe('name: Ada\nparagraph: open\n\n# Y\nparagraph: text');
  const texts = privateParts?.flatMap((part) => part.texts.map(({ value }) => value)) ?? [];
  for (const text of ['Foobarius', 'Quuxington Salary', '+16465550100', '+12125550199'])
    expect(texts.join('|')).toContain(text);
  expect(problems).toEqual([]);
});
