import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser } from './browser.ts';
import { createFolder, lacking } from './mdcv.ts';
import { startWatch, until } from './mdcv-process.ts';
import { longCv, openPreview, scrollTop, shownText, startPreview, textOf, urlOf } from './preview-page.ts';
import { templates } from './templates.ts';

const missing = noBrowser ?? lacking(['pdflatex']);
const content = resolve(import.meta.dirname, '../../content');

/** Where a text stands on the page. */
function spanOf(page: Page, text: string): Locator {
  return page.locator('.textLayer span', { hasText: text }).first();
}

describe.skipIf(missing)(`the preview and the source${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('shows the line behind a click, marks the line that was edited, and goes there if it is out of view', async () => {
    const text = longCv('Text');
    const lineOf = (what: string): number => text.split('\n').findIndex((line) => line.includes(what)) + 1;
    const { url, save } = await startPreview(text);
    const page = await openPreview(url);
    await until(async () => (await shownText(page)).includes('number 59'));
    expect(await page.locator('.mark').count()).toBe(0);

    const strip = page.getByRole('region', { name: 'Source line' });
    const clicked = spanOf(page, 'number 3.');
    await clicked.click();
    await strip.waitFor();
    expect(await textOf(page, '#source-text')).toBe('- What was done there, number 3.');
    const link = strip.getByRole('link');
    expect(await link.textContent()).toMatch(new RegExp(`cv\\.md:${lineOf('number 3.')}$`));
    expect(await link.getAttribute('href')).toMatch(
      new RegExp(`^vscode://file/.*/cv\\.md:${lineOf('number 3.')}:\\d+$`),
    );
    // The line's own boxes are marked.
    const mark = await page.locator('.mark').first().boundingBox();
    const span = await clicked.boundingBox();
    expect(Math.abs((mark?.y ?? 0) - (span?.y ?? 1000))).toBeLessThan(8);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy line' }).click();
    await until(async () => (await textOf(page, '#announcer')) === 'Line copied');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('- What was done there, number 3.');
    await page.keyboard.press('Escape');
    expect(await strip.isVisible()).toBe(false);
    // The margin of the page is no line's.
    await page
      .locator('.sheet')
      .first()
      .click({ position: { x: 4, y: 4 } });
    expect(await strip.isVisible()).toBe(false);

    // In view: marked, and nothing moves.
    await scrollTop(page, 100);
    const more = text.replace('number 3.', 'number 3, and more.');
    save(more);
    await until(async () => (await shownText(page)).includes('3, and more'));
    expect(await page.locator('.sheet:nth-child(1) > .mark-edited').count()).toBe(1);
    expect(await scrollTop(page)).toBe(100);
    // Out of view: gone to.
    save(more.replace('number 41.', 'number 41, and more.'));
    const edited = page.locator('.mark-edited').first();
    await until(async () => (await shownText(page)).includes('41, and more'));
    await until(async () => {
      const { y = -1 } = (await edited.boundingBox()) ?? {};
      return y > 100 && y < 700;
    });
    // A build that takes its time says so, and whose pages these are.
    save(more.replace('template: academic', 'template: academic\nengine: xelatex'));
    await expect.poll(() => textOf(page, '#state')).toMatch(/^Building … · pages of /);
  });

  it.each(templates)('finds the line of a click on every page of %s', async (template) => {
    const folder = createFolder();
    cpSync(content, join(folder, 'content'), { recursive: true });
    const watch = startWatch(folder, ['--no-open', '-t', template], 'content/cv.md');
    const page = await openPreview(await urlOf(watch));
    const sources = ['cv.md', 'publications.bib'].map((name) => [
      name,
      readFileSync(join(content, name), 'utf8').split('\n'),
    ]) as [string, string[]][];
    await until(async () => (await page.locator('.textLayer').last().textContent()) !== '');
    const sheets = await page.locator('.sheet').count();
    for (let number = 1; number <= sheets; number++) {
      const spans = page.locator(`.sheet:nth-child(${number}) .textLayer span[role=presentation]`);
      const texts = await spans.allInnerTexts();
      let clicks = 0;
      for (const [index, text] of texts.entries()) {
        // A word that one line of the sources holds.
        const word = /\p{L}{7,}/u.exec(text)?.[0];
        const holding = sources.flatMap(([name, lines]) =>
          lines.flatMap((line, at) => (word && line.includes(word) ? [`${name}:${at + 1}`] : [])),
        );
        if (holding.length !== 1 || !text.trim().startsWith(word as string)) continue;
        await spans.nth(index).click({ position: { x: 12, y: 4 } });
        await until(async () =>
          ((await page.locator('#source-place').textContent()) ?? '').endsWith(holding[0] as string),
        );
        clicks += 1;
        if (clicks === 5) break;
      }
      expect(clicks, `page ${number}`).toBeGreaterThan(0);
    }
  });
});
