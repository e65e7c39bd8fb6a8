/** `mdcv watch` on the reference CV, as a process of its own that edits are given to. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Where in the reference CV an edit is, with the word before it: what TeX has to set of the page follows it. */
export const editPlaces = { first: 'Supervisor', middle: 'AI Infra', last: 'VLDB 2022' } as const;
export type EditPlace = keyof typeof editPlaces;

export interface WatchProcess {
  folder: string;
  pid: number;
  /** Where the preview is. */
  previewUrl(): Promise<string>;
  /**
   * Saves the CV with a word in one of its places, in the first entry by default, and resolves, in milliseconds, when the new PDF is there. What was
   * put in other places stays.
   */
  edit(word: string, place?: EditPlace): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts a watch and edits until one pass is enough.
 * @param folder to work in
 */
export async function startWatch(
  main: string,
  folder: string,
  engine: string,
  args: readonly string[] = ['--no-preview'],
  env: NodeJS.ProcessEnv = process.env,
): Promise<WatchProcess> {
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  cpSync(resolve('content'), join(folder, 'content'), { recursive: true });
  const cv = join(folder, 'content', 'cv.md');
  const pdf = join(folder, 'out', 'cv.pdf');
  const original = readFileSync(cv, 'utf8');
  const child = spawn(process.execPath, [main, 'watch', '--engine', engine, '--no-open', ...args], {
    cwd: folder,
    env: { ...env, TMPDIR: join(folder, 'tmp') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let heard = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (heard += chunk));
  const words = new Map<EditPlace, string>();
  const edit = async (word: string, place: EditPlace = 'first'): Promise<number> => {
    const before = look(pdf);
    words.set(place, word);
    let text = original;
    for (const [one, added] of words) text = text.replace(editPlaces[one], `${editPlaces[one]} ${added}`);
    const startedAt = performance.now();
    writeFileSync(cv, text);
    while (look(pdf) === before) await delay(1);
    return performance.now() - startedAt;
  };
  while (look(pdf) === 'missing') await delay(50);
  for (let index = 0; !heard.includes('· 1 pass ·') && index < 30; index++) {
    await delay(1000);
    await edit(`before ${index}`);
  }
  await delay(1000);
  return {
    folder,
    pid: child.pid as number,
    async previewUrl() {
      for (;;) {
        const url = /Preview (\S+)/.exec(heard)?.[1];
        if (url) return url;
        await delay(20);
      }
    },
    edit,
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}

function look(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.mtimeMs}` : 'missing';
}
