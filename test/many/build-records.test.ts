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
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BuildRecords, type BuildTrace, openBuildRecords } from '../../src/many/build-records.ts';
import { createFileHashes } from '../../src/many/file-hashes.ts';
import { toLine } from './report-lines.ts';

let folder: string;
let trace: BuildTrace;
const build = { file: 'cv.md', settings: { template: 'banking' } };
const object = toLine();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-records-'));
  trace = { inputs: [place('cv.md'), place('photo.png')], outputs: [place('cv.pdf')], lasting: 'ever' };
  for (const path of [...trace.inputs, ...trace.outputs]) {
    writeFileSync(path, 'first');
    utimesSync(path, 1, 1);
  }
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const place = (name: string): string => join(folder, name);

/** As another process opens them. */
const open = (): BuildRecords => openBuildRecords(place('builds'), createFileHashes());

describe('the records of builds', () => {
  it('give back what was built, whatever the time of its files', () => {
    expect(open().find(build)).toBeUndefined();
    open().keep(build, trace, object, 5000);
    expect(open().find(build)).toEqual(object);
    writeFileSync(place('photo.png'), 'first');
    expect(open().find(build)).toEqual(object);
  });

  it.each(['cv.md', 'photo.png', 'cv.pdf'])('do not hold where %s has changed or is gone', (name) => {
    open().keep(build, trace, object, 5000);
    writeFileSync(place(name), 'other');
    expect(open().find(build)).toBeUndefined();
    writeFileSync(place(name), 'first');
    expect(open().find(build)).toEqual(object);
    rmSync(place(name));
    expect(open().find(build)).toBeUndefined();
  });

  it('are of one CV and of one way to build it', () => {
    open().keep(build, trace, object, 5000);
    expect(open().find({ ...build, file: 'other.md' })).toBeUndefined();
    expect(open().find({ ...build, settings: { template: 'classic' } })).toBeUndefined();
  });

  it('last as long as what may be on the pages', () => {
    vi.useFakeTimers({ now: new Date(2026, 4, 30), toFake: ['Date'] });
    for (const lasting of ['ever', 'month', 'day'] as const)
      open().keep({ ...build, settings: lasting }, { ...trace, lasting }, object, Date.now());
    const found = (): unknown[] =>
      ['ever', 'month', 'day'].map((settings) => open().find({ ...build, settings }) !== undefined);
    expect(found()).toEqual([true, true, true]);
    vi.setSystemTime(new Date(2026, 4, 31));
    expect(found()).toEqual([true, true, false]);
    vi.setSystemTime(new Date(2026, 5, 1));
    expect(found()).toEqual([true, false, false]);
  });

  it('are not kept of what was saved while it was built', () => {
    open().keep(build, trace, object, 5000);
    utimesSync(place('cv.md'), 6, 6);
    open().keep(build, trace, object, 5000);
    expect(open().find(build)).toBeUndefined();
  });

  it('give nothing where they are damaged, and cost nothing where they cannot be kept', () => {
    open().keep(build, trace, object, 5000);
    const [name = ''] = readdirSync(place('builds'));
    const file = join(place('builds'), name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('banking', 'classic'));
    expect(open().find(build)).toBeUndefined();
    writeFileSync(file, text.slice(0, 40));
    expect(open().find(build)).toBeUndefined();
    writeFileSync(place('a-file'), '');
    const told: string[] = [];
    const records = openBuildRecords(join(place('a-file'), 'builds'), createFileHashes(), (line) =>
      told.push(line),
    );
    records.keep(build, trace, object, 5000);
    expect(records.find(build)).toBeUndefined();
    expect(told).toHaveLength(1);
  });

  it('are thrown away when there are too many, the oldest first', () => {
    mkdirSync(place('builds'));
    for (let index = 0; index < 5001; index++) {
      writeFileSync(join(place('builds'), `${index}.json`), '');
      if (index < 2) utimesSync(join(place('builds'), `${index}.json`), 1, 1 + index);
    }
    open().keep(build, trace, object, 5000);
    const names = readdirSync(place('builds'));
    expect(names).toHaveLength(5000);
    expect(names).not.toContain('0.json');
    expect(names).not.toContain('1.json');
  });
});
