import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { diagnoseLanguages } from '../../src/toolchain/diagnose-languages.ts';

/** A machine with these hyphenation files and fonts, as its programs tell. */
function machine(files: readonly string[], families?: readonly string[]): NodeJS.ProcessEnv {
  const folder = mkdtempSync(join(tmpdir(), 'mdcv-languages-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const program = (name: string, lines: readonly string[]): void => {
    writeFileSync(join(folder, name), `#!/bin/sh\ncat <<'END'\n${lines.join('\n')}\nEND\n`);
    chmodSync(join(folder, name), 0o755);
  };
  program('pdflatex', ['pdfTeX 3.14 (TeX Live 2022)']);
  program('kpsewhich', ['/usr/share/texmf', ...files.map((name) => `/usr/share/texmf/${name}`)]);
  if (families) program('fc-list', families);
  return { PATH: `${folder}:/usr/bin:/bin`, HOME: folder };
}

const all = ['de-1996', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'el-monoton', 'tr'].map(
  (name) => `loadhyph-${name}.tex`,
);
const fonts = ['Noto Sans CJK SC', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew'];

it('has nothing to tell where everything is there', async () => {
  expect(await diagnoseLanguages(machine(all, fonts))).toEqual([]);
});

it('tells what each language lacks, and the package', async () => {
  const lacks = await diagnoseLanguages(machine(all.slice(0, -4), ['DejaVu Serif']));
  expect(lacks.map((lack) => [lack.language, lack.lacks, lack.package])).toEqual([
    ['Chinese, Japanese and Korean', 'fonts', 'fonts-noto-cjk'],
    ['Arabic', 'fonts', 'fonts-noto-core'],
    ['Hebrew', 'fonts', 'fonts-noto-core'],
    ['Polish', 'hyphenation', 'texlive-lang-polish'],
    ['Russian', 'hyphenation', 'texlive-lang-cyrillic'],
    ['Greek', 'hyphenation', 'texlive-lang-greek'],
    ['Turkish', 'hyphenation', 'texlive-lang-european'],
  ]);
});

it('tells nothing without a TeX on the path', async () => {
  expect(await diagnoseLanguages({ PATH: '/nowhere' })).toEqual([]);
});
