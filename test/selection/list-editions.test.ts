import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { toEditionSuffix } from '../../src/options.ts';
import {
  checkEditionNames,
  type EditionWish,
  listAllEditions,
  listEditions,
  listEditionsOfOne,
} from '../../src/selection/list-editions.ts';

function write(yaml: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'mdcv-editions-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'cv.md');
  writeFileSync(file, `---\n${yaml}\n---\n\n## A\n`);
  return file;
}

const several = 'lang: [en, de]\nvariants: {industry: {}, academic: {lang: en}}';

/** What is behind the names of the PDFs. */
async function list(yaml: string, wish: EditionWish = {}): Promise<string[]> {
  return (await listEditions(write(yaml), wish)).map(toEditionSuffix);
}

test('one PDF a language, and those variants that are asked for', async () => {
  expect(await list('name: Ada')).toEqual(['']);
  expect(await list(several)).toEqual(['-en', '-de']);
  expect(await list(several, { variant: 'all' })).toEqual(['-industry-en', '-industry-de', '-academic']);
  expect(await list(several, { variant: 'all', lang: 'de' })).toEqual(['-industry-de']);
  expect(await list(several, { variant: 'academic, industry', lang: 'en' })).toEqual([
    '-academic',
    '-industry-en',
  ]);
  expect(await list(several, { variant: 'none', lang: 'all' })).toEqual(['-en', '-de']);
  expect(await list(`${several}\nvariant: all`)).toEqual(['-industry-en', '-industry-de', '-academic']);
  expect(await list('{name: Ada, lang: [en, de]}')).toEqual(['-en', '-de']);
  expect(await listAllEditions(write(several))).toHaveLength(5);
  expect(await listAllEditions(write('name: Ada'))).toEqual([{}]);
});

test('what the front matter names as default is left to the build', async () => {
  expect(await listEditions(write('variants: {a: }\nvariant: a'), {})).toEqual([{ variant: undefined }]);
});

test('what there is not is an error for one CV, and for many left to the build', async () => {
  await expect(list(several, { variant: 'industrie' })).rejects.toThrow(
    'Cannot find the variant `industrie`',
  );
  await expect(list(several, { lang: 'fr' })).rejects.toThrow('the text is written in en, de');
  await expect(list(several, { variant: 'academic', lang: 'de' })).rejects.toThrow(
    '`academic` is written in en',
  );
  const [edition] = await listEditionsOfOne(write(several), { variant: 'industrie', lang: 'fr' });
  expect(edition).toEqual({ variant: 'industrie', lang: 'fr' });
  expect(await list('name: Ada', { variant: 'all' })).toEqual(['']);
});

test('a file that cannot be read is left to the build', async () => {
  expect(await listEditions('/nowhere/cv.md', { variant: 'a', lang: 'de' })).toEqual([
    { variant: 'a', lang: 'de' },
  ]);
  expect(await listEditions(tmpdir(), { variant: 'all', lang: 'all' })).toEqual([
    { variant: undefined, lang: undefined },
  ]);
});

test('two editions of one name are refused', () => {
  expect(() => checkEditionNames('cv.md', ['-a-en', '-a', '-a-en'])).toThrow(
    'both would be named `…-a-en.pdf`',
  );
  expect(() => checkEditionNames('cv.md', ['-a', ''])).not.toThrow();
});
