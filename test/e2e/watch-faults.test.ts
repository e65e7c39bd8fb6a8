/** What may befall the files of a watch, by real programs. `docs/reliability.md` lists it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, createFolder, lacking, pdfText } from './mdcv.ts';
import { startProgram, startWatch, until } from './mdcv-process.ts';

const noTex = lacking(['pdflatex', 'pdftotext', 'git']);
const minutes = 60_000;
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
    await until(() => watch.output().includes('topic)') || watch.output().includes('merge'));
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
});
