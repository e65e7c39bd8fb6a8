/** One source, many PDFs: variants and languages with real TeX, what they are named and what they hold. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noBrowser } from './browser.ts';
import { createFolder, type JsonBuild, lacking, mdcv, pdfText } from './mdcv.ts';
import { until } from './mdcv-process.ts';
import { openPreview, shownText, startPreview } from './preview-page.ts';

const noTex = lacking(['pdflatex', 'pdftotext']);

const source = `---
name: Anna Muster
headline: { en: Engineer, de: Ingenieurin }
email: anna@example.org
phone: +1 212 555 0199
private: [phone]
lang: [en, de]
template: classic
options: { hintsWidth: 2.5cm }
variants:
  industry: { template: banking, fit: 1, colour: red, include: [teaching] }
  academic: { phone: +49 30 901820, lang: en }
---

## Experience {lang=en}
## Berufserfahrung {lang=de}

### [Analyst]{lang=en}[Analystin]{lang=de} | Bank | March 2019 – present

- Kept the ledgers.
- Led a department. {.industry}
- Wrote a thesis. {.academic}
- Earned Quuxington money. {.academic .private}

## Teaching {.teaching}

- Taught Foobarish.
`;

interface Edition extends JsonBuild {
  variant: string | null;
  lang: string;
}

function project(text = source): string {
  const folder = createFolder();
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'content/cv.md'), text);
  return folder;
}

function buildAll(folder: string, args: readonly string[]): { editions: Edition[]; exitCode: number | null } {
  const { stdout, exitCode } = mdcv(folder, ['build', ...args, '--json']);
  const editions = stdout
    .trim()
    .split('\n')
    .map((line): Edition => JSON.parse(line));
  return { editions, exitCode };
}

/** The words of a PDF in one line. */
function words(folder: string, name: string): string {
  return pdfText(join(folder, 'out', name)).replace(/\s+/g, ' ');
}

test.skipIf(noTex)('builds each variant in each of its languages, and checks what was built', () => {
  const folder = project();
  const { editions, exitCode } = buildAll(folder, ['--variant', 'all']);
  expect(exitCode).toBe(0);
  expect(
    editions.map(({ pdf, variant, lang, template, pages }) => [pdf, variant, lang, template, pages]),
  ).toEqual([
    ['out/cv-industry-en.pdf', 'industry', 'en', 'banking', 1],
    ['out/cv-industry-de.pdf', 'industry', 'de', 'banking', 1],
    ['out/cv-academic.pdf', 'academic', 'en', 'classic', 1],
  ]);
  // `hintsWidth` is for the template that the others have, which `banking` has not.
  expect(editions.flatMap(({ messages }) => messages.map(({ code }) => code))).toEqual([]);
  const german = words(folder, 'cv-industry-de.pdf');
  for (const text of [
    'Ingenieurin',
    'Analystin',
    'März 2019',
    'heute',
    'Led a department',
    'Foobarish',
    '212 555 0199',
  ])
    expect(german).toContain(text);
  expect(german).toMatch(/berufserfahrung/i);
  expect(german).not.toMatch(/Engineer|Analyst[^i]|present|thesis|Quuxington/);
  const academic = words(folder, 'cv-academic.pdf');
  for (const text of ['Engineer', 'Analyst', 'present', 'thesis', 'Quuxington', '30 901820'])
    expect(academic).toContain(text);
  expect(academic).not.toMatch(/department|Foobarish|212 555|Ingenieurin/);
  expect(readFileSync(join(folder, 'out/cv-industry-de.tex'), 'utf8')).toContain('ngerman');

  const check = mdcv(folder, ['check', 'out/cv-industry-de.pdf', '--json']);
  expect(JSON.parse(check.stdout)).toMatchObject({ file: 'content/cv.md', variant: 'industry', lang: 'de' });
  expect(check.stdout).not.toMatch(/lost-text|stale-pdf/);
  const checks = mdcv(folder, ['check', '--variant', 'industry', '--json']);
  expect(
    checks.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).lang),
  ).toEqual(['en', 'de']);
  const ats = mdcv(folder, ['check', '--variant', 'academic', '--ats', '--json']);
  expect(JSON.parse(ats.stdout).ats.text).toContain('thesis');
});

test.skipIf(noTex)('a public variant holds nothing that is private in any', () => {
  const folder = project(
    `${source.replace('private:', 'raw: latex\nprivate:')}\n[\`Quuxington money\`{=latex}]{.industry}\n`,
  );
  const { editions, exitCode } = buildAll(folder, ['--variant', 'all', '--lang', 'en', '--public']);
  expect(exitCode).toBe(1);
  expect(editions.map(({ pdf }) => pdf)).toEqual([null, 'out/cv-academic-public.pdf']);
  // What the academic variant has private, raw LaTeX brings into the other one.
  expect(editions[0]?.messages.filter(({ code }) => code === 'private-leak')).toMatchObject([{ line: 24 }]);
  expect(existsSync(join(folder, 'out/cv-industry-en-public.pdf'))).toBe(false);
  const academic = words(folder, 'cv-academic-public.pdf');
  expect(academic).toContain('thesis');
  expect(academic).not.toMatch(/Quuxington|901820|555/);
});

