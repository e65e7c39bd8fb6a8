/** Writes the code cache of the bundle named in the arguments, after builds of a CV in which most of what a build needs was compiled. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { codeCacheOf, loadBundle } from '../cli/load-bundle.ts';
import { packageRoot } from '../package-root.ts';

/** Stands in for TeX, which need not be there when mdcv is compiled: what follows a run of it must be in the cache, too. */
const kpsewhich = '#!/bin/sh\necho /texmf\nfor file; do echo "/texmf/$file"; done\n';
const pdflatex = [
  '#!/bin/sh',
  'case "$*" in *mdcvgo*) echo mdcv-ready; read line;; esac',
  "echo '\\relax' > cv.aux",
  // As templates/shared/ending.tex.njk has it told.
  "end=$(grep -n '^.end{document}' cv.tex | cut -d: -f1)",
  "seal=$(sed -n 's/.*gdef.mdcvseal{\\(.*\\)}/\\1/p' cv.tex)",
  'printf "This is pdfTeX\\n(mdcv) whole at line $end $seal\\nOutput written on cv.pdf (1 page, 9 bytes).\\n" > cv.log',
  "printf 'PWD /\\nINPUT cv.tex\\nOUTPUT cv.log\\n' > cv.fls",
  "printf '%%PDF-1.5\\n%%%%EOF\\n' > cv.pdf",
].join('\n');

const [bundleFile = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'mdcv-compile-'));
// V8 drops the code of functions that have not run for a while; the flag is part of what a cache must agree with, so it is set back.
setFlagsFromString('--no-flush-bytecode');
const { bundle, script } = loadBundle(bundleFile);
try {
  writeFileSync(join(folder, 'kpsewhich'), kpsewhich, { mode: 0o755 });
  writeFileSync(join(folder, 'pdflatex'), pdflatex, { mode: 0o755 });
  process.env.PATH = `${folder}:${process.env.PATH}`;
  const cv = join(packageRoot, 'content/cv.md');
  process.argv = [process.execPath, 'mdcv', 'build', cv, '-o', join(folder, 'out')];
  await bundle.main();
} finally {
  rmSync(folder, { recursive: true });
}
setFlagsFromString('--flush-bytecode');
writeFileSync(codeCacheOf(bundleFile), script.createCachedData());
