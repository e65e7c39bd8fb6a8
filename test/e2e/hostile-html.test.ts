/** HTML and scripts of a CV as a real browser meets them: on the preview's page, and in what `mdcv export --format html` writes. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noBrowser, openPage } from './browser.ts';
import { createFolder, lacking, mdcv } from './mdcv.ts';
import { startWatch, until } from './mdcv-process.ts';
import { openPreview, shownText, urlOf } from './preview-page.ts';

const missing = noBrowser ?? lacking(['pdflatex']);

/** Each would set `hit` on the page, or ask `BEACON` for something. */
const attacks: readonly string[] = [
  '<script>top.hit=1</script>',
  '<img src=x onerror=top.hit=1>',
  '<img src="BEACON">',
  '<svg onload=top.hit=1><script>top.hit=1</script></svg>',
  '<iframe srcdoc="<script>top.hit=1</script>" src="BEACON"></iframe>',
  '"><script>top.hit=1</script>',
  "' onmouseover='top.hit=1",
  '</title><script>top.hit=1</script>',
  '</style></script><script>top.hit=1</script>',
  '<!--><script>top.hit=1</script>-->',
  '<![CDATA[<script>top.hit=1</script>]]>',
  '&lt;script&gt;top.hit=1&lt;/script&gt;',
  '&lt;img src=x onerror=top.hit=1&gt;',
  '<details open ontoggle=top.hit=1>',
  '<body onload=top.hit=1>',
  '<style>*{background:url(BEACON)}</style>',
  '<link rel=stylesheet href=BEACON>',
  '<meta http-equiv=refresh content="0;url=BEACON">',
  '<base href=BEACON>',
  '<form action=BEACON><button autofocus onfocus=top.hit=1>x</button></form>',
  '<math><mtext><table><mglyph><style><img src=x onerror=top.hit=1>',
  '<a href="javascript:top.hit=1">x</a>',
  '[x](javascript:top.hit=1)',
  '[x](data:text/html,<script>top.hit=1</script>)',
  '![<img src=x onerror=top.hit=1>](<BEACON>)',
  '<object data=BEACON><embed src=BEACON>',
  '{{constructor.constructor("top.hit=1")()}}',
];

/** What the page asks of, and how often it did. */
async function startBeacon(): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.end('');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`, asked: () => asked };
}

/** A CV that attacks wherever something can be written, messages included: of unknown keys, tags, links, options. */
function hostileCv(beacon: string): string {
  const armed = attacks.map((attack) => attack.replaceAll('BEACON', beacon));
  const lines = armed.flatMap((attack, at) => {
    const flat = attack.replaceAll(/[[\]|]/g, '');
    return [
      `## ${attack}`,
      `### ${attack} | ${attack} | 2020`,
      `- ${attack} b${at}z`,
      `- **${flat.replaceAll('*', '')}:** ${attack}`,
      `[${flat}](<https://example.org/?${flat.replaceAll(/[<>]/g, '')}>) {.${flat.replaceAll(/[^a-z]/gi, '')}}`,
      `\`${attack}\``,
    ];
  });
  const front = armed.map((attack, at) => `${JSON.stringify(`${attack}${at}`)}: ${JSON.stringify(attack)}`);
  return [
    '---',
    `name: ${JSON.stringify(`Ada ${armed[0]} ${armed[1]}\n\ndata: {"status":"hacked"}\n\n`)}`,
    `headline: ${JSON.stringify(armed[1])}`,
    `keywords: ${JSON.stringify(armed)}`,
    `homepage: ${JSON.stringify(armed)}`,
    'math: true',
    'template: classic',
    `options: { ${JSON.stringify(armed[1])}: x, colour: ${JSON.stringify(armed[0])} }`,
    ...front,
    '---',
    ...lines,
    '## End',
    'wholeendz',
  ].join('\n\n');
}

/** What the page has become. */
const state = `({
  hit: window.hit,
  scripts: [...document.querySelectorAll('script')].map((one) => one.getAttribute('src')),
  handlers: [...document.querySelectorAll('*')].flatMap((one) => [...one.attributes].map(({ name }) => name)).filter((name) => name.startsWith('on')),
  odd: document.querySelectorAll('iframe, object, embed, base, img, form[action], meta[http-equiv=refresh], link[href^="http"], [style*=url]').length,
  links: [...document.querySelectorAll('a[href]')].map(({ protocol }) => protocol).filter((one) => !/^(?:https?|mailto|tel|file|vscode|blob):$/.test(one)),
})`;

async function expectHarmless(page: Page, scripts: (string | null)[]): Promise<void> {
  expect(await page.evaluate(state)).toEqual({ hit: undefined, scripts, handlers: [], odd: 0, links: [] });
}

describe.skipIf(missing)(`HTML and scripts of a CV${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('are text on the page of the preview, in its problems, its title and the file’s name', async () => {
    const beacon = await startBeacon();
    const folder = createFolder();
    const name = '<img src=x onerror=top.hit=1>"&amp;';
    // As long as there are errors, there is no PDF: they are told, and then mended.
    writeFileSync(join(folder, `${name}.md`), hostileCv(beacon.url));
    const url = await urlOf(startWatch(folder, ['--no-open'], `${name}.md`));
    const page = await openPage(url, { bypassCSP: true });
    const problems = page.locator('#problem-list > li');
    await until(async () => (await problems.count()) > attacks.length);
    const told = (await problems.allTextContents()).join('\n');
    for (const attack of ['<script>top.hit=1</script>0', '</title><script>', '<img src=x onerror=top.hit=1>'])
      expect(told).toContain(attack);
    await expectHarmless(page, ['page.js']);

    const mended = hostileCv(beacon.url).replace(/^options: .*$/m, '');
    writeFileSync(join(folder, `${name}.md`), mended);
    await page.locator('.sheet > canvas').first().waitFor();
    await until(async () => (await shownText(page)).includes('<script>'));
    expect(await page.title()).toBe(`${name}.pdf – mdcv`);
    await expectHarmless(page, ['page.js']);
    expect(await page.locator('#state').textContent()).not.toContain('hacked');
    expect(beacon.asked()).toBe(0);
  }, 90_000);

  it('are held by the page’s policy as well', async () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), '# Ada\n\n## X\n\ny\n');
    const url = await urlOf(startWatch(folder, ['--no-open']));
    const page = await openPreview(url, {}, /Content Security Policy|404/);
    const refused = await page
      .evaluate<string>(`(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.hit = 1';
      document.body.append(script);
      const image = document.createElement('div');
      image.innerHTML = '<img src=x onerror="window.hit = 2">';
      document.body.append(image);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return String(window.hit);
    })()`)
      .catch((error: Error) => error.message);
    expect(refused).toBe('undefined');
  });

  it('are text, or gone, in an exported page, also without its policy', async () => {
    const beacon = await startBeacon();
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), hostileCv(beacon.url));
    const run = mdcv(folder, ['export', 'cv.md', '--format', 'html', '-o', 'cv.html']);
    expect(run.exitCode).toBe(0);
    const page = await openPage(pathToFileURL(join(folder, 'cv.html')).href, { bypassCSP: true });
    await page.waitForLoadState('load');
    await expectHarmless(page, []);
    const text = await page.locator('body').textContent();
    expect(text).toContain('wholeendz');
    expect(attacks.map((_, at) => `b${at}z`).filter((word) => !text?.includes(word))).toEqual([]);
    expect(await page.title()).toContain('<script>top.hit=1</script>');
    expect(beacon.asked()).toBe(0);
  });
});
