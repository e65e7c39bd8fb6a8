import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockPath, readLock, writeLock } from '../../src/lock/lock-file.ts';
import type { LockedBuild } from '../../src/lock/locked-build.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const locked = (cv: string, template: string, result: string): LockedBuild => ({
  cv,
  template,
  mdcv: '0.1.0',
  engine: { name: 'pdflatex', version: '' },
  class: { name: 'article', version: '' },
  fonts: [],
  options: {},
  content: '',
  templateFiles: '',
  texFiles: {},
  result,
  pages: 1,
});

it('keeps one record for each CV and template, in an order of its own', () => {
  const file = (name: string): string => join(folder, name);
  const builds = [
    locked('other.md', 'classic', '1'),
    locked('cv.md', 'classic', '2'),
    locked('cv.md', 'academic', '3'),
    locked('cv.md', 'classic', '4'),
  ];
  for (const build of builds) expect(writeLock(file(build.cv), build)).toBe(join(folder, 'mdcv.lock'));
  expect(readLock(file('cv.md'), 'classic')?.result).toBe('4');
  expect(readLock(file('cv.md'), 'academic')?.result).toBe('3');
  expect(readLock(file('other.md'), 'classic')?.result).toBe('1');
  expect(readLock(file('other.md'), 'banking')).toBeUndefined();
  const text = readFileSync(lockPath(file('cv.md')), 'utf8');
  expect([...text.matchAll(/"result": "(\d)"/g)].map(([, result]) => result)).toEqual(['3', '4', '1']);
  expect(text.endsWith('}\n')).toBe(true);
});

it('knows nothing where there is no lock', () => {
  expect(readLock(join(folder, 'cv.md'), 'classic')).toBeUndefined();
});

const noRecord = (builds: string): string => `{"version": 1, "builds": [${builds}]}`;

it.each([
  noRecord('null'),
  noRecord('1'),
  noRecord('{"cv": "cv.md", "template": "classic"}'),
  noRecord('{"content": "", "templateFiles": "", "result": ""}'),
  '{',
  '[]',
  '{"version": 2, "builds": []}',
  '{"version": 1}',
  'null',
])('refuses %j, and writes nothing over it', (text) => {
  writeFileSync(join(folder, 'mdcv.lock'), text);
  const read = (): unknown => readLock(join(folder, 'cv.md'), 'classic');
  expect(read).toThrow(expect.objectContaining({ code: 'bad-lock' }));
  expect(() => writeLock(join(folder, 'cv.md'), locked('cv.md', 'classic', '1'))).toThrow(/Cannot read/);
  expect(readFileSync(join(folder, 'mdcv.lock'), 'utf8')).toBe(text);
});

it.skipIf(process.platform === 'win32').each(['mkdir', 'mkfifo'])(
  'refuses what is no file: %s',
  (command) => {
    execFileSync(command, [join(folder, 'mdcv.lock')]);
    expect(() => readLock(join(folder, 'cv.md'), 'classic')).toThrow(
      expect.objectContaining({ code: 'bad-lock' }),
    );
  },
);

it('refuses what the system does not give', () => {
  symlinkSync('mdcv.lock', join(folder, 'mdcv.lock'));
  expect(() => readLock(join(folder, 'cv.md'), 'classic')).toThrow(
    expect.objectContaining({ code: 'bad-lock' }),
  );
});
