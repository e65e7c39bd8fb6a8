import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runProgram } from '../../src/toolchain/run-program.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mdcv-run-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const env = { PATH: process.env.PATH ?? '' };
const sh = '/bin/sh';
const options = (more: object = {}) => ({ folder, env, timeoutMs: 10_000, ...more });

/** A script with a child and a grandchild that all ignore polite signals; each writes its process id to a file. */
const family = `trap '' TERM INT
echo $$ >> pids
sh -c 'trap "" TERM INT; echo $$ >> pids; sh -c "trap : TERM INT; echo \\$\\$ >> pids; while :; do sleep 0.1; done" & while :; do sleep 0.1; done' &
while :; do sleep 0.1; done`;

async function readPids(): Promise<number[]> {
  for (let tries = 0; tries < 200; tries++) {
    const text = await readFile(path.join(folder, 'pids'), 'utf8').catch(() => '');
    const pids = text.split('\n').filter(Boolean).map(Number);
    if (pids.length === 3) return pids;
    await sleep(25);
  }
  throw new Error('The family did not start');
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A killed process stays in the table until its parent, here init, has asked for its fate. */
async function allGone(pids: number[]): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    const states = await Promise.all(pids.filter(isAlive).map(readState));
    if (states.every((state) => state === 'Z' || state === '')) return true;
    await sleep(20);
  }
  return false;
}

async function readState(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2)[0] ?? '';
}

describe('a run to its end', () => {
  test('gives the exit code and both outputs', async () => {
    const run = await runProgram(sh, ['-c', 'echo out; echo err >&2; exit 3'], options());
    expect(run.exitCode).toBe(3);
    expect(run.output.split('\n').sort()).toEqual(['', 'err', 'out']);
    expect(run).toMatchObject({ timedOut: false, aborted: false });
    expect(run.durationMs).toBeGreaterThan(0);
  });

  test('closes standard input', async () => {
    const run = await runProgram(sh, ['-c', 'read line; echo "got [$line]"'], options());
    expect(run.output).toBe('got []\n');
  });

  test('inherits nothing but what is given', async () => {
    const run = await runProgram('/usr/bin/env', [], options({ env: { MDCV_ONLY: '1' } }));
    expect(run.output).toBe('MDCV_ONLY=1\n');
  });

  test('decodes bad bytes as replacement characters', async () => {
    const run = await runProgram(sh, ['-c', "printf 'a\\377b'"], options());
    expect(run.output).toBe('a\uFFFDb');
  });

  test('ends what the program left behind in the background', async () => {
    const run = await runProgram(sh, ['-c', 'sleep 60 & echo $!'], options());
    expect(run.exitCode).toBe(0);
    // Less than the time for which an output held open is waited for.
    expect(run.durationMs).toBeLessThan(900);
    expect(await allGone([Number(run.output)])).toBe(true);
  });

  test('does not wait for a process that has left the group and holds the output open', async () => {
    const run = await runProgram(sh, ['-c', 'setsid sleep 8 & sleep 0.5; echo done'], options());
    expect(run).toMatchObject({ exitCode: 0, output: 'done\n' });
    expect(run.durationMs).toBeLessThan(5000);
  });

  test('keeps the beginning and the end of endless output', async () => {
    const run = await runProgram(sh, ['-c', 'echo first; head -c 50000000 /dev/zero; echo last'], options());
    expect(run.output.slice(0, 6)).toBe('first\n');
    expect(run.output.slice(-5)).toBe('last\n');
    expect(run.output).toContain('bytes left out]');
    expect(run.output.length).toBeLessThan(1_100_000);
  });
});

describe('a run that cannot start', () => {
  test('names the program and what to do', async () => {
    const missing = path.join(folder, 'no-such-tex');
    await expect(runProgram(missing, [], options())).rejects.toMatchObject({
      code: 'no-such-program',
      message: `Cannot start \`${missing}\`, expected an executable program`,
    });
  });

  test('as well when the folder is missing', async () => {
    const run = runProgram(sh, ['-c', 'true'], options({ folder: path.join(folder, 'gone') }));
    await expect(run).rejects.toMatchObject({ code: 'no-such-program' });
  });
});

