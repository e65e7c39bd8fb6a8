/** What may befall a build while it runs, with real processes. `docs/reliability.md` lists it. */

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createScene, expectSound, expectTold, mountSmallDisk, readPdf, type Scene } from './fault-scene.ts';
import { cli, createFolder, lacking, pdfText } from './mdcv.ts';
import { startMdcv, startWatch, until } from './mdcv-process.ts';

const noTex = lacking(['pdflatex', 'xelatex', 'lualatex', 'qpdf', 'pdftotext']);
const noFaketime = lacking(['faketime']);
const minutes = 60_000;
const first = 'The first words.';
const second = 'Other words.';

describe.skipIf(noTex)(`faults${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it.each(['pdflatex', 'xelatex', 'lualatex'])(
    '%s is killed at any moment',
    { timeout: 3 * minutes },
    async (engine) => {
      const scene = createScene(['--engine', engine]);
      const isEngine = ({ command }: { command: string }): boolean => /^\S*(?:tex|xdvipdfmx)\b/.test(command);
      const start = Date.now();
      expect(scene.build()).toMatchObject({ exitCode: 0 });
      const wholeMs = Date.now() - start;
      let killed = 0;
      for (let round = 0; round < (engine === 'pdflatex' ? 5 : 3); round++) {
        scene.write(second);
        const before = readPdf(scene);
        const run = startMdcv(
          ['build', 'cv.md', '--toolchain', 'local', '--engine', engine],
          scene.folder,
          scene.env,
        );
        let ended = false;
        void run.ended.then(() => (ended = true));
        const waitMs = Math.random() * wholeMs;
        await delay(waitMs);
        let victims: number[] = [];
        while (!ended && victims.length === 0) {
          victims = scene
            .processes()
            .filter(isEngine)
            .map(({ pid }) => pid);
          for (const pid of victims) kill(pid);
          if (victims.length === 0) await delay(2);
        }
        const exitCode = await run.ended;
        // A driver that is killed when all is written hurts nobody.
        if (victims.length > 0 && exitCode !== 0) {
          killed += 1;
          expectTold({ exitCode, stdout: '', stderr: run.output() }, /error [a-z-]+/);
          expect(readPdf(scene).equals(before), `${engine} killed after ${waitMs} ms`).toBe(true);
        } else expect(exitCode, run.output()).toBe(0);
        await expectSound(scene, [first, second, 'The last words.']);
      }
      expect(killed).toBeGreaterThan(0);
    },
  );

  it.each([
    ['the output', 'out', ['--toolchain', 'local'], /cannot-write|disk-full/],
    ['the folder for temporary files', 'tmp', ['--toolchain', 'local'], /disk-full|cannot-write/],
  ] as const)('the disk of %s is full', { timeout: 2 * minutes }, async (_what, name, args, told) => {
    const scene = createScene();
    const good = readPdf(scene);
    const disk = join(scene.folder, name);
    if (!mountSmallDisk(disk, 'size=200k')) return;
    if (name === 'out') writeFileSync(join(disk, 'cv.pdf'), good);
    const filler = join(disk, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(1024 * 1024))).toThrow(/ENOSPC/);
    scene.write(second);
    expectTold(scene.build(args), told);
    expect(readPdf(scene).equals(good)).toBe(true);
    rmSync(filler);
    if (name === 'out') rmSync(join(disk, 'cv.tex'), { force: true });
    const again = scene.build(['--tex-only']);
    expect(again.exitCode, again.stderr).toBe(0);
  });

  it('the disk of the cache is full', { timeout: 2 * minutes }, async () => {
    const scene = createScene();
    if (!mountSmallDisk(scene.cache, 'size=100k')) return;
    scene.write(second);
    for (let round = 0; round < 2; round++) expect(scene.build(['--fast'])).toMatchObject({ exitCode: 0 });
    await expectSound(scene, [second]);
  });

  it('a folder is on a disk that may only be read', { timeout: 2 * minutes }, async () => {
    const scene = createScene();
    const out = join(scene.folder, 'out');
    const good = readPdf(scene);
    if (!mountSmallDisk(out, 'size=10m')) return;
    writeFileSync(join(out, 'cv.pdf'), good);
    expect(spawnSync('/bin/mount', ['-o', 'remount,ro', out]).status).toBe(0);
    scene.write(second);
    expectTold(scene.build(), /cannot-write[\s\S]*read-only/);
    expect(readPdf(scene).equals(good)).toBe(true);
    expect(spawnSync('/bin/mount', ['-o', 'remount,rw', out]).status).toBe(0);
    expect(scene.build()).toMatchObject({ exitCode: 0 });
    await expectSound(scene, [second]);
    if (!mountSmallDisk(scene.cache, 'size=10m,ro')) return;
    for (let round = 0; round < 2; round++) expect(scene.build(['--fast'])).toMatchObject({ exitCode: 0 });
    if (!mountSmallDisk(scene.tmp, 'size=10m,ro')) return;
    expectTold(scene.build(), /cannot-write[\s\S]*TMPDIR/);
  });

  it.each(['pdflatex', 'xelatex', 'lualatex'])(
    '%s runs out of memory',
    { timeout: 3 * minutes },
    async (engine) => {
      const scene = createScene(['--engine', engine]);
      const real = spawnSync('which', [engine], { encoding: 'utf8' }).stdout.trim();
      const programs = createFolder();
      let failed = 0;
      for (const kilobytes of [10_000, 60_000, 150_000]) {
        writeFileSync(join(programs, engine), `#!/bin/sh\nulimit -v ${kilobytes}\nexec ${real} "$@"\n`);
        chmodSync(join(programs, engine), 0o755);
        const before = readPdf(scene);
        scene.write(second);
        const run = scene.build([], { PATH: `${programs}:${process.env.PATH}` });
        if (run.exitCode !== 0) {
          failed += 1;
          expectTold(run, /error [a-z-]+/);
          expect(readPdf(scene).equals(before)).toBe(true);
        }
        await expectSound(scene, [first, second, 'The last words.']);
      }
      expect(failed).toBeGreaterThan(0);
    },
  );

  it('mdcv may open few files', async () => {
    const scene = createScene();
    const good = readPdf(scene);
    scene.write(second);
    let failed = 0;
    for (let files = 20; files <= 40; files += 2) {
      const command = ['-c', `ulimit -n ${files}; exec "$@"`, 'sh', process.execPath, cli, 'build', 'cv.md'];
      const { status, stdout, stderr } = spawnSync('/bin/sh', [...command, '--toolchain', 'local'], {
        cwd: scene.folder,
        env: { ...process.env, ...scene.env },
        encoding: 'utf8',
      });
      if (status === 0) break;
      failed += 1;
      expectTold({ exitCode: status ?? -1, stdout, stderr }, /error [a-z-]+/);
      expect(readPdf(scene).equals(good)).toBe(true);
    }
    expect(failed).toBeGreaterThan(0);
    await expectSound(scene, [second]);
  });

  it('several builds write to one output', { timeout: 3 * minutes }, async () => {
    const scene = createScene();
    const sentences = ['Words of one.', 'Words of two.', 'Words of three.', 'Words of four.'];
    const text = readFileSync(join(scene.folder, 'cv.md'), 'utf8');
    const runs = sentences.map((sentence, index) => {
      const name = `cv${index}.md`;
      writeFileSync(join(scene.folder, name), text.replaceAll(first, sentence));
      const args = ['build', name, '-o', 'out/cv.pdf', '--toolchain', 'local'];
      return startMdcv(index % 2 ? [...args, '--fast'] : args, scene.folder, scene.env);
    });
    let ended = false;
    const all = Promise.all(runs.map((run) => run.ended)).finally(() => (ended = true));
    let looks = 0;
    // Whoever reads meanwhile always finds a whole one.
    for (; !ended; looks++) {
      const bytes = readPdf(scene);
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(bytes.subarray(-64).toString('latin1')).toContain('%%EOF');
      await delay(1);
    }
    expect(looks).toBeGreaterThan(10);
    expect(await all, runs.map((run) => run.output()).join('\n')).toEqual([0, 0, 0, 0]);
    await expectSound(scene, sentences);
  });

  it('the clock is set back', { timeout: 3 * minutes }, async ({ skip }) => {
    skip(noFaketime !== undefined, noFaketime);
    const scene = createScene();
    for (let round = 0; round < 2; round++) expect(scene.build(['--fast'])).toMatchObject({ exitCode: 0 });
    scene.write(second);
    const past = spawnSync(
      '/usr/bin/faketime',
      [
        '--exclude-monotonic',
        '-f',
        '-400d',
        process.execPath,
        cli,
        'build',
        'cv.md',
        '--fast',
        '--toolchain',
        'local',
      ],
      { cwd: scene.folder, encoding: 'utf8', env: { ...process.env, ...scene.env } },
    );
    expect(past.stderr).not.toContain('error');
    expect(past.status).toBe(0);
    await expectSound(scene, [second]);
    // A save that is older than what it replaces.
    const watch = startWatch(scene.folder, ['--no-preview', '--toolchain', 'local'], 'cv.md', scene.env);
    await until(() => watch.output().includes('cv.pdf'));
    scene.write(second);
    utimesSync(join(scene.folder, 'cv.md'), new Date('2001-01-01'), new Date('2001-01-01'));
    await until(() => pdfText(join(scene.folder, 'out/cv.pdf')).includes(second));
    watch.child.kill('SIGINT');
    expect(await watch.ended).toBe(0);
    await expectSound(scene, [second]);
  });

  it('the cache is damaged at random bytes', { timeout: 4 * minutes }, async () => {
    const scene = createScene();
    for (let round = 0; round < 2; round++) expect(scene.build(['--fast'])).toMatchObject({ exitCode: 0 });
    const kept = join(scene.folder, 'kept');
    cpSync(scene.cache, kept, { recursive: true, preserveTimestamps: true });
    const restore = (): void => {
      rmSync(scene.cache, { recursive: true });
      cpSync(kept, scene.cache, { recursive: true, preserveTimestamps: true });
    };
    const good = looksOf(scene);
    const files = listFiles(scene.cache);
    expect(files.length).toBeGreaterThan(2);
    const damages: ((file: string) => void)[] = [
      flipByte,
      flipByte,
      flipByte,
      (file) => truncateSync(file, Math.floor(statSync(file).size * Math.random())),
      (file) => truncateSync(file, 0),
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    ];
    for (const damage of damages) {
      for (const file of listFiles(scene.cache)) damage(file);
      const run = scene.build(['--fast']);
      expect(run, `${damage}`).toMatchObject({
        exitCode: 0,
        stderr: expect.not.stringMatching(/error|warning/),
      });
      expect(looksOf(scene)).toBe(good);
      restore();
    }
    // One file at a time, whichever it is.
    for (let round = 0; round < 4; round++) {
      const all = listFiles(scene.cache);
      const file = all[Math.floor(Math.random() * all.length)] as string;
      flipByte(file);
      expect(scene.build(['--fast']), file).toMatchObject({ exitCode: 0 });
      expect(looksOf(scene), file).toBe(good);
      restore();
    }
    await expectSound(scene, [first]);
  });
});

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function flipByte(file: string): void {
  const bytes = readFileSync(file);
  if (bytes.length === 0) return;
  const at = Math.floor(Math.random() * bytes.length);
  bytes[at] = (bytes[at] as number) ^ (1 << Math.floor(Math.random() * 8));
  writeFileSync(file, bytes);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What is on the scene's pages: words and pixels. */
function looksOf({ folder }: Scene): string {
  const pdf = join(folder, 'out', 'cv.pdf');
  const { stdout } = spawnSync('pdftoppm', ['-r', '40', pdf], { maxBuffer: 1 << 28 });
  expect(stdout.length).toBeGreaterThan(100_000);
  return `${pdfText(pdf)}${stdout.toString('base64')}`;
}
