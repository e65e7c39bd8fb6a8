/** How long it takes from a save until the page in a browser shows the edit: the pixels themselves are read back. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { chromiumPath, launchChromium } from '../test/e2e/chromium.ts';
import { reportRows } from './table.ts';
import { startWatch, type WatchProcess } from './watch-process.ts';

const edits = Number(process.env.BENCH_EDITS ?? 15);

/** More than the PDF on disk takes, in milliseconds. */
const targetMs = 250;

/** The part of the canvas at the right of the word that is edited; the edit makes the text behind it longer. */
const readPixels = `(() => {
  const word = [...document.querySelectorAll('.textLayer span')].find((span) => span.textContent.includes('Supervisor'));
  const canvas = document.querySelector('.sheet > canvas');
  const box = word.getBoundingClientRect(), sheet = canvas.getBoundingClientRect();
  const scale = canvas.width / sheet.width;
  const place = [box.left - sheet.left, box.top - sheet.top, 300, box.height].map((length) => Math.round(length * scale));
  return () => {
    const now = document.querySelector('.sheet > canvas');
    return now.getContext('2d').getImageData(...place).data.join();
  };
})()`;

/** @param folder to work in */
export async function benchPreview(main: string, folder: string): Promise<void> {
  if (!chromiumPath) {
    console.log('\nsave to pixels: not measured, no Chromium was found');
    return;
  }
  const watch = await startWatch(main, folder, 'pdflatex', []);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
    await page.goto(await watch.previewUrl());
    await page.locator('.textLayer span').first().waitFor();
    const samples: { pdfMs: number; pixelsMs: number }[] = [];
    for (let index = 0; index < edits; index++) {
      await delay(1500);
      samples.push(await timeEdit(page, watch, index));
    }
    reportRows(`pdflatex, save to pixels, ${edits} edits`, [
      ['  save to PDF (ms)', samples.map(({ pdfMs }) => pdfMs), 0],
      ['  save to pixels (ms)', samples.map(({ pixelsMs }) => pixelsMs), 0],
      ['  pixels after the PDF (ms)', samples.map(({ pdfMs, pixelsMs }) => pixelsMs - pdfMs), 0, targetMs],
    ]);
  } finally {
    await browser.close();
    await watch.stop();
  }
}

async function timeEdit(
  page: Page,
  watch: WatchProcess,
  index: number,
): Promise<{ pdfMs: number; pixelsMs: number }> {
  await page.evaluate(`(() => {
    const read = ${readPixels}, before = read();
    window.changedAt = new Promise((resolve) => {
      const look = () => (read() === before ? requestAnimationFrame(look) : resolve(performance.timeOrigin + performance.now()));
      look();
    });
  })()`);
  const savedAt = performance.timeOrigin + performance.now();
  const pdfMs = await watch.edit('x'.repeat(1 + (index % 5)));
  const changedAt = await page.evaluate<number>('window.changedAt');
  return { pdfMs, pixelsMs: changedAt - savedAt };
}
