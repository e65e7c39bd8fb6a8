import { mkdir, mkdtemp, readFile, readlink, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFontMap } from '../../../src/toolchain/provision/font-map.ts';
import { joinComponents, joinMaps } from '../../../src/toolchain/provision/join-components.ts';
import { writeLsR } from '../../../src/toolchain/provision/ls-r.ts';
import { readMarker, removeMarker, writeMarker } from '../../../src/toolchain/provision/marker.ts';
import { settleLinks } from '../../../src/toolchain/provision/settle-links.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mdcv-tree-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(name: string, content = ''): Promise<void> {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), content);
}

const read = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');

test('ls-R lists every folder with its names, sorted', async () => {
  await write('tex/latex/b.sty');
  await write('tex/latex/a.sty');
  await write('web2c/texmf.cnf');
  await writeLsR(folder);
  expect(await read('ls-R')).toBe(`% ls-R -- filename database for kpathsea; do not change this line.
./:
tex
web2c

./tex:
latex

./tex/latex:
a.sty
b.sty

./web2c:
texmf.cnf

`);
});

test('the font map joins what the packages enable, and the standard fonts', async () => {
  await write(
    'var/lib/tex-common/fontmap-cfg/texlive/texlive-base.cfg',
    '# x\nMixedMap cm.map\nMap euler.map\n',
  );
  await write('var/lib/tex-common/fontmap-cfg/texmf/lmodern.cfg', 'Map lm.map\nKanjiMap ptex.map\n');
  const maps = 'usr/share/texlive/texmf-dist/fonts/map/dvips';
  await write(`${maps}/amsfonts/cm.map`, 'cmr10 CMR10 <cmr10.pfb\n');
  await write(`${maps}/other/other.map`, 'other\n');
  await write(`${maps}/tetex/ps2pk35.map`, 'ptmr8r NimbusRomNo9L-Regu <utmr8a.pfb');
  await write('usr/share/texmf/fonts/map/dvips/lm/lm.map', 'ec-lmr10 LMRoman10-Regular <lmr10.pfb');
  expect(await readFontMap(folder)).toBe(
    'ec-lmr10 LMRoman10-Regular <lmr10.pfb\ncmr10 CMR10 <cmr10.pfb\nptmr8r NimbusRomNo9L-Regu <utmr8a.pfb\n',
  );
});

test('a component without fonts has an empty map', async () => {
  expect(await readFontMap(folder)).toBe('');
});

test('absolute links lead into the tree or vanish; none leads out', async () => {
  await write('root/var/lib/texmf/language.dat');
  await write('outside');
  const link = async (target: string, name: string) => {
    await mkdir(path.dirname(path.join(folder, 'root', name)), { recursive: true });
    await symlink(target, path.join(folder, 'root', name));
  };
  await link('/var/lib/texmf/language.dat', 'usr/share/language.dat');
  await link('/etc/passwd', 'usr/share/passwd');
  await link('../../var/lib/texmf/language.dat', 'usr/share/relative');
  await link('nowhere', 'usr/share/gone');
  await link('../../../outside', 'usr/share/outside');
  await settleLinks(path.join(folder, 'root'));
  const target = (name: string) => readlink(path.join(folder, 'root/usr/share', name)).catch(() => 'removed');
  expect(await target('language.dat')).toBe('../../var/lib/texmf/language.dat');
  expect(await target('relative')).toBe('../../var/lib/texmf/language.dat');
  expect(await target('passwd')).toBe('removed');
  expect(await target('gone')).toBe('removed');
  expect(await target('outside')).toBe('removed');
});

describe('a component’s marker', () => {
  const packages = [{ name: 'lmodern', version: '2.005-1', file: 'x.deb', bytes: 1 }];
  beforeEach(async () => {
    await write('formats/pdflatex.fmt', 'format');
    await writeMarker(folder, packages, ['formats/pdflatex.fmt']);
  });

  test('tells what it is made of', async () => {
    expect(await readMarker(folder)).toEqual({
      packages: [{ name: 'lmodern', version: '2.005-1' }],
      sizes: { 'formats/pdflatex.fmt': 6 },
    });
  });

  test('does not count when a file is cut short, or gone, or the marker is broken or removed', async () => {
    await truncate(path.join(folder, 'formats/pdflatex.fmt'), 3);
    expect(await readMarker(folder)).toBeUndefined();
    await rm(path.join(folder, 'formats'), { recursive: true });
    expect(await readMarker(folder)).toBeUndefined();
    await write('complete.json', '{');
    expect(await readMarker(folder)).toBeUndefined();
    await removeMarker(folder);
    await removeMarker(folder);
    expect(await readMarker(folder)).toBeUndefined();
  });
});

test('what is joined has every component’s fonts, in order, and names every component’s folders', async () => {
  await write('base/pdftex.map', 'a\n');
  await write('gyre/pdftex.map', 'b\n');
  const components = ['base', 'none', 'gyre'].map((name) => path.join(folder, name));
  const layout = { components, joined: path.join(folder, 'joined'), caches: path.join(folder, 'caches') };
  await joinComponents(layout);
  await joinComponents(layout);
  expect(await read('joined/fonts/map/pdftex/updmap/pdftex.map')).toBe('a\nb\n');
  const config = await read('joined/texmf.cnf');
  expect(config).toContain(
    `TEXMF = {${folder}/joined,!!${folder}/base/root/usr/share/texmf,!!${folder}/base/root/usr/share/texlive/texmf-dist,`,
  );
  expect(config).toContain(
    `TEXFORMATS = .;${folder}/base/formats;${folder}/none/formats;${folder}/gyre/formats\n`,
  );
  expect(config).not.toMatch(/= \/usr|= ~|!!\/usr/);
  expect(await read('joined/fonts.conf')).toContain(`<dir>${folder}/gyre/root/usr/share/fonts</dir>`);
});

test('joined font maps hold each font once, the first entry of it, and no comments', () => {
  expect(joinMaps(['% base\ncmr10 CMR10 <cmr10.pfb\n\n', 'cmr10 Other\nlmr10 LMRoman10 <lmr10.pfb\n'])).toBe(
    'cmr10 CMR10 <cmr10.pfb\nlmr10 LMRoman10 <lmr10.pfb\n',
  );
});
