import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noBrowser } from './browser.ts';
import { lacking, mdcv } from './mdcv.ts';
import { startWatch, until } from './mdcv-process.ts';
import { longCv, openPreview, scrollTop, shownText, startPreview, textOf, urlOf } from './preview-page.ts';

const missing = noBrowser ?? lacking(['pdflatex']);

/** Watches every frame: what is scrolled, and whether each page in view has a picture. */
const watchFrames = `
  window.frames_ = [];
  const look = () => {
    const sheets = [...document.querySelectorAll('.sheet')].filter((sheet) => {
      const { top, bottom } = sheet.getBoundingClientRect();
      return bottom > 60 && top < innerHeight;
    });
    frames_.push([document.querySelector('#pages').scrollTop, sheets.every((sheet) => sheet.querySelector('canvas'))].join());
    requestAnimationFrame(look);
  };
  look();`;

/** The number of an entry in the middle of what is shown. */
const numberInView = `[...document.querySelectorAll('.textLayer span')]
  .filter((span) => Math.abs(span.getBoundingClientRect().top - innerHeight / 2) < innerHeight / 4)
  .map((span) => /number (\\d+)\\./.exec(span.textContent)?.[1])
  .find((number) => number !== undefined)`;

/** A CV of one page, which is built sooner. */
const cv = (frontMatter: string): string => `---\nname: Ada\n${frontMatter}\n---\n\n## Heading\n\nText.\n`;

