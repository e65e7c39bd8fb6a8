/** Pages of a real Chromium for tests. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect, onTestFinished } from 'vitest';
import { chromiumPath, launchChromium } from './chromium.ts';
import { skipFor } from './mdcv.ts';

/** The reason to skip a test that needs a browser. */
export const noBrowser: string | undefined = chromiumPath ? undefined : skipFor('needs chromium');

let running: Promise<Browser> | undefined;

afterAll(async () => {
  await (await running)?.close();
});

/**
 * A page of its own for a test, which ends with it. What goes wrong in the page fails the test.
 * @param expected what the browser may complain of: that the server is gone is part of some tests
 */
export async function openPage(
  url: string,
  options: BrowserContextOptions = {},
  expected: RegExp = /ERR_/,
): Promise<Page> {
  running ??= launchChromium();
  const context = await (await running).newContext({ viewport: { width: 1100, height: 800 }, ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) wrong.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    expect(wrong).toEqual([]);
  });
  await page.goto(url);
  return page;
}
