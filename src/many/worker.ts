import { fork } from 'node:child_process';
import type { BuildProgress } from '../options.ts';
import { MdcvError } from '../problem.ts';
import type { BuildOutcome, BuildTask, FromWorker, ToWorker } from './messages.ts';

/** A process that builds one CV after the other. */
export interface Worker {
  /** @throws MdcvError `worker-died` where the process ends instead */
  build(task: BuildTask): Promise<BuildOutcome>;
  /** Resolves when the process has done what follows a build. */
  ready(): Promise<void>;
  /** Ends the process, and what it runs; resolves when it is gone. */
  end(): Promise<void>;
}

export interface WorkerOptions {
  /** The program, absolute path. */
  program: string;
  args: readonly string[];
  /** Whether this worker may make the format of that key. */
  onClaim(formatKey: string): boolean;
  onRelease(formatKey: string): void;
  onProgress(progress: BuildProgress): void;
}

/** TeX is asked to end, and then its folders are removed; what takes longer is ended by force. */
const graceMs = 5000;

export function startWorker({ program, args, onClaim, onRelease, onProgress }: WorkerOptions): Worker {
  // As the leader of its own group it is not reached by a terminal's Ctrl-C, which its owner passes on.
  const child = fork(program, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
    execArgv: [],
  });
  const claims = new Set<string>();
  let onDone: (outcome: BuildOutcome) => void = () => {};
  let onReady = (): void => {};
  let ending: ((error: MdcvError) => void) | undefined;
  const ended = new Promise<void>((resolve) => {
    const end = (why: string): void => {
      // What it had begun another one may begin.
      for (const key of claims) onRelease(key);
      claims.clear();
      ending?.(diedError(why));
      onReady();
      resolve();
    };
    child.once('exit', (code, signal) => end(signal ? `it was ended by ${signal}` : `it ended with ${code}`));
    child.once('error', (error) => end(error.message));
  });
  const send = (message: ToWorker): void => {
    // A process that has ended takes nothing, and says so by its end.
    if (child.connected) child.send(message, () => {});
  };
  child.on('message', (message: FromWorker) => {
    if (message.type === 'progress') onProgress(message.progress);
    else if (message.type === 'done') onDone(message.outcome);
    else if (message.type === 'ready') onReady();
    else if (message.type === 'release') {
      claims.delete(message.formatKey);
      onRelease(message.formatKey);
    } else {
      const granted = onClaim(message.formatKey);
      if (granted) claims.add(message.formatKey);
      send({ type: 'claimed', granted });
    }
  });
  let readiness: Promise<void> = Promise.resolve();
  return {
    build(task) {
      readiness = new Promise((resolve) => {
        onReady = resolve;
      });
      return new Promise((resolve, reject) => {
        onDone = resolve;
        ending = reject;
        if (child.exitCode !== null || child.signalCode !== null) reject(diedError('it had ended before'));
        send({ type: 'build', task });
      });
    },
    ready: () => readiness,
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

function diedError(why: string): MdcvError {
  return new MdcvError('worker-died', `Cannot build it: the process that built it has died, ${why}`, {
    hint: 'Run the build again; if it dies at the same one, build that alone to see more, or give less work at once with `--jobs`.',
  });
}
