import { copyFile, mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseToolchain } from '../../src/toolchain/choose-toolchain.ts';
import { createManagedToolchain, findManagedToolchain } from '../../src/toolchain/managed-toolchain.ts';
import { downloadPackages } from '../../src/toolchain/provision/download-packages.ts';
import { createStep } from '../../src/toolchain/provision/step.ts';
import { treeFolder } from '../../src/toolchain/provision/tree-folder.ts';
import { createSetting, type Setting, withServer } from './managed-setting.ts';
import { mdcv, skipFor } from './mdcv.ts';
import { startMdcv } from './mdcv-process.ts';

let setting: Setting;
beforeEach(async () => {
  setting = await createSetting();
});
afterEach(async () => {
  await setting.remove();
});

const minutes = 60_000;

test('without a network nothing is left and the error says so', { timeout: 2 * minutes }, async () => {
  // A port that nobody listens on; apt takes the proxy from these.
  const proxy = 'http://127.0.0.1:1';
  const env = { ...setting.env, http_proxy: proxy, https_proxy: proxy, no_proxy: '' };
  const choice = { wish: 'auto', engine: 'pdflatex', files: ['moderncv.cls'], mayProvision: true } as const;
  await expect(chooseToolchain({ ...choice, env })).rejects.toMatchObject({
    code: 'no-network',
    message: 'Cannot find TeX’s packages, the package server cannot be reached',
    hint: expect.stringContaining('sudo apt-get install texlive-latex-base texlive-latex-extra'),
  });
  expect(await setting.listTree()).toEqual([]);
});

test(
  'a server that goes away in the middle of a download leaves nothing',
  {
    timeout: 10 * minutes,
  },
  (context) =>
    withServer(context, async () => {
      let bytes = 0;
      // As a proxy, which passes on 8 MB of packages and then nothing.
      const proxy = createServer((request, response) => {
        const upstream = get(request.url as string, { headers: request.headers }, (answer) => {
          response.writeHead(answer.statusCode as number, answer.headers);
          answer.on('data', (chunk: Buffer) => {
            if (request.url?.endsWith('.deb')) bytes += chunk.length;
            if (bytes > 8e6) {
              response.destroy();
              proxy.close();
              proxy.closeAllConnections();
            }
          });
          answer.pipe(response);
        });
        upstream.on('error', () => response.destroy());
      });
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
      const { port } = proxy.address() as AddressInfo;
      const env = { ...setting.env, http_proxy: `http://127.0.0.1:${port}`, no_proxy: '' };
      await writeFile(path.join(setting.folder, 'cv.md'), '# Ada Lovelace\n\n## Work\n\nThinking.\n');
      const run = startMdcv(['build', 'cv.md', '--toolchain', 'managed'], setting.folder, env);
      expect(await run.ended, run.output()).toBe(2);
      if (bytes === 0) context.skip(skipFor(`Packages do not come over HTTP here: ${run.output()}`));
      expect(run.output()).toMatch(/no-network|cannot be reached|Cannot fetch/);
      expect(run.output()).not.toMatch(/\n\s+at /);
      expect(await setting.listTree()).toEqual([]);
      expect(mdcv(setting.folder, ['build', 'cv.md', '--toolchain', 'managed'], setting.env)).toMatchObject({
        exitCode: 0,
      });
    }),
);

test('a cache folder that is none is told', async () => {
  const file = path.join(setting.folder, 'file');
  await writeFile(file, '');
  const made = createManagedToolchain({ env: { ...setting.env, MDCV_CACHE: file } });
  await expect(made).rejects.toMatchObject({
    code: 'bad-cache-folder',
    hint: 'Set MDCV_CACHE to a folder that you may write to.',
  });
});

test('too small a disk is told before anything is fetched', async () => {
  const step = createStep({ tree: setting.folder, env: setting.env, onProgress: () => {} });
  const apt = { plan: () => Promise.resolve([]), download: () => expect.unreachable() };
  const packages = [{ name: 'huge', version: '1', file: 'huge_1_all.deb', bytes: 1e15 }];
  await expect(
    downloadPackages(apt, packages, path.join(setting.folder, 'debs'), step),
  ).rejects.toMatchObject({
    code: 'disk-full',
    message: `Cannot keep TeX in \`${setting.folder}\`, expected 6000000000 MB of free space there`,
  });
});

