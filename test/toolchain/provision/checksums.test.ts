import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listChanged, writeChecksums } from '../../../src/toolchain/provision/checksums.ts';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-checksums-'));
  mkdirSync(join(folder, 'tex'));
  writeFileSync(join(folder, 'tex', 'a b.sty'), 'one');
  writeFileSync(join(folder, 'empty'), '');
  symlinkSync('tex/a b.sty', join(folder, 'link'));
  await writeChecksums(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const style = () => join(folder, 'tex', 'a b.sty');

it('finds nothing where nothing has changed, and passes over what is not its own', async () => {
  writeFileSync(join(folder, 'later'), 'made by a run');
  const files = [style(), join(folder, 'empty'), join(folder, 'link'), join(folder, 'later'), '/etc/passwd'];
  expect(await listChanged(folder, files)).toEqual([]);
});

it('names each file that has changed once, by its own name', async () => {
  writeFileSync(style(), 'onf');
  writeFileSync(join(folder, 'empty'), '\0');
  expect(await listChanged(folder, [join(folder, 'link'), style(), join(folder, 'empty')])).toEqual([
    join('tex', 'a b.sty'),
    'empty',
  ]);
});

it('trusts no list that is damaged or gone', async () => {
  writeFileSync(join(folder, 'checksums'), 'x');
  expect(await listChanged(folder, [style()])).toEqual(['checksums']);
  rmSync(join(folder, 'checksums'));
  expect(await listChanged(folder, [style()])).toEqual(['checksums']);
});
