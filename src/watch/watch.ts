import { setTimeout as delay } from 'node:timers/promises';
import { watch as watchFiles } from 'chokidar';
import { type BuildResult, build } from '../build.ts';
import type { BuildInput } from '../options.ts';

/** What a watch tells: the end of a build, or a problem without a place. Files that changed come with the start. */
export type WatchEvent =
  | { type: 'building'; changed: string[] }
  | { type: 'built'; result: BuildResult }
  | { type: 'failed'; error: unknown };

/** Editors write in several steps; a save is over when nothing happened for this long (milliseconds). */
const settleMs = 25;

/**
 * Builds, and builds again whenever a file changes that the last build read, until `signal` aborts.
 *
 *               change                      done
 *     waiting ──────────► settling ──► building ──────► waiting
 *                            ▲            │
 *                            │            │ change: the build is stopped, its result dropped
 *                            └────────────┘
 *
 * So the newest content always wins, and any number of saves in a row gives one build. What a failed build could not
 * read is still followed, because the files of the builds before it are.
 */
export async function watch(
  input: BuildInput,
  signal: AbortSignal,
  onEvent: (event: WatchEvent) => void,
): Promise<void> {
  const changed = new Set<string>();
  let wake = (): void => {};
  const watcher = watchFiles([], { ignoreInitial: true, atomic: settleMs });
  watcher.on('all', (_event, path) => {
    changed.add(path);
    wake();
  });
  const followed = new Set<string>();
  const follow = (paths: readonly string[]): void => {
    const fresh = paths.filter((path) => isOurs(path) && !followed.has(path));
    for (const path of fresh) followed.add(path);
    watcher.add(fresh);
  };
  try {
    follow(input.file === undefined ? [] : [input.file]);
    while (!signal.aborted) {
      onEvent({ type: 'building', changed: [...changed] });
      changed.clear();
      const superseded = new AbortController();
      wake = () => superseded.abort();
      const event = await buildOnce(input, AbortSignal.any([signal, superseded.signal]));
      if (event.type === 'built') follow(event.result.inputs);
      if (!superseded.signal.aborted && !signal.aborted) onEvent(event);
      while (changed.size === 0 && !signal.aborted)
        await nextChange(signal, (resume) => {
          wake = resume;
        });
      await delay(settleMs);
    }
  } finally {
    await watcher.close();
  }
}

async function buildOnce(input: BuildInput, signal: AbortSignal): Promise<WatchEvent> {
  try {
    return { type: 'built', result: await build({ ...input, signal }) };
  } catch (error) {
    return { type: 'failed', error };
  }
}

/** TeX's own files do not change while one writes; following thousands of them would cost. */
function isOurs(path: string): boolean {
  return !/[\\/](texmf|texlive|texmf-dist|web2c)[\\/]/.test(path);
}

function nextChange(signal: AbortSignal, arm: (resume: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => resolve();
    signal.addEventListener('abort', stop, { once: true });
    arm(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
  });
}
