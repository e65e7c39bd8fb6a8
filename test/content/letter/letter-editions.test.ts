/** Letters that have the variants and languages of their CV, and such of their own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ParsedCv, parseCv } from '../../../src/content/parse-cv.ts';
import { readCvFile } from '../../../src/content/read-file.ts';
import type { Edition } from '../../../src/model/edition.ts';
import { toEditionSuffix } from '../../../src/options.ts';
import { type EditionWish, listAllEditions, listEditions } from '../../../src/selection/list-editions.ts';
import { showCv } from '../recognition/show-cv.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-letter-editions-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a CV and its letter, each with its front matter. */
function write(cv: string, letter: string, text = 'Text.'): string {
  const file = join(folder, 'letter.md');
  writeFileSync(join(folder, 'cv.md'), `---\nname: Ada Lovelace\n${cv}\n---\n\n## A\n`);
  writeFileSync(file, letter === '' ? `${text}\n` : `---\n${letter}\n---\n\n${text}\n`);
  return file;
}

interface Read extends ParsedCv {
  shown: string[];
  problems: string[];
}

async function read(file: string, edition: Edition = {}, isPublic = false): Promise<Read> {
  const vfile = await readCvFile(file);
  const parsed = await parseCv(vfile, { edition, isPublic });
  return {
    ...parsed,
    shown: showCv(parsed.cv).trim().split('\n'),
    problems: vfile.messages.map((one) => `${one.line ?? '-'} ${one.ruleId} ${one.reason} ${one.note}`),
  };
}

const list = async (file: string, wish: EditionWish = {}): Promise<string[]> =>
  (await listEditions(file, wish)).map(toEditionSuffix);

const cv = `headline: { en: Analyst, de: Analystin }
lang: [en, de]
template: classic
options: { hintsWidth: 2.5cm }
variants:
  industry: { template: banking, colour: red, include: [teaching] }
  academic: { headline: Scholar, lang: en }`;

const text = [
  'One. {lang=en}',
  'Eins. {lang=de}',
  'Made. {.industry}',
  'Taught. {.academic}',
  'Taught, too. {.teaching}',
].join('\n\n');

test('it has the variants of its CV, with the person, the look and the tags of each', async () => {
  const file = write(cv, '', text);
  expect(await list(file)).toEqual(['-en', '-de']);
  expect(await list(file, { variant: 'all' })).toEqual(['-industry-en', '-industry-de', '-academic']);
  expect(await list(file, { variant: 'all', lang: 'de' })).toEqual(['-industry-de']);
  expect(await listAllEditions(file)).toHaveLength(5);
  const industry = await read(file, { variant: 'industry', lang: 'de' });
  expect(industry.problems).toEqual([]);
  expect(industry.shown).toEqual([
    'name: Ada / Lovelace',
    'headline: Analystin',
    'opening: Sehr geehrte Damen und Herren,',
    'closing: Mit freundlichen Grüßen',
    'paragraph: Eins.',
    'paragraph: Made.',
    'paragraph: Taught, too.',
  ]);
  expect(industry.frontMatter).toMatchObject({
    variant: { value: 'industry', position: { start: { file: join(folder, 'cv.md'), line: 8 } } },
    template: { value: 'banking' },
    options: { value: { hintsWidth: { value: '2.5cm' }, colour: { value: 'red' } } },
    hasOtherTemplate: true,
  });
  const academic = await read(file, { variant: 'academic' });
  expect(academic.shown).toEqual([
    'name: Ada / Lovelace',
    'headline: Scholar',
    'opening: Dear Sir or Madam,',
    'closing: Yours faithfully,',
    'paragraph: One.',
    'paragraph: Taught.',
  ]);
  expect(academic.frontMatter.template?.value).toBe('classic');
});

test('it is built as its CV is by default, unless it says otherwise', async () => {
  const file = write(`${cv}\nvariant: academic`, '', text);
  expect((await read(file)).shown).toContain('headline: Scholar');
  expect(await list(write(`${cv}\nvariant: all`, '', text))).toEqual([
    '-industry-en',
    '-industry-de',
    '-academic',
  ]);
  const whole = await read(write(`${cv}\nvariant: academic`, 'variant: none', text), { lang: 'en' });
  expect(whole.shown).toContain('headline: Analyst');
  expect(whole.shown).toContain('paragraph: Made.');
});

test('it is in one language where nothing in it is for one only, whatever its CV has', async () => {
  const file = write(cv, 'recipient: Acme');
  expect(await list(file)).toEqual(['']);
  expect((await read(file)).shown).toContain('headline: Analyst');
  expect((await read(file, { lang: 'de' })).shown).toEqual(
    expect.arrayContaining(['headline: Analystin', 'closing: Mit freundlichen Grüßen']),
  );
  // Its own languages are its own.
  const own = write(cv, 'lang: [de, fr]', 'Un. {lang=fr}');
  expect(await list(own)).toEqual(['-de', '-fr']);
  expect((await read(own, { lang: 'fr' })).shown).toContain('paragraph: Un.');
  expect(await list(write(cv, 'lang: de', text))).toEqual(['']);
});

test('its keys say a value for each language, and its date and labels are in that language', async () => {
  const file = write(
    cv,
    `recipient: { en: [Acme Ltd, London], de: { name: Acme GmbH, city: Berlin } }
subject: { en: Application, de: Bewerbung }
date: 2026-03-02
enclosures: { en: [CV], de: [Lebenslauf] }`,
  );
  expect(await list(file)).toEqual(['-en', '-de']);
  const { shown, problems } = await read(file, { lang: 'de' });
  expect(problems).toEqual([]);
  expect(shown.slice(2)).toEqual([
    'to: Acme GmbH',
    'to: Berlin',
    'date: 2. März 2026',
    'subject: Bewerbung',
    'opening: Sehr geehrte Damen und Herren,',
    'closing: Mit freundlichen Grüßen',
    'Anlagen: Lebenslauf',
    'paragraph: Text.',
  ]);
});

