import { dirname, resolve, sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { watch as watchFiles } from 'chokidar';
import { type BuildResult, build } from '../build.ts';
import { createFastEngine, type FastEngine } from '../engine/fast/fast-engine.ts';
import { openFormatStore } from '../engine/fast/format-store.ts';
import type { FitMemory } from '../fit/fit-memory.ts';
import { type BuildInput, defaultFile } from '../options.ts';
import type { MdcvError } from '../problem.ts';
import { projectTemplates } from '../template/find-template.ts';
import { createForesight } from '../template/foresee-document.ts';
import { createLocalToolchainFinder } from '../toolchain/local-toolchain.ts';
import { findChanged, look, lookAt, savedSince } from './file-looks.ts';
import { createGlances, isShared } from './glances.ts';
import { unfollowedError } from './unfollowed.ts';

/** What a watch tells: the end of a build, or a problem without a place. Files that changed come with the start. */
export type WatchEvent =
  | { type: 'building'; changed: string[] }
  | { type: 'built'; result: BuildResult }
  | { type: 'failed'; error: unknown }
  /** Once: saves are seen later than they could be. */
  | { type: 'unfollowed'; warning: MdcvError }
  /** For those who look for the cause of something. */
  | { type: 'debug'; message: string };

/** What a build may be told anew while it is watched. */
export type BuildChoices = Pick<BuildInput, 'template' | 'options' | 'engine' | 'variant' | 'lang'>;

/** A watch that runs. */
export interface Watch {
  /** Settles when the watch has ended. */
  ended: Promise<void>;
  /** Builds at once, with these choices in place of the input's own and of earlier ones; a running build is stopped. */
  rebuild: (choices: BuildChoices) => void;
}

/**
 * chokidar tells of a file once in 50 ms and drops what comes between, and what comes within 5 ms of anything that happened to the file, such as a
 * `chmod` before the save. So files are looked at once more, not sooner than this after a build began, or after the system told of
 * anything (milliseconds).
 */
const droppedMs = 60;

/**
 * Editors write in several steps. A build begins with the first, but its document is given to TeX only when the files have not changed for this long
 * (milliseconds); else it is superseded, and what it found wrong with half a file is not told.
 */
const settleMs = 10;

/**
 * Builds, and builds again whenever a file changes that the last build read, until `signal` aborts.
 *
 *               change            the files stay         done
 *     waiting ──────────► rendering ───────────► building ─────► waiting
 *                          ▲     │                  │
 *                          └─────┴──────────────────┘
 *                         change: the build is stopped, its result dropped
 *
 * A rebuild that is asked for counts as a change.
 * So the newest content always wins, and any number of saves in a row gives one build. The CV and the project's templates are followed
 * from the start, so that a failure of the first build can be mended; what else a build read is followed after it, and counts
 * as changed if it was saved meanwhile. Events only wake the watch: what decides is what the files look like before and after a build.
 */
export function watch(input: BuildInput, signal: AbortSignal, onEvent: (event: WatchEvent) => void): Watch {
  const wish: Wish = { choices: {}, isNew: false, wake: () => {} };
  return {
    ended: run(input, wish, signal, onEvent),
    rebuild: (choices) => {
      wish.choices = choices;
      wish.isNew = true;
      wish.wake();
    },
  };
}

/** What was asked of a watch; `wake` is its own, and ends what it is doing. */
interface Wish {
  choices: BuildChoices;
  isNew: boolean;
  wake: () => void;
}

async function run(
  input: BuildInput,
  wish: Wish,
  signal: AbortSignal,
  onEvent: (event: WatchEvent) => void,
): Promise<void> {
  const changed = new Set<string>();
  const watcher = watchFiles([], { ignoreInitial: true, atomic: settleMs });
  watcher.on('all', (_event, path) => {
    glances.wake();
    changed.add(path);
    wish.wake();
  });
  // chokidar lets go of what is removed; asked again, it waits for it in the folder.
  for (const removal of ['unlink', 'unlinkDir'] as const) watcher.on(removal, (path) => watcher.add(path));
  let known = new Map<string, string>();
  const glance = (): void => {
    const missed = findChanged(known);
    for (const path of missed) changed.add(path);
    if (missed.length > 0) wish.wake();
  };
  const glances = createGlances(glance);
  let lookAgain: NodeJS.Timeout | undefined;
  watcher.on('raw', () => {
    glances.wake();
    lookAgain ??= setTimeout(() => {
      lookAgain = undefined;
      glance();
    }, droppedMs);
  });
  watcher.once('error', (cause) => {
    glances.keep();
    onEvent({ type: 'unfollowed', warning: unfollowedError(cause) });
  });
  // Each file has the same to say.
  watcher.on('error', () => {});
  const file = input.file ?? defaultFile;
  if (isShared(dirname(resolve(file)))) glances.keep();
  else glances.wake();
  const onDebug = (message: string): void => onEvent({ type: 'debug', message });
  const fastEngine = createFastEngine({ store: openFormatStore(resolve(file), { onDebug }), onDebug });
  const fitMemory: FitMemory = {};
  const foresight = createForesight();
  const findLocalToolchain = createLocalToolchainFinder();
  const followed = new Set<string>();
  const follow = (paths: readonly string[]): string[] => {
    const fresh = paths.filter((path) => !followed.has(path));
    for (const path of fresh) followed.add(path);
    watcher.add(fresh);
    return fresh;
  };
  // Not `AbortSignal.any`: the signal of a whole watch would keep something of each edit.
  const stop = (): void => wish.wake();
  signal.addEventListener('abort', stop);
  try {
    follow([resolve(file), ...(input.untrusted ? [] : projectTemplates(file))]);
    while (!signal.aborted) {
      const causes = [...changed];
      changed.clear();
      wish.isNew = false;
      const superseded = new AbortController();
      wish.wake = () => superseded.abort();
      const isCurrent = (): boolean => !superseded.signal.aborted;
      const startedAt = Date.now();
      const before = lookAt([...followed]);
      known = before;
      const haveSettled = delay(settleMs).then(() => {
        if (isCurrent() && findChanged(before).length > 0) superseded.abort();
        if (isCurrent()) onEvent({ type: 'building', changed: causes });
        else for (const path of causes) changed.add(path);
      });
      const event = await buildOnce(
        {
          ...input,
          ...wish.choices,
          fastEngine: waitingFor(haveSettled, fastEngine),
          foresight,
          fitMemory,
          findLocalToolchain,
        },
        superseded.signal,
      );
      await haveSettled;
      const isGood = event.type === 'built' && event.result.pdf !== undefined;
      if (isGood && isCurrent()) onEvent(event);
      if (!superseded.signal.aborted) await delay(Math.max(0, startedAt + droppedMs - Date.now()));
      for (const path of findChanged(before)) changed.add(path);
      if (event.type === 'built') {
        const fresh = follow(event.result.inputs.filter((path) => isOurs(path, file)));
        for (const path of fresh) known.set(path, look(path));
        for (const path of await savedSince(startedAt, fresh)) changed.add(path);
      }
      // A failure may be that of half a file.
      if (!isGood && isCurrent() && changed.size === 0) onEvent(event);
      while (changed.size === 0 && !wish.isNew && !signal.aborted)
        await new Promise<void>((resume) => {
          wish.wake = resume;
        });
    }
  } finally {
    signal.removeEventListener('abort', stop);
    clearTimeout(lookAgain);
    glances.end();
    await Promise.all([watcher.close(), fastEngine.close()]);
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
function isOurs(path: string, file: string): boolean {
  const isBeside = [resolve(dirname(file)), process.cwd()].some((folder) => path.startsWith(folder + sep));
  return isBeside || !/[\\/](texmf|texlive|texmf-dist|web2c)[\\/]/.test(path);
}

/** A standby serves once, so it is given nothing that is out of date. */
function waitingFor(ready: Promise<void>, engine: FastEngine): FastEngine {
  return {
    ...engine,
    async run(request) {
      await ready;
      request.signal?.throwIfAborted();
      return engine.run(request);
    },
  };
}
