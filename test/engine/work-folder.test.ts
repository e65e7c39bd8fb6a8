import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWorkFolder } from '../../src/engine/work-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mdcv-work-folder-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const elsewhere = { hold: () => async () => {}, workRoot: () => root };
const longAgo = new Date(Date.now() - 2 * 60 * 60_000);

function leave(name: string, at?: Date): void {
  mkdirSync(join(root, name));
  writeFileSync(join(root, name, 'cv.tex'), '');
  if (at) utimesSync(join(root, name), at, at);
}

it('takes away what processes left that were killed long ago, and nothing else', () => {
  // Of a process that has just ended.
  const { pid } = spawnSync(process.execPath, ['--version']);
  leave(`mdcv-${pid}-aaaaaa`, longAgo);
  leave(`mdcv-${pid}-bbbbbb`);
  leave(`mdcv-${process.pid}-cccccc`, longAgo);
  leave(`mdcv-1-dddddd`, longAgo);
  leave('mdcv-photos', longAgo);
  const folder = createWorkFolder({ elsewhere });
  expect(readdirSync(root).sort()).toEqual(
    [
      `mdcv-${pid}-bbbbbb`,
      `mdcv-${process.pid}-cccccc`,
      'mdcv-1-dddddd',
      'mdcv-photos',
      folder.slice(root.length + 1),
    ].sort(),
  );
});

it('says where no folder can be made', () => {
  expect(() => createWorkFolder({ elsewhere: { ...elsewhere, workRoot: () => join(root, 'none') } })).toThrow(
    /Cannot make a folder for TeX/,
  );
});

it('gives an absolute path, also where that of temporary files is not', () => {
  const folder = createWorkFolder({ elsewhere: { ...elsewhere, workRoot: () => relative('.', root) } });
  expect(folder.startsWith(join(root, 'mdcv-'))).toBe(true);
});