describe('the end of the whole family', () => {
  test('by time', async () => {
    const running = runProgram(sh, ['-c', family], options({ timeoutMs: 1500 }));
    const pids = await readPids();
    const run = await running;
    expect(run).toMatchObject({ exitCode: undefined, timedOut: true, aborted: false });
    expect(run.durationMs).toBeLessThan(6000);
    expect(await allGone(pids)).toBe(true);
  });

  test('by signal', async () => {
    const controller = new AbortController();
    const running = runProgram(sh, ['-c', family], options({ signal: controller.signal }));
    const pids = await readPids();
    controller.abort();
    expect(await running).toMatchObject({ exitCode: undefined, timedOut: false, aborted: true });
    expect(await allGone(pids)).toBe(true);
  });

  test('a signal given before starts nothing', async () => {
    const run = await runProgram(sh, ['-c', 'touch started'], options({ signal: AbortSignal.abort() }));
    expect(run).toMatchObject({ exitCode: undefined, output: '', aborted: true });
    await expect(readFile(path.join(folder, 'started'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('with this process ended by %s', async (signal) => {
    const parent = await startParent('');
    const pids = await readPids();
    parent.kill(signal);
    expect(await ended(parent)).toEqual([null, signal]);
    expect(await allGone(pids)).toBe(true);
  });

  test('with this process exiting', async () => {
    const parent = await startParent('setTimeout(() => process.exit(7), 1500);');
    const pids = await readPids();
    expect(await ended(parent)).toEqual([7, null]);
    expect(await allGone(pids)).toBe(true);
  });

  test('with a signal that this process handles itself: the run says so', async () => {
    const parent = await startParent("process.on('SIGINT', () => console.log('handled'));");
    const printed = readAll(parent);
    const pids = await readPids();
    parent.kill('SIGINT');
    expect(await ended(parent)).toEqual([0, null]);
    expect(await printed).toBe('handled\naborted true\n');
    expect(await allGone(pids)).toBe(true);
  });
});

describe('limits', () => {
  test('a file may not grow for ever', async () => {
    const limits = { fileBytes: 1024 * 1024, cpuSeconds: 100 };
    const run = await runProgram(sh, ['-c', 'cat /dev/zero > big'], options({ limits }));
    expect(run.exitCode).not.toBe(0);
    expect((await readFile(path.join(folder, 'big'))).length).toBe(1024 * 1024);
  });

  test('processor time ends even without a clock', async () => {
    const limits = { fileBytes: 1024, cpuSeconds: 1 };
    const run = await runProgram(sh, ['-c', 'while :; do :; done'], options({ limits, timeoutMs: 60_000 }));
    expect(run).toMatchObject({ exitCode: undefined, timedOut: false });
    expect(run.durationMs).toBeLessThan(15_000);
  });

  test('arguments reach the program unchanged', async () => {
    const limits = { fileBytes: 1024, cpuSeconds: 10 };
    const run = await runProgram('/usr/bin/printf', ['[%s]', 'a b', '$HOME', '', '*'], options({ limits }));
    expect(run.output).toBe('[a b][$HOME][][*]');
  });
});

/** Another process that runs the family through `runProgram`, after the statements given. */
async function startParent(statements: string): Promise<ChildProcess> {
  const source = `
    import { runProgram } from ${JSON.stringify(path.resolve('src/toolchain/run-program.ts'))};
    ${statements}
    const run = await runProgram('/bin/sh', ['-c', ${JSON.stringify(family)}],
      { folder: process.cwd(), env: { PATH: process.env.PATH }, timeoutMs: 30000 });
    console.log('aborted', run.aborted);`;
  const outfile = path.join(folder, 'parent.mjs');
  await build({
    stdin: { contents: source, resolveDir: process.cwd() },
    bundle: true,
    platform: 'node',
    format: 'esm',
    // The bundle holds CommonJS parts that ask for Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    outfile,
    logLevel: 'error',
  });
  await writeFile(path.join(folder, 'pids'), '');
  return spawn(process.execPath, [outfile], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
}

function ended(parent: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  return new Promise((resolve) => parent.once('exit', (code, signal) => resolve([code, signal])));
}

async function readAll(parent: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of parent.stdout ?? []) text += String(chunk);
  return text;
}