test.skipIf(noTex)('one that fails stops no other; names, templates, files, locks, many CVs', () => {
  const folder = project(source.replace('template: banking', 'template: bnking'));
  const { editions, exitCode } = buildAll(folder, [
    '--variant',
    'industry,academic',
    '--lang',
    'en',
    '--lock',
  ]);
  expect(exitCode).toBe(1);
  expect(editions[0]).toMatchObject({
    pdf: null,
    variant: 'industry',
    messages: [{ code: 'unknown-template', line: 11 }],
  });
  expect(editions[1]).toMatchObject({ pdf: 'out/cv-academic.pdf', variant: 'academic', lang: 'en' });
  expect(JSON.parse(readFileSync(join(folder, 'content/mdcv.lock'), 'utf8')).builds).toMatchObject([
    { cv: 'cv.md', template: 'classic', variant: 'academic' },
  ]);
  expect(mdcv(folder, ['check', '--variant', 'academic', '--locked']).stdout).toContain(
    'the same as in mdcv.lock',
  );

  writeFileSync(join(folder, 'content/cv.md'), source);
  expect(mdcv(folder, ['build', '--lang', 'de', '-o', 'mine.pdf', '--tex-only']).stdout).toContain(
    'mine.tex',
  );
  expect(mdcv(folder, ['build', '-o', 'ours.pdf', '--tex-only']).exitCode).toBe(0);
  expect(
    readdirSync(folder)
      .filter((name) => name.endsWith('.tex'))
      .sort(),
  ).toEqual(['mine.tex', 'ours-de.tex', 'ours-en.tex']);
  expect(
    mdcv(folder, ['build', '--variant', 'academic', '-t', 'all', '--tex-only', '-o', 'each']).exitCode,
  ).toBe(0);
  expect(readdirSync(join(folder, 'each'))).toContain('cv-academic-banking.tex');

  writeFileSync(join(folder, 'content/plain.md'), '---\nname: Ada\n---\n\n## A\n\ntext\n');
  const many = buildAll(folder, ['content', '--variant', 'all', '--tex-only']);
  expect(many.editions.map(({ tex }) => tex).sort()).toEqual([
    'out/content/cv-academic.tex',
    'out/content/cv-industry-de.tex',
    'out/content/cv-industry-en.tex',
    'out/content/plain.tex',
  ]);
});

test('what there is not is said with the nearest name', () => {
  const folder = project();
  const run = (...args: string[]): string => {
    const { exitCode, stderr } = mdcv(folder, ['build', ...args]);
    expect(exitCode).toBe(2);
    return stderr;
  };
  expect(run('--variant', 'industri')).toContain(
    'unknown-variant Cannot find the variant `industri`, expected one of industry, academic\n  Did you mean `industry`?',
  );
  expect(run('--lang', 'fr')).toContain(
    'unknown-language Cannot build a PDF in `fr`, the text is written in en, de',
  );
  expect(run('--variant', 'academic', '--lang', 'de')).toContain('the variant `academic` is written in en');
  expect(mdcv(folder, ['watch', '--variant', 'all']).stderr).toContain('Cannot watch `all`, expected one');
});

const noPreview = noBrowser ?? noTex;

test.skipIf(noPreview)('a watch follows one of them, and the preview switches to others', async () => {
  const { url, watch, save, file } = await startPreview(source, ['--variant', 'academic']);
  const page = await openPreview(url);
  await until(async () => (await shownText(page)).includes('Wrote a thesis'), 100_000);
  save(source.replace('a thesis', 'two theses'));
  await until(async () => (await shownText(page)).includes('two theses'), 100_000);
  expect(watch.output()).toContain('out/cv-academic.pdf ·');

  await page.locator('#look-button').click();
  const variant = page.locator('select[name="variant"]');
  expect(await variant.locator('option').allTextContents()).toEqual(['the whole CV', 'industry', 'academic']);
  expect(await variant.inputValue()).toBe('academic');
  await variant.selectOption('industry');
  await until(async () => (await shownText(page)).includes('Led a department'), 100_000);
  await page.locator('select[name="lang"]').selectOption('de');
  await until(async () => (await shownText(page)).includes('Ingenieurin'), 100_000);
  expect(await shownText(page)).toContain('Analystin');
  // A look goes where the variant says it itself.
  await page.locator('select[name="template"]').selectOption('classic');
  await page.locator('#look-write').click();
  await until(() => readFileSync(file, 'utf8').includes('industry: { template: classic, fit: 1'), 100_000);
  expect(readFileSync(file, 'utf8')).toContain('\ntemplate: classic\n');
});
