import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../../make-folder.ts';
import { MdcvError } from '../../problem.ts';
import type { OnToolchainProgress } from '../toolchain.ts';

export interface LockOptions {
  onProgress: OnToolchainProgress;
  signal?: AbortSignal | undefined;
}

/** A lock that has not been renewed for this long (ms) belongs to a process that was killed. */
const stale = 15_000;

/**
 * Does work on a tree while no other process does, waiting for its turn. The work's signal is given as well when the lock
 * is lost, which happens to a process that was stopped for long.
 */
export async function withTreeLock<T>(
  folder: string,
  { onProgress, signal }: LockOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  // A CommonJS module: bundled, it has no named exports.
  const { default: lockfile } = await import('proper-lockfile');
  makeFolder(folder);
  const lost = new AbortController();
  const options = {
    lockfilePath: path.join(folder, '.lock'),
    realpath: false,
    stale,
    onCompromised: (error: Error): void => lost.abort(error),
  };
  let release: (() => Promise<void>) | undefined;
  while (!release) {
    if (signal?.aborted) throw new MdcvError('aborted', 'Fetching TeX was stopped', { cause: signal.reason });
    try {
      release = await lockfile.lock(folder, options);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
      onProgress({ step: 'Waiting for another mdcv to fetch TeX', detail: '' });
      await sleep(300);
    }
  }
  try {
    return await work(signal ? AbortSignal.any([signal, lost.signal]) : lost.signal);
  } finally {
    if (!lost.signal.aborted) await release();
  }
}
