import { spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { cli, createFolder, lacking, pdfText } from './mdcv.ts';
import { type MdcvProcess, startWatch, until } from './mdcv-process.ts';

const noTex = lacking(['pdflatex', 'pdftotext']);
/** Where processes tell the folder that they work in. */
const noProc = process.platform !== 'linux';
const cv = (text: string): string => `---\nname: Ada\ntemplate: academic\n---\n\n## X\n\n${text}\n`;

/** The PDF's text; empty while there is none. */
function textOf(folder: string): string {
  try {
    return pdfText(join(folder, 'out/cv.pdf'));
  } catch {
    return '';
  }
}

/** A watch with engines that wait, which are counted by the folders that they work in. */
async function startWithEngines(): Promise<{
  watch: MdcvProcess;
  save: (text: string) => void;
  engines: () => number;
  temporary: string;
}> {
  const folder = createFolder();
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  const save = (text: string): void =>
    writeFileSync(join(folder, 'cv.md'), cv(text).replace('name: Ada', 'name: Ada\nraw: latex'));
  save('first');
  const watch = startWatch(folder, [], 'cv.md', { TMPDIR: temporary });
  const worksHere = (pid: string): boolean => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`).startsWith(temporary);
    } catch {
      // It has ended meanwhile.
      return false;
    }
  };
  const engines = (): number =>
    readdirSync('/proc').filter((name) => /^\d+$/.test(name) && worksHere(name)).length;
  await until(() => engines() >= 2 && textOf(folder).includes('first'));
  return { watch, save, engines, temporary };
}

describe.skipIf(noTex)(`mdcv watch${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it('follows saves of every manner, keeps the last good PDF, and ends on Ctrl-C', async () => {
    const folder = createFolder();
    const file = join(folder, 'cv.md');
    writeFileSync(file, cv('first'));
    const watch = startWatch(folder);
    await until(() => textOf(folder).includes('first'));

    writeFileSync(file, cv('second'));
    await until(() => textOf(folder).includes('second'));

    // As editors that write beside and rename do.
    writeFileSync(`${file}.new`, cv('third'));
    renameSync(`${file}.new`, file);
    await until(() => textOf(folder).includes('third'));

    const good = readFileSync(join(folder, 'out/cv.pdf'));
    writeFileSync(file, '---\nname: [\n---\n');
    await until(() => watch.output().includes('yaml-syntax'));
    expect(readFileSync(join(folder, 'out/cv.pdf')).equals(good)).toBe(true);

    // Many saves in a row, in several rhythms, so that the last falls at any time of a build: the newest content wins.
    const before = watch.output().split('out/cv.pdf').length;
    for (const rhythm of [20, 13, 31, 7, 45]) {
      for (let save = 1; save <= 20; save++) {
        writeFileSync(file, cv(`rhythm${rhythm}save${save}end`));
        await delay(rhythm);
      }
      await until(() => textOf(folder).includes(`rhythm${rhythm}save20end`));
    }
    expect(watch.output().split('out/cv.pdf').length - before).toBeLessThan(50);

    watch.child.kill('SIGINT');
    expect(await watch.ended).toBe(0);
  });

  it('misses no save that comes with a change of rights or times', async () => {
    const folder = createFolder();
    const file = join(folder, 'cv.md');
    writeFileSync(file, cv('first'));
    const watch = startWatch(folder, ['--no-preview']);
    await until(() => textOf(folder).includes('first'));
    const soon = new Date(Date.now() + 60_000);
    for (const text of ['second', 'third', 'fourth', 'fifth', 'sixth']) {
      await delay(300);
      // Read after it was written, which is what lets a watcher believe that nothing but this has happened.
      utimesSync(file, soon, statSync(file).mtime);
      await delay(300);
      chmodSync(file, 0o644);
      await delay(1);
      writeFileSync(file, cv(text));
      await until(() => textOf(folder).includes(text), 5000);
    }
    watch.child.kill('SIGINT');
    expect(await watch.ended).toBe(0);
  });

  it('makes one build of 200 saves without a pause', async () => {
    const folder = createFolder();
    const file = join(folder, 'cv.md');
    writeFileSync(file, cv('first'));
    const watch = startWatch(folder);
    await until(() => textOf(folder).includes('first'));
    const before = watch.output().split('out/cv.pdf').length;
    for (let save = 1; save <= 200; save++) writeFileSync(file, cv(`save${save}end`));
    await until(() => textOf(folder).includes('save200end'));
    expect(watch.output().split('out/cv.pdf').length - before).toBeLessThan(5);
  });

  it('follows a CV whose folder was renamed and came again', async () => {
    const folder = createFolder();
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'cv.md'), cv('first'));
    const watch = startWatch(folder, [], 'mine/cv.md');
    await until(() => textOf(folder).includes('first'));
    renameSync(join(folder, 'mine'), join(folder, 'yours'));
    await until(() => watch.output().includes('missing-file'));
    renameSync(join(folder, 'yours'), join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'cv.md'), cv('second'));
    await until(() => textOf(folder).includes('second'));
  });

  it.skipIf(noProc).each(['SIGTERM', 'SIGINT'] as const)(
    'leaves no engine and no file behind when %s ends it in the middle of a build',
    async (signal) => {
      const { watch, save, engines, temporary } = await startWithEngines();
      save('```{=latex}\n\\def\\x{\\x}\\x\n```');
      await delay(1000);
      expect(engines()).toBeGreaterThan(0);
      watch.child.kill(signal);
      await watch.ended;
      expect(engines()).toBe(0);
      expect(readdirSync(temporary)).toEqual([]);
    },
  );

  it.skipIf(noProc)('leaves no engine behind when nobody is left to end them', async () => {
    const { watch, engines } = await startWithEngines();
    watch.child.kill('SIGKILL');
    // They find the end of their input.
    await until(() => engines() === 0);
  });

  it('follows a file that went and came again', async () => {
    const folder = createFolder();
    const file = join(folder, 'cv.md');
    writeFileSync(file, cv('first'));
    const watch = startWatch(folder);
    await until(() => textOf(folder).includes('first'));

    rmSync(file);
    await until(() => watch.output().includes('missing-file'));
    for (const text of ['second', 'third']) {
      writeFileSync(file, cv(text));
      await until(() => textOf(folder).includes(text), 10_000);
    }
  });

  it('follows the template', async () => {
    const folder = createFolder();
    const { mdcv } = await import('./mdcv.ts');
    mdcv(folder, ['new-template', 'mine', '--from', 'academic']);
    writeFileSync(join(folder, 'cv.md'), cv('text').replace('academic', 'mine'));
    startWatch(folder);
    await until(() => textOf(folder).includes('text'));
    const main = join(folder, 'templates/mine/main.tex.njk');
    writeFileSync(
      main,
      readFileSync(main, 'utf8').replace('\\end{document}', 'from the template\n\\end{document}'),
    );
    await until(() => textOf(folder).includes('from the template'));
  });

  it('follows a template whose first build failed, and a CV that comes later', async () => {
    const folder = createFolder();
    const { mdcv } = await import('./mdcv.ts');
    mdcv(folder, ['new-template', 'mine', '--from', 'academic']);
    const main = join(folder, 'templates/mine/main.tex.njk');
    const sound = readFileSync(main, 'utf8');
    writeFileSync(main, '<% if %>');
    const watch = startWatch(folder);
    await until(() => watch.output().includes('missing-file'));
    writeFileSync(join(folder, 'cv.md'), cv('text').replace('academic', 'mine'));
    await until(() => watch.output().includes('template-syntax'));
    writeFileSync(main, sound);
    await until(() => textOf(folder).includes('text'));
  });

  it.skipIf(process.getuid?.() !== 0)(
    'tells of a CV that it may not read, without a stack trace',
    async () => {
      const folder = createFolder();
      writeFileSync(join(folder, 'cv.md'), cv('text'), { mode: 0o600 });
      chmodSync(folder, 0o755);
      const other = spawn(process.execPath, [cli, 'watch', 'cv.md'], { cwd: folder, uid: 65534, gid: 65534 });
      let output = '';
      for (const stream of [other.stdout, other.stderr]) stream.on('data', (chunk) => (output += chunk));
      const ended = new Promise<number | null>((resolve) => other.on('exit', resolve));
      await until(() => output.includes('not-a-file'));
      await delay(300);
      other.kill('SIGINT');
      expect(await ended).toBe(0);
      expect(output).not.toMatch(/^\s+at /m);
    },
  );
});
