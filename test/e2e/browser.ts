/** A real Chromium, Debian's or the one that MDCV_CHROMIUM names, without a window. */
import { spawnSync } from 'node:child_process';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, expect, onTestFinished } from 'vitest';
import { skipFor } from './mdcv.ts';

const executablePath: string | undefined =
  process.env.MDCV_CHROMIUM ??
  ['chromium', 'chromium-browser', 'google-chrome']
    .map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim())
    .find((path) => path !== '');

/** The reason to skip a test that needs a browser. */
export const noBrowser: string | undefined = executablePath ? undefined : skipFor('needs chromium');

let running: Promise<Browser> | undefined;

function launch(): Promise<Browser> {
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

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
  running ??= launch();
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
