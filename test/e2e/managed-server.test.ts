/** Servers of packages that answer something else than packages. */
import { writeFile } from 'node:fs/promises';
import { createServer, get, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSetting, type Setting } from './managed-setting.ts';
import { skipFor } from './mdcv.ts';
import { startMdcv } from './mdcv-process.ts';

const minutes = 60_000;

/** Builds a CV with mdcv's own TeX, fetched through a proxy that gives the answer to what it is asked for and passes all else on. */
async function buildThrough(
  answers: (url: string) => boolean,
  answer: (response: ServerResponse) => void,
): Promise<{ setting: Setting; exitCode: number | null; output: string; answered: number }> {
  const setting = await createSetting();
  let answered = 0;
  const proxy = createServer((request, response) => {
    const url = request.url as string;
    if (answers(url)) {
      answered += 1;
      answer(response);
      return;
    }
    const upstream = get(url, { headers: request.headers }, (found) => {
      response.writeHead(found.statusCode as number, found.headers);
      found.pipe(response);
    });
    upstream.on('error', () => response.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await setting.remove();
  });
  const { port } = proxy.address() as AddressInfo;
  await writeFile(path.join(setting.folder, 'cv.md'), '# Ada Lovelace\n\n## Work\n\nThinking.\n');
  const env = { ...setting.env, http_proxy: `http://127.0.0.1:${port}`, no_proxy: '' };
  const run = startMdcv(['build', 'cv.md', '--toolchain', 'managed'], setting.folder, env);
  const exitCode = await run.ended;
  return { setting, exitCode, output: run.output(), answered };
}

test.each<[string, (response: ServerResponse) => void, RegExp]>([
  [
    'asks to log in first',
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Log in</html>'),
    /authentication/,
  ],
  ['refuses', (response) => response.writeHead(403).end('no'), /403/],
  [
    'asks for a password',
    (response) => response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end(),
    /407/,
  ],
])('a network that %s is told of', { timeout: 2 * minutes }, async (_what, answer, told) => {
  const { setting, exitCode, output, answered } = await buildThrough(() => true, answer);
  if (answered === 0) skipFor(`Packages do not come over HTTP here: ${output}`);
  else {
    expect({ exitCode, output }).toMatchObject({ exitCode: 2, output: expect.stringMatching(told) });
    expect(output).toMatch(/no-network .*does not answer with packages\n {2}A network may ask to log in/);
    expect(await setting.listTree()).toEqual([]);
  }
});

test.each<[string, (response: ServerResponse) => void]>([
  ['other bytes', (response) => response.writeHead(200).end(Buffer.alloc(5000))],
  [
    'a way to a file of this machine',
    (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  ],
  ['nothing', (response) => response.writeHead(404).end()],
])(
  '%s in place of packages is refused, and leaves nothing',
  { timeout: 5 * minutes },
  async (_what, answer) => {
    const { setting, exitCode, output, answered } = await buildThrough((url) => url.endsWith('.deb'), answer);
    if (answered === 0) skipFor(`Packages cannot be fetched over HTTP here: ${output}`);
    else {
      expect({ exitCode, output }).toMatchObject({ exitCode: 2 });
      expect(output).toMatch(
        /error provision-failed Cannot download TeX\n {2}Try again\. It said: E: Failed to fetch/,
      );
      expect(output).not.toMatch(/\n\s+at |internal/);
      expect(await setting.listTree()).toEqual([]);
    }
  },
);
