/** An engine that has started and waits for a line of TeX before it goes on. */
import { startStopwatch } from '../stopwatch.ts';
import type { ProgramControl, ProgramRun, Toolchain } from '../toolchain/toolchain.ts';
import type { EngineName } from './engine.ts';

export interface WaitingEngineRequest {
  engine: EngineName;
  toolchain: Toolchain;
  args: readonly string[];
  /** Absolute path. */
  folder: string;
  /** Absolute path of a format. */
  format?: string | undefined;
  /** Milliseconds, of which the kernel makes the most that it may work, however long it waits; ten minutes by default. */
  timeoutMs?: number | undefined;
}

export interface WaitingEngine {
  /** False where the engine ended before it was ready. */
  readonly ready: Promise<boolean>;
  /** Milliseconds that it has worked since its start: until it was ready, or until now. */
  startMs(): number;
  /**
   * Has it go on with a line of TeX and waits for its end; once only.
   * @param timeoutMs milliseconds from now
   */
  goOn(line: string, timeoutMs: number, signal: AbortSignal | undefined): Promise<ProgramRun>;
  /** Ends it, if it still runs. */
  dispose(): Promise<void>;
}

/** A net only, for processor time: who has it go on keeps its time. */
const longestTimeoutMs = 10 * 60_000;

const readyLine = 'mdcv-ready';

/**
 * TeX that waits for a line of it. The terminal is the one input that TeX reads at once and not line by line ahead, and reading it is an error in
 * nonstop mode. In a pipe whose other end is closed TeX finds the end of the file and ends, so that no engine outlives its owner.
 */
export const waitForLine: string = String.raw`\immediate\write16{${readyLine}}\errorstopmode\read-1 to\mdcvgo\nonstopmode\mdcvgo`;

/** A log without what waiting has left in it: that it was ready, and the line that it was given. */
export function withoutWaiting(log: string): string {
  return log.replace(waiting, '');
}
const waiting = new RegExp(`^${readyLine}\\n+.*\\n`, 'gm');

/** The line that reads a file: the primitive, since LaTeX's own command would do more than read on. */
export function inputLine(file: string): string {
  return `\\csname @@input\\endcsname ${file}`;
}

/** @param request whose arguments come to `waitForLine` */
export function startWaitingEngine(request: WaitingEngineRequest): WaitingEngine {
  const { engine, toolchain, args, folder, format, timeoutMs: workMs = longestTimeoutMs } = request;
  const elapsedMs = startStopwatch();
  const stop = new AbortController();
  let control: ProgramControl | undefined;
  /** What it is to go on with, where a toolchain takes its time to start it. */
  let next: string | undefined;
  let heard = '';
  let readyMs: number | undefined;
  let isReady = (_ready: boolean): void => {};
  const ready = new Promise<boolean>((resolve) => {
    isReady = resolve;
  });
  const ended = toolchain
    .run({
      program: engine,
      args,
      folder,
      format,
      timeoutMs: workMs,
      signal: stop.signal,
      dialogue: {
        onStart: (started) => {
          control = started;
          if (next !== undefined) started.end(next);
        },
        onOutput: (text) => {
          if (readyMs !== undefined) return;
          // It may come in two pieces.
          heard = (heard + text).slice(-2 * readyLine.length - text.length);
          if (!heard.includes(readyLine)) return;
          readyMs = elapsedMs();
          isReady(true);
        },
      },
    })
    .finally(() => isReady(false));
  // Told to whoever asks for the run.
  ended.catch(() => {});

  return {
    ready,
    startMs: () => readyMs ?? elapsedMs(),
    async goOn(line, timeoutMs, signal) {
      const abort = (): void => stop.abort();
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted) abort();
      next = `${line}\n`;
      control?.end(next);
      const timer = setTimeout(() => control?.interrupt(), timeoutMs);
      try {
        return await ended;
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      }
    },
    async dispose() {
      stop.abort();
      await ended.catch(() => {});
    },
  };
}
