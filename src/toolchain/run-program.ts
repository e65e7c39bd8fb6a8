import { accessSync, constants } from 'node:fs';
// The project's given library for processes; it stays, although node:child_process would load a little faster.
import { execa, type Subprocess } from 'execa';
import { MdcvError } from '../problem.ts';
import { startStopwatch } from '../stopwatch.ts';
import { exhaustedError, toSystemError } from '../system-error.ts';
import { createCappedOutput } from './capped-output.ts';
import { type ProcessGroup, type RemoteProcess, watchProcessGroup } from './process-group.ts';
import type { ProgramDialogue, ProgramLimits, ProgramRun } from './toolchain.ts';

export interface RunOptions {
  /** Absolute path of the folder to run in. */
  folder: string;
  /** The whole environment; nothing else is inherited. */
  env: Readonly<Record<string, string>>;
  /** Milliseconds; then the process and all its children are ended. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** Set by the kernel, so that they hold even if this process is killed. */
  limits?: ProgramLimits | undefined;
  /** Each piece of output as it comes. */
  onOutput?: ((text: string) => void) | undefined;
  /** Keeps standard input open, and the time limit off. */
  dialogue?: ProgramDialogue | undefined;
  /** Takes the signals in place of the program, which only speaks for it. */
  remote?: RemoteProcess | undefined;
}

const headBytes = 256 * 1024;
const tailBytes = 768 * 1024;
/** An interrupt makes TeX write the line it was at to its log; that may take as long as this. */
const timeoutGraceMs = 1000;
const abortGraceMs = 300;
/** How long a process outside the group may keep the output open after the program's end. */
const lingerMs = 1000;

/**
 * Runs a program to its end, as the leader of its own process group: on timeout, abort, and the end of this process
 * the whole group is ended. Standard input is closed, unless there is a dialogue. A program that fails resolves all the same.
 * @param command absolute path of the program
 * @throws MdcvError `no-such-program` when it cannot be started, `exhausted` where the system has no room for it
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: RunOptions,
): Promise<ProgramRun> {
  const elapsedMs = startStopwatch();
  if (options.signal?.aborted) {
    return {
      exitCode: undefined,
      output: '',
      timedOut: false,
      aborted: true,
      durationMs: elapsedMs(),
    };
  }
  checkExecutable(command);

  let timedOut = false;
  let aborted = false;
  const group = watchProcessGroup(() => {
    aborted = true;
  }, options.remote);
  const onTimeout = (): void => {
    timedOut = true;
    group.end('SIGINT', timeoutGraceMs);
  };
  const onAbort = (): void => {
    aborted = true;
    group.end('SIGTERM', abortGraceMs);
  };
  const { dialogue } = options;
  const timer = dialogue ? undefined : setTimeout(onTimeout, options.timeoutMs);
  options.signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const [file, ...fileArgs] = options.limits
      ? withLimits([command, ...args], options.limits)
      : [command, ...args];
    const subprocess = start(file, fileArgs, options);
    if (subprocess.pid === undefined) throw cannotStart(command, await subprocess);
    group.lead(subprocess.pid);
    if (options.signal?.aborted) onAbort();
    const output = createCappedOutput(headBytes, tailBytes);
    subprocess.all.on('data', (chunk: Buffer) => {
      output.add(chunk);
      options.onOutput?.(chunk.toString('utf8'));
      dialogue?.onOutput(chunk.toString('utf8'));
    });
    // A program that has ended, or is ending, reads no more.
    subprocess.stdin?.on('error', () => {});
    dialogue?.onStart({ end: (text) => subprocess.stdin?.end(text), interrupt: onTimeout });
    const linger = closeOutputAfterEnd(subprocess, group);
    const { exitCode, signal } = await subprocess;
    clearTimeout(linger.timer);
    return { exitCode, signal, output: output.text(), timedOut, aborted, durationMs: elapsedMs() };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', onAbort);
    group.release();
  }
}

function start(file: string, args: readonly string[], { folder, env, dialogue }: RunOptions) {
  try {
    return execa(file, args, {
      cwd: folder,
      env,
      extendEnv: false,
      stdin: dialogue ? 'pipe' : 'ignore',
      all: true,
      buffer: false,
      reject: false,
      detached: true,
      cleanup: false,
    });
  } catch (cause) {
    // Without files for its pipes the process has no streams, which execa does not expect; what it refuses itself has a code.
    if ((cause as NodeJS.ErrnoException).code !== undefined) throw cause;
    throw exhaustedError('EMFILE', cause);
  }
}

/** Waits for the program's end, ends what it left behind, and after a while gives up on an output still held open. */
function closeOutputAfterEnd(subprocess: Subprocess, group: ProcessGroup): { timer?: NodeJS.Timeout } {
  const linger: { timer?: NodeJS.Timeout } = {};
  subprocess.once('exit', () => {
    group.release();
    linger.timer = setTimeout(() => {
      subprocess.stdout?.destroy();
      subprocess.stderr?.destroy();
    }, lingerMs);
  });
  return linger;
}

function checkExecutable(command: string): void {
  try {
    accessSync(command, constants.X_OK);
  } catch (error) {
    throw noSuchProgram(command, error);
  }
}

/** Where the system has no room for one more process or its memory, the program may well be there. */
function cannotStart(command: string, cause: unknown): unknown {
  const error = toSystemError(cause);
  return error instanceof MdcvError ? error : noSuchProgram(command, cause);
}

function noSuchProgram(command: string, cause: unknown): MdcvError {
  return new MdcvError('no-such-program', `Cannot start \`${command}\`, expected an executable program`, {
    hint: 'Run `mdcv doctor` to see which TeX was found.',
    cause,
  });
}

/**
 * A command line that runs another one within limits. A shell's `ulimit` is the only portable way to a kernel limit; `-f` counts in blocks of
 * 512 bytes (POSIX), `-v` in KiB. macOS has no `-v`: there only the other two hold.
 */
export function withLimits(
  command: readonly [string, ...string[]],
  { fileBytes, cpuSeconds, memoryBytes }: ProgramLimits,
): [string, ...string[]] {
  const script = 'ulimit -f "$1"; ulimit -t "$2"; ulimit -v "$3" 2>/dev/null; shift 3; exec "$@"';
  const counts = [fileBytes / 512, cpuSeconds, memoryBytes / 1024].map((count) => String(Math.ceil(count)));
  return ['/bin/sh', '-c', script, 'sh', ...counts, ...command];
}
