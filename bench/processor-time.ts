/** Processor time of whole process trees, which a busy machine stretches far less than the time on the clock. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Linux counts in hundredths of a second for all that read it. */
const tickMs = 10;

/** User and system time (ms) of all processes that have ended and were waited for, with those that they waited for; see proc(5). */
export function childrenMs(): number {
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) * tickMs;
}

/** Runs a program of Node and gives the processor time (ms) of it with all that it started, and of it alone. */
export function measureNode(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): { wholeMs: number; ownMs: number } {
  const probe = join(folder, 'processor-probe.mjs');
  const file = join(folder, 'processor-time');
  writeFileSync(
    probe,
    `import { writeFileSync } from 'node:fs';
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(${JSON.stringify(file)}, String((user + system) / 1000));
});`,
  );
  const before = childrenMs();
  execFileSync(process.execPath, ['--import', probe, ...args], { cwd: folder, env, stdio: 'ignore' });
  return { wholeMs: childrenMs() - before, ownMs: Number(readFileSync(file, 'utf8')) };
}