test('variants of its own go with the CV as it is, of the same name, or as they say', async () => {
  const letter = `variants:
  acme: { recipient: Acme, variant: industry }
  university: { recipient: University }
  industry: { subject: Work }`;
  const file = write(`${cv}\nvariant: academic`, letter, text);
  expect(await list(file, { variant: 'all', lang: 'en' })).toEqual([
    '-acme-en',
    // The CV's default is in one language.
    '-university',
    '-industry-en',
  ]);
  expect(await list(file, { variant: 'academic' })).toEqual(['-academic']);
  const acme = await read(file, { variant: 'acme', lang: 'en' });
  expect(acme.problems).toEqual([]);
  expect(acme.shown.slice(1, 3)).toEqual(['headline: Analyst', 'to: Acme']);
  expect(acme.frontMatter.template?.value).toBe('banking');
  expect((await read(file, { variant: 'university', lang: 'en' })).shown.slice(1, 3)).toEqual([
    'headline: Scholar',
    'to: University',
  ]);
  const industry = await read(file, { variant: 'industry', lang: 'en' });
  expect(industry.frontMatter.template?.value).toBe('banking');
  // It says nothing of tags, so those of the CV's variant hold.
  expect(industry.shown.slice(2)).toEqual([
    'subject: Work',
    'opening: Dear Sir or Madam,',
    'closing: Yours faithfully,',
    'paragraph: One.',
    'paragraph: Made.',
    'paragraph: Taught, too.',
  ]);
  const tagged = write(cv, 'variants: { industry: { exclude: [teaching] }, acme: {} }', text);
  expect((await read(tagged, { variant: 'industry' })).shown).not.toContain('paragraph: Taught, too.');
});

test('a name that is none is told, in the letter and of what its variant says', async () => {
  const letter = 'variants:\n  acme: { variant: industri }\n  other: { variant: xyz }\n  third: { variant: }';
  const { problems } = await read(write(cv, letter, 'A. {.industri}'), { variant: 'acme' });
  expect(problems.map((one) => one.replace(/Tags are.*/, ''))).toEqual([
    '3 unknown-variant Cannot find the variant `industri` of the CV, it has industry, academic Did you mean `industry`?',
    '4 unknown-variant Cannot find the variant `xyz` of the CV, it has industry, academic Name one of them, or `none` for the whole CV.',
    '8 unknown-tag Cannot tell which variants `.industri` is for, none names this tag Did you mean `.industry`? What is marked with it is in all of them. ',
  ]);
  const none = write('lang: [en, de]', letter, 'A.');
  expect((await read(none, { variant: 'acme' })).problems[0]).toContain('of the CV, it has none');
  await expect(list(write(cv, ''), { variant: 'industri' })).rejects.toThrow('Cannot find the variant');
});

test('a CV without editions leaves a letter its own', async () => {
  const file = write('lang: en', 'variants: { acme: { recipient: Acme } }');
  expect(await list(file, { variant: 'all' })).toEqual(['-acme']);
  expect((await read(file, { variant: 'acme' })).shown).toContain('to: Acme');
  writeFileSync(join(folder, 'cv.md'), '# Ada Lovelace\n');
  expect(await list(file, { variant: 'all' })).toEqual(['-acme']);
  expect((await read(file, { variant: 'acme' })).shown).toContain('to: Acme');
});

test('options of the CV are for its template, and a letter of another one passes them over', async () => {
  const { frontMatter } = await read(write(cv, 'template: academic\noptions: { colour: blue }'));
  expect(frontMatter).toMatchObject({
    options: { value: { hintsWidth: { value: '2.5cm' } } },
    variantOptions: { value: { colour: { value: 'blue' } } },
    hasOtherTemplate: true,
  });
  const same = await read(write(cv, 'template: classic\noptions: { colour: blue }'));
  expect(same.frontMatter.options?.value).toMatchObject({
    hintsWidth: { value: '2.5cm' },
    colour: { value: 'blue' },
  });
  expect(same.frontMatter.hasOtherTemplate).toBeUndefined();
});

test('a public letter knows what is private in any variant and language of its CV', async () => {
  const keys = `lang: [en, de]\nprivate: [phone, mobile]
variants: { industry: { phone: +49 30 901820 }, academic: { mobile: { en: +44 20 79460958, de: +49 170 123 4567 } } }`;
  const { privateParts } = await read(write(keys, 'lang: en'), {}, true);
  const parts = JSON.stringify(privateParts);
  for (const number of ['901820', '79460958', '123 4567']) expect(parts).toContain(number);
});

test('a CV with variants only, with languages only, with keys that say nothing', async () => {
  const variants = write(
    'variants: { industry: { headline: Maker } }',
    '',
    'Made. {.industry}\n\nTaught. {.academic}',
  );
  expect((await read(variants, { variant: 'industry' })).shown).toContain('headline: Maker');
  expect(await list(variants)).toEqual(['']);
  const languages = write('lang: [en, de]', '', 'One. {lang=en}\n\nEins. {lang=de}');
  expect((await read(languages, { lang: 'de' })).shown).toContain('paragraph: Eins.');
  expect(await list(write('variants:', ''), { variant: 'all' })).toEqual(['']);
  const nested = Array.from(
    { length: 20_000 },
    (_, index) => `${' '.repeat((index % 3000) + index / 100)}a:`,
  );
  const deep = write('lang: [en, de]', `subject:\n${nested.join('\n')}`);
  expect((await read(deep)).problems.join()).toContain('it nests too deeply');
}, 30_000);
