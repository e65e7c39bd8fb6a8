import { MdcvError } from '../../problem.ts';
import { findExecutable } from '../find-executable.ts';
import { runProgram } from '../run-program.ts';
import type { OnToolchainProgress, ProgramRun } from '../toolchain.ts';

/** What every step of fetching TeX needs: a way to run programs, to tell of progress, and to stop. */
export interface Step {
  /** Absolute path of the tree's folder, for errors that name it. */
  tree: string;
  /** Runs a program of the system, or one given by its absolute path, to its end. */
  run(program: string, args: readonly string[], options: StepRun): Promise<ProgramRun>;
  progress: OnToolchainProgress;
  /** @throws MdcvError `aborted` once the signal was given */
  checkSignal(): void;
}

interface StepRun {
  folder: string;
  /** Milliseconds. */
  timeoutMs: number;
  /** Instead of the system's own environment. */
  env?: Readonly<Record<string, string>> | undefined;
}

export interface StepOptions {
  tree: string;
  env: NodeJS.ProcessEnv;
  onProgress: OnToolchainProgress;
  signal?: AbortSignal | undefined;
}

const inherited = /^(?:PATH|HOME|TMPDIR|APT_CONFIG|(?:https?|ftp|all|no)_proxy)$/i;

/** Steps with the system's environment; programs speak English, because their messages are read. */
export function createStep({ tree, env, onProgress, signal }: StepOptions): Step {
  const own: Record<string, string> = { LC_ALL: 'C' };
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && inherited.test(name)) own[name] = value;
  }
  const checkSignal = (): void => {
    if (signal?.aborted) throw new MdcvError('aborted', 'Fetching TeX was stopped', { cause: signal.reason });
  };
  return {
    tree,
    async run(program, args, { folder, timeoutMs, env: given }) {
      checkSignal();
      const command = program.startsWith('/') ? program : findExecutable(program, env.PATH);
      if (!command) throw new MdcvError('no-such-program', `Cannot find \`${program}\` on the PATH`);
      const run = await runProgram(command, args, { folder, env: given ?? own, timeoutMs, signal });
      checkSignal();
      return run;
    },
    progress: onProgress,
    checkSignal,
  };
}
