import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { build } from '../../src/build.ts';
import type { PdfPlaces } from '../../src/model/pdf-places.ts';
import { startPreview } from '../../src/preview/preview.ts';
import { noBrowser } from './browser.ts';
import { createFolder, lacking } from './mdcv.ts';
import { longCv, openPreview, scrollTop, shownText, textOf } from './preview-page.ts';
import { until } from './watch-process.ts';

const missing = noBrowser ?? lacking(['pdflatex']);

describe.skipIf(missing)(`the preview and the source${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('shows the line behind a click, marks the line that was edited, and goes there if it is out of view', async () => {
    const folder = createFolder();
    const file = join(folder, 'cv.md');
    const text = longCv('Text');
    const lineOf = (what: string): number => text.split('\n').findIndex((line) => line.includes(what)) + 1;
    // Stands in for SyncTeX: the page of this CV in fixed steps.
    const places: PdfPlaces = {
      sourceAt: (page, x, y) =>
        x > 50 ? { file, line: lineOf(`number ${page * 10 + Math.floor(y / 100)}`) } : undefined,
      boxesOf: (of, line) => {
        const number = Number(/number (\d+)/.exec(text.split('\n')[line - 1] ?? '')?.[1]);
        return of === file && number >= 10
          ? [{ page: Math.floor(number / 10), x: 60, y: 100 * (number % 10) + 20, width: 200, height: 12 }]
          : [];
      },
    };
    const preview = await startPreview({ build: { file }, rebuild: () => {} });
    onTestFinished(() => preview.close());
    const save = async (next: string): Promise<void> => {
      writeFileSync(file, next);
      const result = await build({ file, output: join(folder, 'out') });
      preview.show({ type: 'built', result: { ...result, places } });
    };
    await save(text);
    const page = await openPreview(preview.url);
    expect(await page.locator('.mark').count()).toBe(0);

    const strip = page.getByRole('region', { name: 'Source line' });
    const sheet = page.locator('.sheet').first();
    const points = async (x: number, y: number): Promise<{ x: number; y: number }> => {
      const factor = ((await sheet.boundingBox())?.width ?? 0) / ((210 / 25.4) * 72);
      return { x: x * factor, y: y * factor };
    };
    await sheet.click({ position: await points(100, 250) });
    await strip.waitFor();
    expect(await textOf(page, '#source-text')).toBe('- What was done there, number 12.');
    const link = strip.getByRole('link');
    expect(await link.textContent()).toMatch(new RegExp(`cv\\.md:${lineOf('number 12.')}$`));
    expect(await link.getAttribute('href')).toMatch(
      new RegExp(`^vscode://file/.*/cv\\.md:${lineOf('number 12.')}:1$`),
    );
    const mark = await page.locator('.mark').boundingBox();
    const box = await sheet.boundingBox();
    const at = await points(60, 220);
    expect((mark?.x ?? 0) + 3 - (box?.x ?? 0)).toBeCloseTo(at.x, 0);
    expect((mark?.y ?? 0) + 1 - (box?.y ?? 0)).toBeCloseTo(at.y, 0);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy line' }).click();
    await until(async () => (await textOf(page, '#announcer')) === 'Line copied');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('- What was done there, number 12.');
    await page.keyboard.press('Escape');
    expect(await strip.isVisible()).toBe(false);
    await sheet.click({ position: await points(20, 250) });
    expect(await strip.isVisible()).toBe(false);

    // In view: marked, and nothing moves.
    await scrollTop(page, 100);
    await save(text.replace('number 12.', 'number 12, and more.'));
    await until(async () => (await shownText(page)).includes('12, and more'));
    expect(await page.locator('.sheet:nth-child(1) > .mark-edited').count()).toBe(1);
    expect(await scrollTop(page)).toBe(100);
    // A build that takes its time says so, and whose pages these are.
    preview.show({ type: 'building', changed: [file] });
    await expect.poll(() => textOf(page, '#state')).toMatch(/^Building … · pages of /);
    // Out of view: gone to.
    await save(
      text.replace('number 12.', 'number 12, and more.').replace('number 31.', 'number 31, and more.'),
    );
    const edited = page.locator('.sheet:nth-child(3) > .mark-edited');
    await edited.waitFor();
    await until(async () => {
      const { y = -1 } = (await edited.boundingBox()) ?? {};
      return y > 100 && y < 700;
    });
  });
});
