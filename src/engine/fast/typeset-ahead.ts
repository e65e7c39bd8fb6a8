import type { Body } from './beginning.ts';
import type { Standby } from './standby.ts';

/**
 * Has a standby set a body before it is known to be the next one.
 * @param timeoutMs milliseconds
 * @returns the standby, which sets that body, whatever body it is given; the signal that it is given stops it
 */
export function typesetAhead(standby: Standby, body: Body, timeoutMs: number): Standby {
  const stop = new AbortController();
  const setting = standby.typeset(body, timeoutMs, stop.signal);
  // Told to whoever asks for the run.
  setting.catch(() => {});
  return {
    ...standby,
    begunAt: Date.now(),
    async typeset(_body, _timeoutMs, signal) {
      const abort = (): void => stop.abort();
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted) abort();
      try {
        return await setting;
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
  };
}
