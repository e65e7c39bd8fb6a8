import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noBrowser, openPage } from './browser.ts';
import { cli, createFolder, lacking } from './mdcv.ts';
import { startProgram, until } from './mdcv-process.ts';
import { startPreview, urlOf } from './preview-page.ts';

const missing = noBrowser ?? lacking(['pdflatex']);
/** The one of util-linux, which gives a program a terminal. */
const hasScript =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;
const cv = '---\nname: Ada\n---\n\n## X\n\nText.\n';

interface Answer {
  status: number | undefined;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

/** A request with any headers, also such as no browser sends; `path` goes as it is, behind the key. */
function ask(
  url: string,
  within: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const { hostname, port, host, pathname } = new URL(url);
  const path = pathname.replace(/\/$/, () => within);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: { host, ...headers } }, (response) => {
      let body = '';
      response.setEncoding('latin1');
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? '{"options":{"paper":"letter"}}' : undefined);
  });
}

describe.skipIf(missing)(`the preview's server${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('answers its own page only, and has no file but those of its list', async () => {
    const { url, file } = await startPreview(cv);
    const { port, origin } = new URL(url);
    const status = async (
      ...args: Parameters<typeof ask> extends [string, ...infer R] ? R : never
    ): Promise<number> => (await ask(url, ...args)).status ?? 0;

    const page = await ask(url, '/');
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'/);
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['access-control-allow-origin']).toBeUndefined();

    // A name that was made to point here, and what other sites can have a browser do.
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1:${Number(port) - 1}`,
      `127.0.0.1.evil.example:${port}`,
    ])
      expect(await status('/', { host }), host).toBe(403);
    expect(await status('/', { host: `localhost:${port}` })).toBe(200);
    for (const path of ['/', '/events', '/cv.pdf', '/page.js'])
      for (const from of ['http://evil.example', 'null', 'http://localhost:1', 'https://127.0.0.1'])
        expect(await status(path, { origin: from }), `${path} ${from}`).toBe(403);
    for (const site of ['cross-site', 'same-site'])
      expect(await status('/cv.pdf', { 'sec-fetch-site': site, 'sec-fetch-dest': 'image' })).toBe(403);
    expect(await status('/cv.pdf', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' })).toBe(
      403,
    );
    expect(await status('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' })).toBe(403);
    expect(await status('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' })).toBe(200);

    // Another user of this machine knows the port, and not the key.
    const { pathname } = new URL(url);
    expect(pathname).toMatch(/^\/[\w-]{22}\/$/);
    const without = (path: string, method?: string): Promise<Answer> =>
      ask(origin + path, '', { origin }, method);
    for (const path of [
      '/',
      '/events',
      '/cv.pdf',
      '/page.js',
      pathname.slice(0, -1),
      `/${'a'.repeat(22)}/cv.pdf`,
    ])
      expect(await without(path), path).toMatchObject({
        status: 404,
        body: expect.stringContaining('mdcv watch'),
      });
    for (const path of ['/look', '/look/write']) expect((await without(path, 'POST')).status).toBe(404);

    // Commands need the origin of the page.
    for (const path of ['/look', '/look/write']) {
      expect(await status(path, {}, 'POST')).toBe(403);
      expect(await status(path, { origin: 'http://evil.example' }, 'POST')).toBe(403);
      expect(await status(path, { origin }, 'PUT')).toBe(404);
    }
    expect(await status('/look', { origin, 'sec-fetch-site': 'same-origin' }, 'GET')).toBe(404);

    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/wasm/../../../package.json',
      '/wasm/..%5c..%5cpackage.json',
      encodeURI(file),
      `/${encodeURI(file)}`,
      '/cv.md',
      '/content/cv.md',
      '/index.html',
      '/wasm',
      '/wasm/',
      '//evil.example/page.js',
      'http://evil.example/page.js',
    ])
      expect(await status(path), path).toBe(404);
    expect(readFileSync(file, 'utf8')).toBe(cv);
  });

  // The address stands on the command line of what opens it, which every user of the machine can read.
  it.skipIf(!hasScript)('gives a browser an address that serves once', async () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), cv);
    const opened = join(folder, 'opened');
    writeFileSync(join(folder, 'xdg-open'), '#!/bin/sh\necho "$1" > opened.new && mv opened.new opened\n', {
      mode: 0o755,
    });
    // Only for people, who have a terminal.
    const watch = startProgram(
      'script',
      ['-qefc', `'${process.execPath}' '${cli}' watch cv.md`, '/dev/null'],
      folder,
      {
        PATH: `${folder}:${process.env.PATH}`,
      },
    );
    const url = await urlOf(watch);
    await until(() => existsSync(opened));
    const { origin, pathname } = new URL(readFileSync(opened, 'utf8').trim());
    const key = new URL(url).pathname;
    expect(pathname).not.toContain(key.slice(1, -1));
    const follow = (): Promise<Answer> => ask(origin + pathname, '');
    expect(await follow()).toMatchObject({ status: 303, headers: { location: key } });
    expect((await follow()).status).toBe(404);
    expect((await ask(url, '/')).status).toBe(200);
  });

  it('does nothing for a page of another site', async () => {
    const { url, file } = await startPreview(cv);
    const stranger = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>Stranger</title>');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      stranger.close();
    });
    const page = await openPage(
      `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`,
      {},
      /CORS|frame|Failed to load|403/i,
    );
    const tried = await page.evaluate<unknown[]>(`(async () => {
      const url = ${JSON.stringify(url)};
      const of = (what) => what.then((response) => response.type + response.status, () => 'refused');
      const loads = (name, set) => new Promise((resolve) => {
        const made = document.createElement(name);
        made.onload = () => resolve('loaded');
        made.onerror = () => resolve('refused');
        set(made);
        document.body.append(made);
      });
      return [
        await of(fetch(url)),
        await of(fetch(url + 'look', { method: 'POST', body: '{"options":{"paper":"letter"}}' })),
        await of(fetch(url + 'look/write', { method: 'POST', mode: 'no-cors', body: '{}' })),
        await loads('script', (script) => { script.src = url + 'page.js'; }),
        await loads('img', (image) => { image.src = url + 'cv.pdf'; }),
        await new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = url;
          frame.onload = () => { try { resolve(frame.contentDocument ? 'seen' : 'hidden'); } catch { resolve('hidden'); } };
          document.body.append(frame);
        }),
      ];
    })()`);
    expect(tried).toEqual([
      'refused',
      'refused',
      expect.stringMatching(/refused|opaque0/),
      'refused',
      'refused',
      'hidden',
    ]);
    for (const frame of page.frames().slice(1)) expect(await frame.locator('#pages').count()).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(cv);
  });
});
