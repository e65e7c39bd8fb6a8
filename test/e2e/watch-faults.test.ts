/** What may befall the files of a watch, by real programs. `docs/reliability.md` lists it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createScene, expectSound } from './fault-scene.ts';
import { cli, createFolder, lacking, pdfText } from './mdcv.ts';
import { startProgram, startWatch, until } from './mdcv-process.ts';

const noTex = lacking(['pdflatex', 'pdftotext', 'qpdf', 'git']);
const minutes = 60_000;
/** The library of the program `faketime`, where Debian puts it. */
const faketime = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';
const args = ['--no-preview', '--toolchain', 'local'];

/** A shell in a user namespace of its own, where root of the namespace may set limits of the kernel. */
const ownLimits = ['-Ur', 'sh', '-c'];
const noLimits =
  spawnSync('/usr/bin/unshare', [...ownLimits, 'echo 0 > /proc/sys/user/max_inotify_watches']).status === 0
    ? undefined
    : 'needs user namespaces';

function put(folder: string, words: string): void {
  mkdirSync(join(folder, 'content'), { recursive: true });
  const cv = `---\nname: Ada\nbibliography: pubs.bib\n---\n\n## Work\n\nWork of ${words}.\n\n## Publications\n`;
  writeFileSync(join(folder, 'content/cv.md'), cv);
  const bib = `@article{a, title = {Paper of ${words}}, author = {Ada}, journal = {J}, year = {2001}}\n`;
  writeFileSync(join(folder, 'content/pubs.bib'), bib);
}

/** Waits until the PDF says what both files said. */
async function untilSaid(folder: string, words: string): Promise<void> {
  await until(() => {
    try {
      const text = pdfText(join(folder, 'out/cv.pdf'));
      return text.includes(`Work of ${words}.`) && text.includes(`Paper of ${words}`);
    } catch {
      // There is none yet.
      return false;
    }
  });
}

