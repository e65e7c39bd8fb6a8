/** The preview's server beside those who send it anything, or nothing, or slowly: what they get is an answer, and others get theirs. */
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccess } from '../../src/preview/access.ts';
import type { LookChange } from '../../src/preview/protocol.ts';
import { type PreviewServer, startServer } from '../../src/preview/server.ts';
import { createFolder } from './mdcv.ts';

let server: PreviewServer;
let changes: LookChange[];
beforeEach(async () => {
  changes = [];
  server = await startServer({
    port: undefined,
    access: createAccess('cv.md', { MDCV_CACHE: createFolder() }),
    state: () => ({ file: 'cv.md', isBuilding: false, outcome: 'none', problems: [] }),
    pdf: () => undefined,
    tex: () => undefined,
    sourceAt: () => undefined,
    changeLook: async (change) => void changes.push(change),
    writeLook: () => {},
    patience: { headersMs: 200, requestMs: 400 },
  });
});
afterEach(() => server.close());

interface Answer {
  status: number | undefined;
  reason: unknown;
}

function post(body: string | Buffer, type: string | undefined = 'application/json'): Promise<Answer> {
  const { origin } = new URL(server.url);
  const headers = { origin, ...(type !== undefined && { 'content-type': type }) };
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}look`, { method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (piece) => (text += piece));
      response.on('end', () => resolve({ status: response.statusCode, reason: JSON.parse(text).reason }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A connection on which a text is sent, and all that comes back until the server ends it. */
function open(text: string): { socket: Socket; ended: Promise<string> } {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.on('data', (piece) => (received += piece));
  const ended = new Promise<string>((resolve) => {
    // What is sent to a connection that the server has ended is refused.
    socket.on('error', () => {});
    socket.on('close', () => resolve(received));
  });
  socket.write(text);
  return { socket, ended };
}

function head(method: string, within: string, more: readonly string[] = []): string {
  const { host, origin, pathname } = new URL(server.url);
  const lines = [`${method} ${pathname}${within} HTTP/1.1`, `Host: ${host}`, `Origin: ${origin}`, ...more];
  return lines.map((line) => `${line}\r\n`).join('');
}

describe('a command', () => {
  const noObject = 'Cannot read the command, expected an object of names and options';
  const noJson = 'Cannot read the command, expected JSON';
  const tooLong = 'Cannot read a command of more than 10000 bytes';

  it.each<[string | Buffer, number, string]>([
    ['null', 400, noObject],
    ['[]', 400, noObject],
    ['[{"template":"classic"}]', 400, noObject],
    ['7', 400, noObject],
    ['true', 400, noObject],
    ['"classic"', 400, noObject],
    ['{"template":null}', 400, noObject],
    ['{"template":["classic"]}', 400, noObject],
    ['{"options":null}', 400, noObject],
    ['{"options":"ab"}', 400, noObject],
    ['{"options":["a"]}', 400, noObject],
    ['{"options":{"paper":{}}}', 400, noObject],
    ['', 400, noJson],
    ['{"template":', 400, noJson],
    [Buffer.from([0xff, 0xfe, 0]), 400, noJson],
    ['['.repeat(9_000), 400, noJson],
    [`"${'a'.repeat(10_000)}"`, 413, tooLong],
    [Buffer.alloc(8 * 1024 ** 2, 0x20), 413, tooLong],
  ])('that is none is refused (%#)', async (body, status, reason) => {
    expect(await post(body)).toEqual({ status, reason });
    expect(changes).toEqual([]);
  });

  it.each([
    undefined,
    'text/plain;charset=UTF-8',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    '',
  ])('of the type %j is refused', async (type) => {
    const run = type === undefined ? await fetchPlain() : await post('{}', type);
    expect(run).toMatchObject({ status: 415 });
    expect(changes).toEqual([]);
  });

  it('that is one is obeyed', async () => {
    expect((await post('{"template":"classic"}')).status).toBe(200);
    expect((await post('{"options":{"paper":"a4"}}', 'Application/JSON; charset=utf-8')).status).toBe(200);
    expect(changes).toMatchObject([{ template: 'classic' }, { options: { paper: 'a4' } }]);
  });

  it('of more than it says, in pieces, is refused before it ends', async () => {
    const chunked = ['Content-Type: application/json', 'Transfer-Encoding: chunked'];
    const piece = `1000\r\n${' '.repeat(0x1000)}\r\n`;
    const { ended } = open(`${head('POST', 'look', chunked)}\r\n${piece.repeat(3)}`);
    expect(await ended).toMatch(/^HTTP\/1\.1 413 /);
  });
});

/** Without any type. */
async function fetchPlain(): Promise<Answer> {
  const { ended } = open(`${head('POST', 'look', ['Content-Length: 2', 'Connection: close'])}\r\n{}`);
  const text = await ended;
  return { status: Number(text.split(' ')[1]), reason: text };
}

describe('what comes slowly', () => {
  it.each<[string, () => string]>([
    ['nothing', () => ''],
    ['headers that do not end', () => head('GET', '')],
    [
      'a body that does not end',
      () => `${head('POST', 'look', ['Content-Type: application/json', 'Content-Length: 9999'])}\r\n{`,
    ],
    ['a body that nobody asked for', () => `${head('POST', 'none', ['Content-Length: 9999'])}\r\n{`],
  ])('is ended (%s), and others are answered meanwhile', async (_what, text) => {
    const slow = Array.from({ length: 20 }, () => open(text()));
    // A byte now and then does not help.
    const trickle = setInterval(() => {
      for (const { socket } of slow) if (socket.writable) socket.write('a');
    }, 50);
    const quick = await fetch(server.url);
    expect(quick.status).toBe(200);
    await quick.text();
    for (const received of await Promise.all(slow.map(({ ended }) => ended)))
      expect(received).toMatch(/^$|^HTTP\/1\.1 4/);
    clearInterval(trickle);
    expect((await post('{}')).status).toBe(200);
  });

  it('is none of the events of a page, which stay', async () => {
    const { socket, ended } = open(`${head('GET', 'events')}\r\n`);
    let isEnded = false;
    void ended.then(() => {
      isEnded = true;
    });
    // Longer than any request may take.
    await open(head('GET', '')).ended;
    await open(`${head('POST', 'look', ['Content-Type: application/json', 'Content-Length: 9'])}\r\n`).ended;
    expect(isEnded).toBe(false);
    socket.destroy();
  });
});

it('has no more connections than it can hold, and room again when they are ended', async () => {
  const all = Array.from({ length: 150 }, () => open(''));
  const first = await Promise.race(all.map(({ ended }) => ended));
  expect(first).toBe('');
  await Promise.all(all.map(({ ended }) => ended));
  expect((await fetch(server.url)).status).toBe(200);
});

it('keeps nothing for a page that reads nothing', async () => {
  const { socket, ended } = open(`${head('GET', 'events')}\r\n`);
  await new Promise((resolve) => socket.once('data', resolve));
  socket.pause();
  for (let count = 0; count < 100_000; count++) server.push();
  const closed = new Promise((resolve) => socket.once('end', resolve));
  socket.once('error', () => {});
  socket.resume();
  await Promise.race([closed, ended]);
  expect((await fetch(server.url)).status).toBe(200);
});
