/** A real Chromium, Debian's or the one that MDCV_CHROMIUM names, without a window; for tests and for the bench. */
import { spawnSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';

/** Path of the program, if it is there. */
export const chromiumPath: string | undefined =
  process.env.MDCV_CHROMIUM ??
  ['chromium', 'chromium-browser', 'google-chrome']
    .map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim())
    .find((path) => path !== '');

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath && { executablePath: chromiumPath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