describe.skipIf(noTex)(`a watch${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it('follows git through branches, a stash, a conflict and folders that vanish', {
    timeout: 3 * minutes,
  }, async () => {
    const folder = createFolder();
    const tmp = join(folder, 'tmp');
    mkdirSync(tmp);
    const git = (...words: string[]): unknown =>
      spawnSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...words], {
        cwd: folder,
      });
    const commit = (words: string): void => {
      put(folder, words);
      git('add', 'content');
      git('commit', '-qm', words);
    };
    git('init', '-qb', 'main');
    commit('main');
    git('checkout', '-qb', 'other');
    commit('other');
    git('checkout', '-qb', 'gone');
    git('rm', '-rq', 'content');
    git('commit', '-qm', 'gone');
    git('checkout', '-q', 'main');
    const watch = startWatch(folder, args, 'content/cv.md', { TMPDIR: tmp });
    await untilSaid(folder, 'main');
    for (let round = 0; round < 4; round++) {
      for (const branch of ['other', 'main']) {
        if (round % 2) git('checkout', '-q', 'gone');
        if (round === 3) await until(() => watch.output().trimEnd().endsWith('let `mdcv new` make one.'));
        git('checkout', '-q', branch);
        await untilSaid(folder, branch);
      }
    }
    put(folder, 'a draft');
    await untilSaid(folder, 'a draft');
    git('stash', '-q');
    await untilSaid(folder, 'main');
    git('stash', 'pop', '-q');
    await untilSaid(folder, 'a draft');
    git('checkout', '-qb', 'topic');
    commit('topic');
    await untilSaid(folder, 'topic');
    git('rebase', '-q', 'other');
    await until(() => watch.output().includes('merge-conflict'));
    git('rebase', '--abort');
    await untilSaid(folder, 'topic');
    execFileSync('cp', ['-r', 'content', 'copy'], { cwd: folder });
    git('checkout', '-q', 'main');
    await untilSaid(folder, 'main');
    execFileSync('cp', ['-r', 'copy/.', 'content'], { cwd: folder });
    await untilSaid(folder, 'topic');
    watch.child.kill('SIGINT');
    expect(await watch.ended).toBe(0);
    expect(readdirSync(tmp)).toEqual([]);
    expect(watch.output()).not.toMatch(/^\s+at |internal/m);
  });

  it.skipIf(noLimits).each([
    ['watches', 0, 'max_user_watches'],
    ['watches', 10, 'max_user_watches'],
    ['instances', 0, 'max_user_instances'],
  ])('misses no save where the system has file %s for %i', async (what, most, limit) => {
    const folder = createFolder();
    put(folder, 'first');
    const setting = `echo ${most} > /proc/sys/user/max_inotify_${what}; exec "$@"`;
    const command = [...ownLimits, setting, 'sh', process.execPath, cli, 'watch', 'content/cv.md', ...args];
    const watch = startProgram('/usr/bin/unshare', command, folder);
    await untilSaid(folder, 'first');
    for (const words of ['second', 'third']) {
      put(folder, words);
      await untilSaid(folder, words);
    }
    watch.child.kill('SIGINT');
    expect(await watch.ended).toBe(0);
    expect(watch.output().split('cannot-watch')).toHaveLength(2);
    expect(watch.output()).toContain(`sysctl fs.inotify.${limit}=`);
  });

  it('shares its output with another watch and with builds', { timeout: 2 * minutes }, async () => {
    const scene = createScene();
    const watches = [0, 1].map(() => startWatch(scene.folder, args, 'cv.md', scene.env));
    for (let save = 0; save < 8; save++) {
      scene.write(`Words of ${save}.`);
      if (save % 3 === 0) expect(scene.build(['--fast'])).toMatchObject({ exitCode: 0 });
      await until(() => pdfText(join(scene.folder, 'out/cv.pdf')).includes(`Words of ${save}.`));
    }
    // Neither takes what the other wrote for a change.
    await delay(1500);
    const output = watches.map((watch) => watch.output());
    await delay(1500);
    expect(watches.map((watch) => watch.output())).toEqual(output);
    for (const watch of watches) watch.child.kill('SIGINT');
    expect(await Promise.all(watches.map(({ ended }) => ended))).toEqual([0, 0]);
    await expectSound(scene, ['Words of 7.']);
  });

  it('goes on where its output or its temporary files are taken away', { timeout: 2 * minutes }, async () => {
    const scene = createScene();
    const watch = startWatch(scene.folder, args, 'cv.md', scene.env);
    const out = join(scene.folder, 'out');
    const untilBuilt = async (sentence: string): Promise<void> => {
      scene.write(sentence);
      await until(() => existsSync(join(out, 'cv.pdf')) && pdfText(join(out, 'cv.pdf')).includes(sentence));
    };
    const untilTold = async (sentence: string, told: string): Promise<void> => {
      const before = watch.output().length;
      scene.write(sentence);
      await until(() => watch.output().slice(before).includes(told));
    };
    await untilBuilt('Words of one.');
    rmSync(out, { recursive: true });
    await untilBuilt('Words of two.');
    rmSync(out, { recursive: true });
    symlinkSync('/none/such', out);
    await untilTold('Words of three.', 'a link that leads nowhere');
    rmSync(out);
    await untilBuilt('Words of four.');
    for (const name of readdirSync(scene.tmp)) rmSync(join(scene.tmp, name), { recursive: true });
    await untilBuilt('Words of five.');
    rmSync(scene.tmp, { recursive: true });
    await untilTold('Words of six.', 'Set TMPDIR to a folder');
    mkdirSync(scene.tmp);
    rmSync(scene.cache, { recursive: true });
    await untilBuilt('Words of seven.');
    watch.child.kill('SIGINT');
    expect(await watch.ended).toBe(0);
    expect(watch.output()).not.toMatch(/^\s+at |internal/m);
    await expectSound(scene, ['Words of seven.']);
  });

  it.skipIf(!existsSync(faketime))('goes on while the clock jumps', { timeout: 2 * minutes }, async () => {
    const scene = createScene();
    const clock = join(scene.folder, 'clock');
    writeFileSync(clock, '+0\n');
    const watch = startWatch(scene.folder, args, 'cv.md', {
      ...scene.env,
      LD_PRELOAD: faketime,
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
    });
    let save = 0;
    const pdf = join(scene.folder, 'out/cv.pdf');
    for (const shift of ['-400d', '+400d', '-2s', '+20y', '+0'])
      for (let round = 0; round < 2; round++) {
        writeFileSync(clock, `${shift}\n`);
        save += 1;
        scene.write(`Words of ${save}.`);
        // The first build may not be there yet.
        await until(() => existsSync(pdf) && pdfText(pdf).includes(`Words of ${save}.`));
      }
    watch.child.kill('SIGINT');
    expect(await watch.ended).toBe(0);
    await expectSound(scene, [`Words of ${save}.`]);
  });
});
