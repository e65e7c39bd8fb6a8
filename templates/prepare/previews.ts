/**
 * Makes `preview.png` in every template's folder from the real output: page 1 of `content/cv.md`, 500 pixels wide. `npm run templates` runs
 * it; arguments name the templates to do, all by default. Needs a compiled mdcv, a TeX and poppler's pdftoppm.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

const width = 500;
const asked = process.argv.slice(2);
const names = readdirSync('templates').filter((name) => existsSync(join('templates', name, 'template.json')));
const folder = mkdtempSync(join(tmpdir(), 'mdcv-previews-'));
try {
  for (const name of asked.length > 0 ? asked : names) await makePreview(name);
} finally {
  rmSync(folder, { recursive: true });
}

/** A template that this machine's TeX cannot set keeps the preview it has; mdcv says why, and the exit code is 1. */
async function makePreview(name: string): Promise<void> {
  const pdf = join(folder, `${name}.pdf`);
  const mdcv = ['dist/cli/main.js', 'build', 'content/cv.md', '-t', name, '-o', pdf];
  const { exitCode } = await execa('node', mdcv, { stdio: ['ignore', 'inherit', 'inherit'], reject: false });
  if (exitCode !== 0) {
    process.exitCode = 1;
    return;
  }
  const scale = ['-scale-to-x', String(width), '-scale-to-y', '-1'];
  await execa('pdftoppm', [
    '-png',
    '-singlefile',
    '-f',
    '1',
    ...scale,
    pdf,
    join('templates', name, 'preview'),
  ]);
}
