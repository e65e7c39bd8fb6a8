import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findImageFile } from '../../src/template/image-file.ts';
import { asNobody } from '../as-nobody.ts';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
let parent: string;
let cv: string;
beforeAll(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv-image-')));
  mkdirSync(join(parent, 'in/sub'), { recursive: true });
  cv = join(parent, 'in/cv.md');
  writeFileSync(join(parent, 'secret.png'), png);
  writeFileSync(join(parent, 'in/me.png'), png);
  writeFileSync(join(parent, 'in/100%.png'), png);
  writeFileSync(join(parent, 'in/Zoë.png'.normalize('NFD')), png);
  writeFileSync(join(parent, 'in/Jürgen.png'.normalize('NFC')), png);
  writeFileSync(join(parent, 'in/my photo.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  writeFileSync(join(parent, 'in/sub/logo.txt'), '%PDF-1.4');
  writeFileSync(join(parent, 'in/icon.svg'), '<svg/>');
  writeFileSync(join(parent, 'in/empty.png'), '');
  execFileSync('mkfifo', [join(parent, 'in/pipe.png')]);
  symlinkSync(join(parent, 'secret.png'), join(parent, 'in/link.png'));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe('findImageFile', () => {
  it.each([
    ['me.png', 'in/me.png', 'png'],
    ['./me.png', 'in/me.png', 'png'],
    ['100%.png', 'in/100%.png', 'png'],
    ['Zoë.png'.normalize('NFC'), 'in/Zoë.png'.normalize('NFD'), 'png'],
    ['Jürgen.png'.normalize('NFD'), 'in/Jürgen.png'.normalize('NFC'), 'png'],
    ['my%20photo.jpg', 'in/my photo.jpg', 'jpg'],
    ['sub/logo.txt', 'in/sub/logo.txt', 'pdf'],
  ])('finds %s by its first bytes', (name, path, format) => {
    expect(findImageFile(name, cv)).toEqual({ path: join(parent, path), format });
  });
  it.each([
    ['none.png', 'missing', 'there is no such file'],
    ['../secret.png', 'outside', 'it is outside the folder of the Markdown file'],
    ['link.png', 'outside', 'it is outside the folder of the Markdown file'],
    ['/etc/passwd', 'outside', 'it is outside the folder of the Markdown file'],
    ['https://example.org/me.png', 'remote', 'mdcv reads nothing from the network'],
    ['//example.org/me.png', 'remote', 'mdcv reads nothing from the network'],
    ['icon.svg', 'no-image', 'it is neither PNG nor JPEG nor PDF'],
    ['empty.png', 'no-image', 'it is neither PNG nor JPEG nor PDF'],
    ['sub', 'no-image', 'it is a folder'],
    ['pipe.png', 'no-image', 'it is a pipe or a device'],
    ['a\0b', 'missing', 'there is no such file'],
  ])('refuses %j', (name, problem, reason) => {
    expect(findImageFile(name, cv)).toEqual({ problem, reason });
  });
  it('refuses what may not be read', async () => {
    chmodSync(parent, 0o755);
    const photo = join(parent, 'in/private.png');
    writeFileSync(photo, png, { mode: 0o000 });
    const reason = 'the system refuses it (EACCES), make sure that you may read it';
    expect(await asNobody(() => findImageFile('private.png', cv))).toEqual({ problem: 'no-image', reason });
  });
});
