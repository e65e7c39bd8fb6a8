/** What `mdcv watch` finds in a PDF comes after its pages, in the panel, at its line. */
import { describe, expect, it } from 'vitest';
import { noBrowser } from './browser.ts';
import { lacking } from './mdcv.ts';
import { until } from './mdcv-process.ts';
import { longCv, openPreview, shownText, startPreview } from './preview-page.ts';

const missing = noBrowser ?? lacking(['pdflatex']);

describe.skipIf(missing)(`checks in the preview${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('come after the pages, lead to their lines, and go with the next save', async () => {
    const { url, save } = await startPreview(longCv('First', 'pages: 1\ntemplate: academic'));
    const page = await openPreview(url);
    const panel = page.getByRole('region', { name: 'Problems' });
    const budget = page.locator('#problem-list > *').filter({ hasText: 'and pages allows 1' });
    // Warnings do not open the panel.
    await until(async () => (await budget.count()) === 1);
    expect(await panel.isVisible()).toBe(false);
    await page.keyboard.press('p');
    expect(await budget.isVisible()).toBe(true);
    expect(await shownText(page)).toContain('FIRST');
    expect(await budget.getByRole('link').first().textContent()).toBe('cv.md:3:8');

    save(longCv('Second', 'pages: 9\ntemplate: academic'));
    await until(async () => (await shownText(page)).includes('SECOND'));
    await until(async () => (await budget.count()) === 0);
  });
});
