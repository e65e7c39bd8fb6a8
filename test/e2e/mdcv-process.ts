/** What the tests share that look at mdcv while it runs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { cli } from './mdcv.ts';

export interface MdcvProcess {
  output: () => string;
  child: ChildProcess;
  ended: Promise<number | null>;
}

/** Starts `mdcv watch` in a folder; it ends with the test. */
export function startWatch(
  folder: string,
  args: readonly string[] = [],
  file = 'cv.md',
  env: NodeJS.ProcessEnv = {},
): MdcvProcess {
  return startMdcv(['watch', file, ...args], folder, env);
}

/** Starts mdcv in a folder; it ends with the test. */
export function startMdcv(args: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}): MdcvProcess {
  return startProgram(process.execPath, [cli, ...args], folder, env);
}

/** Starts a program in a folder; it ends with the test. */
export function startProgram(
  program: string,
  args: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv = {},
): MdcvProcess {
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return { output: () => output, child, ended };
}

export async function until(what: () => boolean | Promise<boolean>, limitMs = 30_000): Promise<void> {
  for (const end = Date.now() + limitMs; !(await what()); await delay(50))
    if (Date.now() > end) throw new Error('It did not come about in time');
}