describe.skipIf(missing)(`the preview${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('shows an edit in place, with scroll position and zoom kept and nothing flashing', async () => {
    const { url, save } = await startPreview(longCv('First'));
    const page = await openPreview(url, { deviceScaleFactor: 2 });
    await until(async () => (await shownText(page)).includes('number 59'));
    expect(await shownText(page)).toContain('FIRST');
    expect(await page.title()).toBe('cv.pdf – mdcv');

    const fit = await textOf(page, '#zoom-fit');
    await page.keyboard.press('+');
    const zoomed = await textOf(page, '#zoom-fit');
    expect(zoomed).not.toBe(fit);
    await scrollTop(page, 1500);
    // Sharp: as many pixels as the screen has.
    const canvas = page.locator('.sheet:nth-child(2) > canvas');
    await until(async () => {
      const [pixels, width] = await canvas.evaluate((element) => [
        Number(element.getAttribute('width')),
        element.getBoundingClientRect().width,
      ]);
      return Math.abs((pixels ?? 0) - 2 * (width ?? 0)) <= 2;
    });
    await page.evaluate(watchFrames);

    // In view, since the page goes to an edit that is not.
    const number = await page.evaluate<string>(numberInView);
    save(longCv('First').replace(`number ${number}.`, 'number thirty.'));
    await until(async () => (await shownText(page)).includes('number thirty'));
    expect(await scrollTop(page)).toBe(1500);
    expect(await textOf(page, '#zoom-fit')).toBe(zoomed);
    expect(new Set(await page.evaluate<string[]>('frames_'))).toEqual(new Set(['1500,true']));
    expect(await textOf(page, '#announcer')).toMatch(/^Built, \d+ pages$/);
  });

  it('shows an error with its line and the pages of before, and clears it with the next good save', async () => {
    const { url, save, file } = await startPreview(longCv('Good'));
    const page = await openPreview(url);
    save(longCv('Bad', 'emial: x\noptions:\n  colour: bleu'));
    const panel = page.getByRole('region', { name: 'Problems' });
    await panel.waitFor();
    await expect.poll(() => textOf(page, '#state')).toMatch(/^1 error · pages of /);
    expect(await page.title()).toMatch(/^✗ /);
    expect(await textOf(page, '#announcer')).toBe('Not built: 1 error, 1 warning');
    const [first, second] = await panel.getByRole('listitem').all();
    expect(await first?.textContent()).toMatch(/^Error Cannot use bleu for the option colour/);
    expect(await second?.textContent()).toMatch(/^Warning Cannot use emial/);
    expect(await first?.locator('pre').textContent()).toBe('5 │   colour: bleu\n              ^');
    const link = first?.getByRole('link', { name: 'cv.md:5:11' });
    expect(await link?.getAttribute('href')).toBe(`vscode://file${encodeURI(file)}:5:11`);
    expect(await shownText(page)).toContain('GOOD');

    // The next problem, round and round.
    const focused = (): Promise<string> => page.evaluate<string>('document.activeElement.textContent');
    await page.keyboard.press('n');
    expect(await focused()).toBe('cv.md:5:11');
    await page.keyboard.press('n');
    expect(await focused()).toBe('cv.md:3:1');
    await page.keyboard.press('n');
    expect(await focused()).toBe('cv.md:5:11');
    await page.keyboard.press('p');
    expect(await panel.isVisible()).toBe(false);
    await page.keyboard.press('p');

    save(longCv('Mended'));
    await until(async () => (await shownText(page)).includes('MENDED'));
    expect(await panel.isVisible()).toBe(false);
    expect(await textOf(page, '#state')).toMatch(/^Built at .* · \d pages · \d+\.\d s$/);
  });

  it('opens lines in the editor that is named', async () => {
    const { url, file } = await startPreview(cv('emial: x'), [
      '--editor',
      'x-editor://{file}?{line},{column}',
    ]);
    const page = await openPreview(url);
    await page.getByRole('button', { name: '1 problems' }).click();
    expect(await page.locator('.problem a').getAttribute('href')).toBe(`x-editor://${encodeURI(file)}?3,1`);
  });

  it('switches the look at once, and writes it into the front matter', async () => {
    const text = cv('# how it looks\ntemplate: academic   # quiet\noptions: { paper: a4 }');
    const { url, file } = await startPreview(text);
    const page = await openPreview(url);
    await page.getByRole('button', { name: 'Look' }).click();
    const write = page.getByRole('button', { name: 'Write into the file' });
    expect(await write.isDisabled()).toBe(true);
    const version = (): Promise<string> => textOf(page, '#state');
    const rebuilt = async (change: () => Promise<unknown>): Promise<void> => {
      const before = await version();
      await change();
      await until(async () => (await version()) !== before && (await version()).startsWith('Built'));
    };
    const width = (): Promise<number> =>
      page.evaluate<number>(
        "document.querySelector('.sheet').offsetWidth / document.querySelector('.sheet').offsetHeight",
      );
    const a4 = await width();
    await rebuilt(() => page.getByLabel('Paper').selectOption('letter'));
    await until(async () => Math.abs((await width()) - 8.5 / 11) < 0.01);
    expect(a4).toBeCloseTo(210 / 297, 2);

    await rebuilt(() => page.getByLabel('Template').selectOption('banking'));
    await rebuilt(() => page.getByRole('radio', { name: 'burgundy' }).check());
    expect(await page.getByLabel('Template').inputValue()).toBe('banking');
    expect(await page.getByLabel('Paper').inputValue()).toBe('letter');
    // The colour is on the page.
    await expect
      .poll(() =>
        page.evaluate<boolean>(`(() => {
          const canvas = document.querySelector('.sheet > canvas');
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          for (let at = 0; at < data.length; at += 4)
            if (data[at] > 100 && data[at] - data[at + 1] > 60 && data[at] - data[at + 2] > 60) return true;
          return false;
        })()`),
      )
      .toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(text);

    await rebuilt(() => write.click());
    const written = text
      .replace('academic   # quiet', 'banking   # quiet')
      .replace('{ paper: a4 }', '{ colour: burgundy, paper: letter }');
    expect(readFileSync(file, 'utf8')).toBe(written);
    await until(() => write.isDisabled());
    expect(await page.getByLabel('Template').inputValue()).toBe('banking');
    expect(await page.getByRole('radio', { name: 'burgundy' }).isChecked()).toBe(true);

    // What is only chosen goes with one click.
    await rebuilt(() => page.getByLabel('Font size').selectOption('12pt'));
    await rebuilt(() => page.getByRole('button', { name: 'Reset' }).click());
    expect(await page.getByLabel('Font size').inputValue()).not.toBe('12pt');
    expect(readFileSync(file, 'utf8')).toBe(written);
  });

  it('comes back when the server was killed and started again', async () => {
    const { url, watch, folder, save } = await startPreview(longCv('Before'));
    const page = await openPreview(url);
    await scrollTop(page, 700);
    await page.evaluate("window.same = 'the same page'");
    watch.child.kill('SIGKILL');
    await expect.poll(() => textOf(page, '#state')).toMatch(/^mdcv has stopped/);
    expect(await shownText(page)).toContain('BEFORE');
    save(longCv('After'));
    const again = startWatch(folder, ['--no-open', '--port', new URL(url).port]);
    expect(await urlOf(again)).toBe(url);
    await until(async () => (await shownText(page)).includes('AFTER'));
    expect(await page.evaluate('window.same')).toBe('the same page');
    expect(await scrollTop(page)).toBe(700);
    await expect.poll(() => textOf(page, '#state')).toMatch(/^Built at/);
  });

  it('goes by keys, and gives the PDF and the .tex', async () => {
    const { url } = await startPreview(longCv('Text'));
    const page = await openPreview(url);
    const number = (): Promise<string> => textOf(page, '#page-number');
    const count = (await number()).split(' / ')[1];
    for (const [key, shown] of [
      ['j', 2],
      ['PageDown', 3],
      ['k', 2],
      ['PageUp', 1],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(number).toBe(`${shown} / ${count}`);
    }
    const percent = async (): Promise<number> => Number.parseInt(await textOf(page, '#zoom-fit'), 10);
    const fit = await percent();
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    expect(await percent()).toBeLessThan(fit);
    await page.keyboard.press('0');
    expect(await percent()).toBe(fit);
    // Keys of a field are the field's.
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByLabel('Font size').focus();
    await page.keyboard.press('j');
    expect(await number()).toBe(`1 / ${count}`);

    for (const [id, name, beginning] of [
      ['#download-pdf', 'cv.pdf', '%PDF-'],
      ['#download-tex', 'cv.tex', '\\'],
    ] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator(id).click()]);
      expect(download.suggestedFilename()).toBe(name);
      expect(readFileSync(await download.path(), 'latin1')).toContain(beginning);
    }
  });

  it('has a name and a role for everything, and is dark where the reader likes it dark', async () => {
    const { url } = await startPreview(longCv('Text', 'emial: x'));
    const page = await openPreview(url);
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByLabel('Template').waitFor();
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const controls = [
      'button',
      'link',
      'combobox',
      'checkbox',
      'radio',
      'toolbar',
      'main',
      'dialog',
      'region',
    ];
    const seen = nodes.filter(({ ignored, role }) => !ignored && controls.includes(String(role?.value)));
    expect(seen.length).toBeGreaterThan(25);
    expect(seen.filter(({ name }) => !name?.value).map(({ role }) => role?.value)).toEqual([]);
    expect(await page.getByRole('region', { name: 'Page 1 of' }).textContent()).toContain(
      'Ada Lovelace'.toUpperCase(),
    );
    expect(await page.getByRole('status').textContent()).toMatch(/^Built, \d pages, 1 warning$/);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');

    const light = async (): Promise<number> =>
      page.evaluate<number>('Number(/\\d+/.exec(getComputedStyle(document.body).backgroundColor)[0])');
    expect(await light()).toBeGreaterThan(200);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await light()).toBeLessThan(60);
    // Paper stays white.
    expect(
      await page
        .locator('.sheet')
        .first()
        .evaluate((sheet) => sheet.ownerDocument.defaultView?.getComputedStyle(sheet).backgroundColor),
    ).toBe('rgb(255, 255, 255)');
  });

  it('needs a port that is free and an editor that it knows, and is not there where nobody wants it', async () => {
    const { folder, url } = await startPreview(cv('lang: en'));
    const { port } = new URL(url);
    const taken = mdcv(folder, ['watch', 'cv.md', '--port', port]);
    expect(taken.exitCode).toBe(2);
    expect(taken.stderr).toContain(`error port-in-use Cannot show the preview at port ${port}`);
    expect(mdcv(folder, ['watch', 'cv.md', '--port', '0']).exitCode).toBe(2);
    expect(mdcv(folder, ['watch', 'cv.md', '--editor', 'javascript:{file}']).stderr).toContain(
      'bad-argument',
    );

    const quiet = startWatch(folder, ['--no-preview']);
    await until(() => quiet.output().includes('out/cv.pdf'));
    expect(quiet.output()).not.toContain('Preview');
  });
});
