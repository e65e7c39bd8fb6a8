/** What the tests of faults share: a project with a last good PDF, and what must hold after each fault. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type CliRun, createFolder, mdcv, pdfText } from './mdcv.ts';
import { until } from './mdcv-process.ts';

/** A CV in a folder of its own, with its own place for temporary files and its own cache, built once. */
export interface Scene {
  folder: string;
  tmp: string;
  cache: string;
  env: NodeJS.ProcessEnv;
  /** Writes the CV with a sentence that its PDF can be told by. */
  write(sentence: string): void;
  build(args?: readonly string[], env?: NodeJS.ProcessEnv): CliRun;
  /** Ids of all processes of this scene that run, with their command lines. */
  processes(): { pid: number; command: string }[];
}

let scenes = 0;

/** @param args of every build, such as `--engine xelatex` */
export function createScene(args: readonly string[] = []): Scene {
  const folder = createFolder();
  const [tmp, cache, out] = ['tmp', 'cache', 'out'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [tmp, cache, out]) mkdirSync(path);
  scenes += 1;
  // Of what TeX's own environment keeps, the kind that nothing reads.
  const mark = `XDG_MDCV_SCENE=${process.pid}-${scenes}`;
  const [name = '', value = ''] = mark.split('=');
  const env = { TMPDIR: tmp, MDCV_CACHE: cache, [name]: value };
  const scene: Scene = {
    folder,
    tmp,
    cache,
    env,
    write: (sentence) => writeFileSync(join(folder, 'cv.md'), cvOf(sentence)),
    build: (more = [], added = {}) =>
      mdcv(folder, ['build', 'cv.md', '--toolchain', 'local', ...args, ...more], { ...env, ...added }),
    processes: () => listProcesses(mark),
  };
  scene.write('The first words.');
  expect(scene.build()).toMatchObject({ exitCode: 0 });
  return scene;
}

function cvOf(sentence: string): string {
  const entries = Array.from(
    { length: 12 },
    (_, index) => `### 20${10 + index} – Engineer ${index}\n\n${sentence}\n`,
  );
  return `---\nname: Ada Lovelace\n---\n\n## Work\n\n${entries.join('\n')}`;
}

/** Bytes of the scene's PDF. */
export function readPdf({ folder }: Scene): Buffer {
  return readFileSync(join(folder, 'out', 'cv.pdf'));
}

/** An error as people are told it: with a way out, and without a stack trace. */
export function expectTold(run: CliRun, told: RegExp): void {
  expect(run.stderr).toMatch(told);
  expect(run.stderr).not.toMatch(/\n\s+at \S+ \(?\S+:\d+:\d+|defect of mdcv/);
  expect([1, 2]).toContain(run.exitCode);
}

/**
 * What holds after every fault: a whole PDF, no process, no temporary file, and a next build that is right.
 * @param sentences of which the PDF that was left may be one
 */
export async function expectSound(scene: Scene, sentences: readonly string[]): Promise<void> {
  await until(() => scene.processes().length === 0, 10_000).catch(() =>
    expect(scene.processes()).toEqual([]),
  );
  expect(readdirSync(scene.tmp)).toEqual([]);
  expect(readdirSync(join(scene.folder, 'out')).sort()).toEqual(['cv.pdf', 'cv.tex']);
  const pdf = join(scene.folder, 'out', 'cv.pdf');
  expect(spawnSync('qpdf', ['--check', pdf]).status).toBe(0);
  const text = pdfText(pdf);
  expect(sentences.filter((sentence) => text.includes(sentence))).toHaveLength(1);
  scene.write('The last words.');
  expect(scene.build()).toMatchObject({ exitCode: 0 });
  expect(pdfText(pdf)).toContain('The last words.');
  expect(readdirSync(scene.tmp)).toEqual([]);
}

/**
 * Puts a small disk in place of a folder until the test is over.
 * @returns whether this user may; only root may mount
 */
export function mountSmallDisk(folder: string, options: string): boolean {
  const mount = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (mount.status !== 0) {
    expect(mount.stderr).toMatch(/root|permission|superuser|not permitted/i);
    return false;
  }
  onTestFinished(() => void execFileSync('/bin/umount', ['-l', folder]));
  return true;
}

function listProcesses(mark: string): { pid: number; command: string }[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      if (!readFileSync(`/proc/${name}/environ`, 'latin1').split('\0').includes(mark)) return [];
      return [
        { pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, 'latin1').replaceAll('\0', ' ') },
      ];
    } catch {
      // It has ended meanwhile, or is another user's.
      return [];
    }
  });
}
