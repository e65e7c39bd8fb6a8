import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../src/make-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('makeFolder', () => {
  it('makes what is not there, and lets be what is', () => {
    for (const path of ['a/b/c', 'a/b/c', 'a', '.']) {
      makeFolder(join(folder, path));
      expect(statSync(join(folder, path)).isDirectory()).toBe(true);
    }
  });
  it.each(['file', 'file/a', 'file/a/b'])('throws for %s below or at a file', (path) => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => makeFolder(join(folder, path))).toThrow(/EEXIST|ENOTDIR/);
  });
  // Node's own recursive mkdir never ends there.
  it.runIf(process.platform === 'linux').each(['/proc/mdcv', '/proc/mdcv/x/y'])('throws for %s', (path) => {
    expect(() => makeFolder(path)).toThrow('ENOENT');
  });
});
