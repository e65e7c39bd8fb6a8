/** What the tests of the preview share. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { openPage } from './browser.ts';
import { createFolder } from './mdcv.ts';
import { type MdcvProcess, startWatch, until } from './mdcv-process.ts';

export interface Preview {
  folder: string;
  file: string;
  url: string;
  watch: MdcvProcess;
  save: (text: string) => void;
}

/** A CV of several pages. */
export function longCv(title: string, frontMatter = 'template: academic'): string {
  const entries = Array.from(
    { length: 60 },
    (_, index) => `### Role ${index} | Company | 2019 – 2020\n\n- What was done there, number ${index}.\n`,
  );
  return `---\nname: Ada Lovelace\n${frontMatter}\n---\n\n## ${title}\n\n${entries.join('\n')}`;
}

/** Watches a CV with a preview, in a folder of the test's own. */
export async function startPreview(text: string, args: readonly string[] = []): Promise<Preview> {
  const folder = createFolder();
  const file = join(folder, 'cv.md');
  const save = (next: string): void => writeFileSync(file, next);
  save(text);
  const watch = startWatch(folder, ['--no-open', ...args]);
  return { folder, file, url: await urlOf(watch), watch, save };
}

/** Where a watch says that its preview is. */
export async function urlOf({ output }: MdcvProcess): Promise<string> {
  const find = (): string | undefined => /Preview (\S+)/.exec(output())?.[1];
  await until(() => find() !== undefined);
  return find() ?? '';
}

/** Opens the page, and waits for the PDF. */
export async function openPreview(
  url: string,
  options?: BrowserContextOptions,
  expected?: RegExp,
): Promise<Page> {
  const page = await openPage(url, options, expected);
  await page.locator('.sheet > canvas').first().waitFor();
  return page;
}

/** The pages' text, as a reader that listens gets it. */
export async function shownText(page: Page): Promise<string> {
  return (await page.locator('.textLayer').allInnerTexts()).join('\n');
}

/** What is scrolled, in CSS pixels. */
export async function scrollTop(page: Page, to?: number): Promise<number> {
  const pages = "document.querySelector('#pages')";
  if (to !== undefined) await page.evaluate(`${pages}.scrollTop = ${to}`);
  return page.evaluate<number>(`${pages}.scrollTop`);
}

export async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().textContent()) ?? '';
}
