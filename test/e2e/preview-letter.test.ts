/** The preview of a letter: the variants and languages of its CV and its own, and a look that is written into the letter. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noBrowser } from './browser.ts';
import { createFolder, lacking } from './mdcv.ts';
import { startWatch, until } from './mdcv-process.ts';
import { openPreview, shownText, textOf, urlOf } from './preview-page.ts';

const missing = noBrowser ?? lacking(['pdflatex']);

const cv = `---
name: Anna Muster
headline: { en: Engineer, de: Ingenieurin }
email: anna@example.org
lang: [en, de]
template: classic
variants:
  industry: { template: banking, colour: red }
  academic: { headline: Scholar, lang: en }
---

## Work

- Made.
`;

const letter = `---
recipient: { en: [Acme Ltd, London], de: [Acme GmbH, Berlin] }
date: 2026-03-02
variants:
  globex: { variant: industry, subject: Globex }
---

I write to you. {lang=en}

Ich schreibe Ihnen. {lang=de}

Made things. {.industry}

Taught things. {.academic}
`;

describe.skipIf(missing)(`the preview of a letter${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('shows the editions of its CV and its own, and writes a look into the letter only', async () => {
    const folder = createFolder();
    mkdirSync(join(folder, 'content'));
    const cvFile = join(folder, 'content/cv.md');
    const letterFile = join(folder, 'content/letter.md');
    writeFileSync(cvFile, cv);
    writeFileSync(letterFile, letter);
    const args = ['--no-open', '--variant', 'industry', '--lang', 'de'];
    const page = await openPreview(await urlOf(startWatch(folder, args, 'content/letter.md')));
    const shows = async (title: string, ...texts: string[]): Promise<void> => {
      await expect.poll(() => page.title()).toBe(`${title}.pdf – mdcv`);
      await until(async () => {
        const shown = await shownText(page);
        return texts.every((text) => shown.includes(text));
      });
    };
    const pick = async (label: string, value: string): Promise<void> => {
      await page.getByLabel(label).selectOption(value);
    };
    await shows('letter-industry-de', 'Ingenieurin', 'Acme GmbH', 'Ich schreibe', 'Made things');
    expect(await shownText(page)).not.toContain('Taught');

    await page.getByRole('button', { name: 'Look' }).click();
    const offered = (label: string): Promise<string[]> =>
      page.getByLabel(label).locator('option').allTextContents();
    await expect.poll(() => offered('Language')).toEqual(['English', 'German']);
    expect(await offered('Variant')).toEqual(['the whole letter', 'globex', 'industry', 'academic']);
    expect(await page.getByLabel('Template').inputValue()).toBe('banking');
    expect(await page.getByLabel('Variant').inputValue()).toBe('industry');

    // Of the letter's own, which goes with a variant of the CV; and one that is not written in this language.
    await pick('Variant', 'globex');
    await shows('letter-globex-de', 'Globex', 'Ingenieurin', 'Ich schreibe');
    await pick('Variant', 'academic');
    await shows('letter-academic', 'Scholar', 'I write', 'Taught things');
    await expect.poll(() => page.getByLabel('Language').count()).toBe(0);
    expect(await page.getByLabel('Template').inputValue()).toBe('classic');
    await pick('Variant', 'none');
    await shows('letter-en', 'Engineer', 'Made things', 'Taught things');
    expect(await page.getByRole('region', { name: 'Problems' }).isVisible()).toBe(false);

    // A click leads to the file that says it, and what is saved there is shown.
    await page.keyboard.press('Escape');
    await page.locator('.textLayer span', { hasText: 'anna@example.org' }).first().click();
    await expect.poll(() => textOf(page, '#source-place')).toBe('content/cv.md:4');
    expect(await textOf(page, '#source-text')).toBe('email: anna@example.org');
    writeFileSync(cvFile, cv.replace('en: Engineer', 'en: Inventor'));
    await shows('letter-en', 'Inventor');

    await page.getByRole('button', { name: 'Look' }).click();
    await pick('Variant', 'globex');
    await shows('letter-globex-en', 'Globex');
    await pick('Template', 'academic');
    await page.getByRole('button', { name: 'Write into the file' }).click();
    await until(() => readFileSync(letterFile, 'utf8').includes('template: academic'));
    expect(readFileSync(letterFile, 'utf8')).toBe(
      letter.replace('\n---\n\nI', '\ntemplate: academic\n---\n\nI'),
    );
    expect(readFileSync(cvFile, 'utf8')).toContain('template: banking');
    await shows('letter-globex-en', 'ANNA MUSTER', 'Inventor');
  });
});