test(
  'a stop while unpacking leaves nothing, and what a killed run left goes',
  { timeout: 10 * minutes },
  (context) =>
    withServer(context, async () => {
      const tree = await treeFolder(setting.env);
      await mkdir(path.join(tree, '.work-killed'), { recursive: true });
      await writeFile(path.join(tree, '.work-killed', 'big.deb'), 'x');
      const controller = new AbortController();
      const stopped = createManagedToolchain({
        env: setting.env,
        signal: controller.signal,
        onProgress: ({ step, detail }) => {
          if (step.startsWith('Unpacking') && detail === 'texlive-base') controller.abort();
        },
      });
      await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
      expect(await setting.listTree()).toEqual([]);
      expect(await findManagedToolchain(setting.env)).toBeUndefined();
    }),
);

test('a damaged tree is told, and made anew', { timeout: 10 * minutes }, (context) =>
  withServer(context, async () => {
    const tex = await createManagedToolchain({ env: setting.env });
    const base = path.join(await treeFolder(setting.env), 'base');
    const libraries = (await readdir(base, { recursive: true })).filter((name) =>
      /libkpathsea\.so\.[\d.]+$/.test(name),
    );
    expect(libraries.length).toBeGreaterThan(0);
    for (const library of libraries) await writeFile(path.join(base, library), 'no library');

    const run = tex.run({
      program: 'pdflatex',
      args: ['--version'],
      folder: setting.folder,
      timeoutMs: minutes,
    });
    await expect(run).rejects.toMatchObject({
      code: 'damaged-tree',
      hint: 'Run mdcv again, it will fetch that part anew.',
    });
    expect(await findManagedToolchain(setting.env)).toBeUndefined();

    const choice = { wish: 'auto', engine: 'pdflatex', files: ['article.cls'], mayProvision: true } as const;
    const again = await chooseToolchain({ ...choice, env: setting.env });
    const version = await again.run({
      program: 'pdflatex',
      args: ['--version'],
      folder: setting.folder,
      timeoutMs: minutes,
    });
    expect(version.output).toMatch(/^pdfTeX /);
  }),
);

test(
  'a byte that has changed anywhere in what TeX reads is noticed, and made anew',
  {
    timeout: 10 * minutes,
  },
  (context) =>
    withServer(context, async () => {
      await createManagedToolchain({ env: setting.env });
      const tree = await treeFolder(setting.env);
      await writeFile(path.join(setting.folder, 'cv.md'), '# Ada Lovelace\n\n## Work\n\nThinking.\n');
      const build = (...args: string[]) =>
        mdcv(setting.folder, ['build', 'cv.md', '--toolchain', 'managed', ...args], setting.env);
      expect(build('--keep')).toMatchObject({ exitCode: 0 });
      const pdf = path.join(setting.folder, 'out/cv.pdf');
      const good = await readFile(pdf);
      const base = path.join(tree, 'base');
      await copyFile(path.join(base, 'complete.json'), path.join(setting.folder, 'marker'));

      const recorded = await readFile(path.join(setting.folder, 'out/cv.build/cv.fls'), 'utf8');
      const oneOf = (ending: string): string =>
        new RegExp(`^INPUT (${base}/.*\\.${ending})$`, 'm').exec(recorded)?.[1] ?? '';
      const style = oneOf('cls');
      const files = [
        ...[style, oneOf('pfb'), oneOf('tfm')],
        ...['formats/pdflatex.fmt', 'root/usr/bin/pdftex', 'pdftex.map', 'checksums'].map((name) =>
          path.join(base, name),
        ),
        path.join(tree, 'joined/fonts/map/pdftex/updmap/pdftex.map'),
      ];
      for (const link of files) {
        const file = await realpath(link);
        const whole = await readFile(file);
        const damaged = Buffer.from(whole);
        const at = Math.floor(Math.random() * damaged.length);
        damaged[at] = (damaged[at] as number) ^ (1 << Math.floor(Math.random() * 8));
        await writeFile(file, damaged);
        const run = build();
        expect({ file, ...run }, `${file} at ${at}`).toMatchObject({
          exitCode: 2,
          stderr: expect.stringContaining('damaged'),
        });
        expect((await readFile(pdf)).equals(good)).toBe(true);
        await writeFile(file, whole);
        await copyFile(path.join(setting.folder, 'marker'), path.join(base, 'complete.json'));
      }

      // The last one is not mended by hand.
      await writeFile(style, `${await readFile(style, 'utf8')}% changed`);
      expect(build().stderr).toContain('article.cls');
      expect(build()).toMatchObject({ exitCode: 0 });
      expect((await readFile(pdf)).equals(good)).toBe(true);
    }),
);
