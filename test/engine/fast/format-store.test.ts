import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Basis } from '../../../src/engine/fast/basis.ts';
import { openFormatStore } from '../../../src/engine/fast/format-store.ts';
import type { Toolchain } from '../../../src/toolchain/toolchain.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-store-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const aux = (text: string): Map<string, Buffer> => new Map([['cv.aux', Buffer.from(text)]]);

function basisWith(text: string, formatKey = 'key'): Basis {
  const file = join(folder, 'made.fmt');
  writeFileSync(file, text);
  return {
    formatKey,
    day: 'today',
    preamble: 'preamble',
    request: {
      document: { source: '', assets: [], origins: [] },
      engine: 'pdflatex' as const,
      toolchain: { kind: 'local', description: 'TeX' } as Toolchain,
      jobName: 'cv',
      folder: '/gone',
      timeoutMs: 1,
    },
    format: { file, inputs: ['/a.sty'], log: 'said', dispose: () => {} },
    pauses: true,
    fonts: ['T1/lmr/m/n/10'],
    looks: new Map([['/a.sty', '1 2 3']]),
    aux: aux(text),
  };
}

describe('the store of formats', () => {
  it('gives back what was kept, but each CV its own aux files', () => {
    const store = openFormatStore('/home/ada/cv.md', { folder: join(folder, 'formats') });
    store.keep(basisWith('format'));
    const kept = store.find('key');
    expect(kept).toMatchObject({
      fonts: ['T1/lmr/m/n/10'],
      looks: new Map([['/a.sty', '1 2 3']]),
      aux: aux('format'),
      format: { file: join(folder, 'formats', 'key', 'format.fmt'), inputs: ['/a.sty'], log: 'said' },
    });
    expect(store.isWhole('key')).toBe(true);
    store.keepAux('key', aux('later'));
    expect(store.find('key')).toMatchObject({ aux: aux('later') });
    expect(store.findLast()).toMatchObject({
      formatKey: 'key',
      aux: aux('later'),
      start: {
        engine: 'pdflatex',
        jobName: 'cv',
        toolchain: { kind: 'local', description: 'TeX' },
        preamble: 'preamble',
      },
    });
    const other = openFormatStore('/home/ada/other.md', { folder: join(folder, 'formats') });
    expect(other.find('key')).toMatchObject({ aux: new Map() });
    expect(other.findLast()).toBeUndefined();
    expect(store.findAux('key')).toEqual(aux('later'));
    expect(other.findAux('key')).toBeUndefined();
  });

  it('keeps what has no format, and what is different', () => {
    const store = openFormatStore('/cv.md', { folder: join(folder, 'formats') });
    store.keep({ ...basisWith('', 'unicode'), format: undefined });
    expect(store.find('unicode')).toMatchObject({ format: undefined, fonts: ['T1/lmr/m/n/10'] });
    expect(store.isWhole('unicode')).toBe(true);
    store.keepDifference('other', 'object 3');
    expect(store.find('other')).toMatchObject({ difference: 'object 3' });
    expect(store.isWhole('other')).toBe(false);
    store.forget('other');
    expect(store.find('other')).toBeUndefined();
  });

  it('keeps no more than the sixteen that were used last', () => {
    const formats = join(folder, 'formats');
    const store = openFormatStore('/cv.md', { folder: formats });
    // What a process that was killed has left, and what another one is writing.
    for (const name of ['new-1-1', 'new-2-2']) mkdirSync(join(formats, name), { recursive: true });
    utimesSync(join(formats, 'new-1-1'), new Date(2026, 0, 1), new Date(2026, 0, 1));
    for (let index = 0; index < 20; index++) {
      store.keep(basisWith(String(index), `key${index}`));
      const at = new Date(2026, 0, 1, 0, index);
      utimesSync(join(formats, `key${index}`, 'basis'), at, at);
      // Used again and again, it is never the oldest.
      store.find('key0');
    }
    expect(readdirSync(formats)).toHaveLength(16 + 1);
    expect(readdirSync(formats)).toContain('new-2-2');
    expect(store.find('key0')).toBeDefined();
    expect(store.find('key1')).toBeUndefined();
    expect(store.find('key19')).toBeDefined();
  });

  it('takes nothing that another version of mdcv has kept', () => {
    const store = openFormatStore('/cv.md', { folder: join(folder, 'formats') });
    store.keep(basisWith('format'));
    const file = join(folder, 'formats', 'key', 'basis');
    const text = readFileSync(file, 'utf8')
      .replace(/^\d+\n/, '')
      .replace(/"layout":\d+/, '"layout":0');
    writeFileSync(file, `${crc32(text)}\n${text}`);
    expect(store.find('key')).toBeUndefined();
    expect(store.findLast()).toBeUndefined();
    expect(store.isWhole('key')).toBe(false);
  });

  it('is none where its folder cannot be used, and says why', () => {
    const debug: string[] = [];
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, 'a file');
    const store = openFormatStore('/cv.md', {
      folder: join(blocked, 'formats'),
      onDebug: (line) => debug.push(line),
    });
    store.keep(basisWith('format'));
    expect(store.find('key')).toBeUndefined();
    expect(debug[0]).toMatch(/^Cannot use what is kept: ENOTDIR/);
  });
});
