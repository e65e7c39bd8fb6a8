import { MdcvError } from '../problem.ts';

/**
 * Ctrl-C and `kill` abort what is running, so that TeX's whole process tree ends and temporary folders vanish before mdcv does.
 * `release` gives the signals back.
 */
export function abortOnSignals(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort(new MdcvError('aborted', 'The build was stopped'));
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of names) process.on(name, abort);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of names) process.off(name, abort);
    },
  };
}
