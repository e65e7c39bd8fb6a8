/** Links of the PDF on the preview's page: opened by their sign or the keyboard, while a click on them still finds the line. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser } from './browser.ts';
import { lacking } from './mdcv.ts';
import { until } from './mdcv-process.ts';
import { openPreview, scrollTop, startPreview, textOf } from './preview-page.ts';

const missing = noBrowser ?? lacking(['pdflatex']);

// The last three reach the PDF past mdcv, which makes no such link.
const cv = `---
name: Ada Lovelace
email: ada@example.org
phone: +44 20 1234567
homepage: https://ada.example.org/?a=1&b=2
template: classic
raw: latex
---

## Work

- Read [the paper](https://example.org/paper) on engines.
- Deep \`\\hyperlink{below}{leads on}\`{=latex}, \`\\href{javascript:alert(1)}{script}\`{=latex}, \`\\href{file:///etc/passwd}{file}\`{=latex}, \`\\href{data:text/html,x}{data}\`{=latex}.

\`\\newpage\`{=latex}

## More

Some text.

Target \`\\hypertarget{below}{here}\`{=latex}.
`;

describe.skipIf(missing)(`links in the preview${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('open by their sign and by the keyboard, and leave the click to the line', async () => {
    const { url, save } = await startPreview(cv);
    const page = await openPreview(url, { viewport: { width: 1100, height: 700 } });
    const links = page.locator('.sheet > .link');
    await until(async () => (await links.count()) >= 5);
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(hrefs).toEqual([
      'mailto:ada@example.org',
      'tel:+44201234567',
      'https://ada.example.org/?a=1&b=2',
      'https://example.org/paper',
      '#page-2',
    ]);
    for (const link of await links.all()) {
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
      expect(await link.getAttribute('target')).toBe(
        (await link.getAttribute('href'))?.startsWith('http') ? '_blank' : null,
      );
    }
    const paper = page.getByRole('link', { name: 'Open example.org/paper', exact: true });
    const { x, y, width, height } = (await paper.boundingBox()) as NonNullable<
      Awaited<ReturnType<typeof paper.boundingBox>>
    >;

    // A click is for the line, which tells the link, too.
    await page.mouse.click(x + width / 2, y + height / 2);
    await expect.poll(() => textOf(page, '#source-text')).toContain('Read [the paper]');
    const address = page.locator('#source-link');
    expect(await address.textContent()).toBe('↗ example.org/paper');
    expect(await address.getAttribute('href')).toBe('https://example.org/paper');
    expect(page.context().pages()).toHaveLength(1);
    // Beside a link the strip has none.
    await page.mouse.click(x + width + 60, y + height / 2);
    await until(() => address.isHidden());

    // What is opened is a page of its own, that knows nothing of this one.
    await page
      .context()
      .route(/^https:\/\/.*example\.org/, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }),
      );
    const opened = async (open: () => Promise<unknown>): Promise<Page> => {
      const [other] = await Promise.all([page.context().waitForEvent('page'), open()]);
      await other.waitForLoadState();
      return other;
    };
    await page.mouse.move(x + width / 2, y + height / 2);
    await paper.locator('.link-sign').waitFor();
    const line = await textOf(page, '#source-text');
    const other = await opened(() => paper.locator('.link-sign').click());
    expect(other.url()).toBe('https://example.org/paper');
    expect(await other.evaluate('[window.opener, document.referrer]')).toEqual([null, '']);
    expect(await textOf(page, '#source-text')).toBe(line);
    await page.mouse.move(5, 400);
    await until(async () => !(await paper.locator('.link-sign').isVisible()));

    await page.locator('#pages').focus();
    for (let tabs = 0; tabs < 3; tabs++) await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      'Open ada.example.org/?a=1&b=2',
    );
    expect(await page.locator('.link:focus .link-address').isVisible()).toBe(true);
    if (process.env.MDCV_SHOT) await page.screenshot({ path: process.env.MDCV_SHOT });
    expect((await opened(() => page.keyboard.press('Enter'))).url()).toBe('https://ada.example.org/?a=1&b=2');

    // A save that changes no link leaves the focus where it is.
    save(cv.replace('Some text', 'Other text'));
    await until(async () => (await textOf(page, '.sheet:nth-child(2) .textLayer')).includes('Other text'));
    expect(await page.evaluate('document.activeElement.className')).toContain('link');

    // Within the PDF it leads to its place.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await scrollTop(page)).toBeLessThan(300);
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page, '#page-number')).toBe('2 / 2');
    expect(await scrollTop(page)).toBeGreaterThan(500);
    expect(page.url()).toBe(url);
  });
});
