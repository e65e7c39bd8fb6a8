/** What mdcv may be started in: environments, closed streams, limits of the kernel. `docs/reliability.md` lists it. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createScene, expectSound, expectTold, readPdf, type Scene } from './fault-scene.ts';
import { type CliRun, cli, lacking } from './mdcv.ts';

const noTex = lacking(['pdflatex', 'qpdf', 'pdftotext']);
const minutes = 60_000;
const build = '"$node" "$cli" build cv.md --toolchain local';

/** Runs a line of shell in the scene's folder; `$mdcv` there builds the CV. */
function run(scene: Scene, line: string, user?: number): CliRun {
  const { status, stdout, stderr } = spawnSync('/bin/bash', ['-c', line.replaceAll('$mdcv', build)], {
    cwd: scene.folder,
    env: { ...process.env, NO_COLOR: '1', ...scene.env, node: process.execPath, cli },
    encoding: 'utf8',
    // A shell that hangs fails.
    timeout: minutes,
    ...(user !== undefined && { uid: user, gid: user }),
  });
  return { exitCode: status, stdout, stderr };
}

describe.skipIf(noTex)(`a build${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it.each([
    ['without a HOME', 'env -u HOME -u MDCV_CACHE $mdcv --fast'],
    ['in a HOME that is not there', `export HOME=/proc/none; unset MDCV_CACHE; $mdcv --fast`],
    [
      'with a cache that is a file',
      'touch tmp.file; MDCV_CACHE=$PWD/cv.md $mdcv --fast; exit=$?; rm tmp.file; exit $exit',
    ],
    ['with a relative TMPDIR', 'export TMPDIR=tmp; $mdcv'],
    [
      'with an empty PATH entry',
      'export PATH=":$PATH"; printf "#!/bin/sh\\nexit 1" > pdflatex; chmod +x pdflatex; $mdcv',
    ],
    [
      'in a TMPDIR with signs of TeX and of shells',
      `mkdir "$TMPDIR/a b"; t="$TMPDIR/a b/ü%#~\\$&'"; mkdir "$t"; (export TMPDIR="$t"; $mdcv) && rmdir "$t" "$TMPDIR/a b"`,
    ],
    [
      'in a TMPDIR of a thousand letters',
      't=$TMPDIR; for i in 1 2 3 4 5; do t=$t/$(printf "%0200d"); done; mkdir -p "$t"; (export TMPDIR="$t"; $mdcv); exit=$?; rm -r "$TMPDIR"/0*; exit $exit',
    ],
    ['in a locale that is not installed', 'env LC_ALL=xx_XX.ISO-8859-1 LANG=xx $mdcv'],
    ['in a time zone that is none', 'export TZ=Mars/Olympus; $mdcv'],
    ['on a terminal that can nothing', 'export TERM=dumb COLUMNS=0 LINES=-1 CI=true; $mdcv'],
    ['with standard input closed', '$mdcv <&-'],
    ['with standard output closed', '$mdcv >&-'],
    ['with all streams closed', '$mdcv <&- >&- 2>&-'],
    ['whose reader has read enough', 'set -o pipefail; $mdcv --json | head -c 1'],
    ['with a small stack', 'ulimit -s 256; $mdcv'],
    ['with few files', 'ulimit -n 64; $mdcv'],
    ['at the end of the queue', 'nice -n 19 $mdcv'],
  ])('%s is made', { timeout: minutes }, async (_what, line) => {
    const scene = createScene();
    scene.write('Other words.');
    const { exitCode, stderr } = run(scene, line);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    await expectSound(scene, ['Other words.']);
  });

  it.each([
    ['with a TMPDIR that is a file', 'export TMPDIR=$PWD/cv.md; $mdcv', /cannot-write[\s\S]*Set TMPDIR/],
    ['with an empty PATH', 'export PATH=; $mdcv', /no-tex[\s\S]*Install/],
    ['where files may be small', 'ulimit -f 4; $mdcv', /cannot-write[\s\S]*ulimit -f/],
    ['where a photo is too large to copy', 'ulimit -f 80; $mdcv', /exhausted[\s\S]*ulimit -f/],
    ['where the PDF is too large', 'ulimit -f 115; $mdcv', /tex-output[\s\S]*ulimit -f/],
  ])('%s is not made, and says why', { timeout: minutes }, async (_what, line, told) => {
    const scene = createScene();
    const good = readPdf(scene);
    const photo = join(scene.folder, 'photo.png');
    copyFileSync(join(import.meta.dirname, '../../templates/classic/preview.png'), photo);
    const text = readFileSync(join(scene.folder, 'cv.md'), 'utf8');
    writeFileSync(join(scene.folder, 'cv.md'), text.replace('name:', 'photo: photo.png\nname:'));
    expectTold(run(scene, line), told);
    expect(readPdf(scene).equals(good)).toBe(true);
    await expectSound(scene, ['The first words.']);
  });

  it.skipIf(process.getuid?.() !== 0)('may start few processes', { timeout: 2 * minutes }, async () => {
    const scene = createScene();
    chmodSync(scene.folder, 0o777);
    for (const folder of [scene.tmp, scene.cache, join(scene.folder, 'out')]) chmodSync(folder, 0o777);
    // The limit counts all processes of a user, so it is one that has no others.
    const user = 200_000 + process.pid;
    const good = readPdf(scene);
    scene.write('Other words.');
    let failed = 0;
    // With fewer, Node itself does not start.
    for (let processes = 7; processes <= 16; processes++) {
      const ended = run(scene, `ulimit -u ${processes}; exec $mdcv`, user);
      if (ended.exitCode === 0) break;
      if (/exhausted/.test(ended.stderr)) failed += 1;
      expectTold(ended, /exhausted[\s\S]*ulimit -u/);
      expect(readPdf(scene).equals(good)).toBe(true);
    }
    expect(failed).toBeGreaterThan(0);
    await expectSound(scene, ['Other words.']);
  });
});
