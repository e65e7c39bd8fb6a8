import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishFile, writePublished } from '../src/publish-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-publish-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('publishFile', () => {
  it('replaces the file whole and leaves nothing beside it', () => {
    writeFileSync(join(folder, 'a'), 'new');
    writeFileSync(join(folder, 'cv.pdf'), 'old');
    publishFile(join(folder, 'a'), join(folder, 'cv.pdf'));
    expect(readFileSync(join(folder, 'cv.pdf'), 'utf8')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['a', 'cv.pdf']);
  });
  it('makes the folder', () => {
    writePublished(join(folder, 'x/y/cv.tex'), 'text');
    expect(readFileSync(join(folder, 'x/y/cv.tex'), 'utf8')).toBe('text');
  });
  it('keeps the old file and says so when the new one cannot be read', () => {
    writeFileSync(join(folder, 'cv.pdf'), 'old');
    expect(() => publishFile(join(folder, 'none'), join(folder, 'cv.pdf'))).toThrow(
      expect.objectContaining({ code: 'cannot-write', hint: expect.stringContaining('untouched') }),
    );
    expect(readdirSync(folder)).toEqual(['cv.pdf']);
    expect(readFileSync(join(folder, 'cv.pdf'), 'utf8')).toBe('old');
  });
  it('names the reason where a part of the path is a file', () => {
    writeFileSync(join(folder, 'file'), '');
    const to = join(folder, 'file', 'cv.tex');
    expect(() => writePublished(to, 'x')).toThrow(`Cannot write \`${to}\`: a part of the path is a file`);
  });
  it('takes the longest name there is, and says where one is longer', () => {
    for (const name of ['a'.repeat(255), 'é'.repeat(127)]) {
      writePublished(join(folder, name), 'x');
      expect(readdirSync(folder)).toEqual([name]);
      rmSync(join(folder, name));
    }
    expect(() => writePublished(join(folder, 'a'.repeat(256)), 'x')).toThrow('the name is too long');
    expect(readdirSync(folder)).toEqual([]);
  });
  it.skipIf(process.platform === 'win32')('replaces no pipe and no device, named by a link or not', () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    symlinkSync('pipe', join(folder, 'link'));
    for (const to of [pipe, join(folder, 'link')])
      expect(() => writePublished(to, 'x')).toThrow(
        expect.objectContaining({ message: `Cannot write \`${to}\`: it is a pipe or a device` }),
      );
    expect(readdirSync(folder).sort()).toEqual(['link', 'pipe']);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });
  // Whoever is root could harm the machine that this runs on.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('replaces no link in /dev', () => {
    expect(() => writePublished('/dev/stdout', 'x')).toThrow('it is a pipe or a device');
  });
  it.runIf(process.platform === 'linux')('ends where no folder can be made', () => {
    expect(() => writePublished('/proc/mdcv/x/cv.tex', 'x')).toThrow('no folder can be made there');
  });
  it('names the reason where the place is a folder', () => {
    writePublished(join(folder, 'cv.pdf', 'inner'), 'x');
    expect(() => writePublished(join(folder, 'cv.pdf'), 'x')).toThrow('it is a folder');
    expect(readdirSync(folder)).toEqual(['cv.pdf']);
  });
});
