/**
 * `mdcv build` of many CVs: processor time a CV against what TeX takes in the fastest build of one, memory from the first to the last, and what a
 * second core brings. Linux only, which tells of processes in /proc.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readMemory } from './process-memory.ts';
import { childrenMs, measureNode } from './processor-time.ts';
import { reportRows } from './table.ts';

const count = Number(process.env.BENCH_CVS ?? 200);
const singles = Number(process.env.BENCH_RUNS ?? 9);

/** The most that a CV may take of the TeX time of a single one; what a second core has to bring; growth of a process's memory. */
const targets = { share: 1.15, scaling: 1.8, growth: 1.1 };

/** @param folder to work in */
export async function benchMany(main: string, folder: string): Promise<void> {
  writeCvs(folder);
  const env = { ...process.env, MDCV_CACHE: join(folder, 'cache') };
  const many = [main, 'build', 'people/**/*.md', '--force', '--jobs'];
  // The format is made, as a second run of an institute's CVs finds it; but none of these was built before.
  measureNode(folder, [main, 'build', 'people/00*/*.md', '--jobs', '1', '-o', 'first'], env);
  for (const kept of readdirSync(join(folder, 'cache', 'formats')))
    for (const name of readdirSync(join(folder, 'cache', 'formats', kept)))
      if (name.endsWith('.aux')) rmSync(join(folder, 'cache', 'formats', kept, name));
  const two = await runMany(folder, [...many, '2'], env);
  const one = await runMany(folder, [...many, '1'], env);
  const single = Array.from({ length: singles }, () => {
    const cv = join('people', '000', 'cv.md');
    const { wholeMs, ownMs } = measureNode(folder, [main, 'build', cv, '--fast', '-o', 'single'], env);
    return wholeMs - ownMs;
  });
  const fastest = Math.min(...single);
  reportRows(`${count} CVs, processor time`, [
    ['one CV with --fast, TeX alone (ms)', single, 0],
    ['a CV of many, 2 processes (ms)', [two.processorMs / count], 0],
    ['a CV of many, 1 process (ms)', [one.processorMs / count], 0],
    ['  TeX alone (ms)', [one.texMs / count], 0],
    ['ratio to the fastest TeX, 2 processes', [two.processorMs / count / fastest], 2, targets.share],
    ['ratio to the fastest TeX, 1 process', [one.processorMs / count / fastest], 2, targets.share],
    // A process fills its heap with the first 80 CVs and then stays: of 600, the last quarter takes what the second does.
    ['memory, last to second quarter, 1 process', [one.growth], 2, targets.growth],
    ['  2 processes, of half as many CVs each', [two.growth], 2],
    ['memory of a process at the end (MiB)', [one.memoryMiB], 0],
    ['1 process to 2, inverse (clock)', [1 / (one.clockMs / two.clockMs)], 2, 1 / targets.scaling],
  ]);
}

interface ManyRun {
  clockMs: number;
  processorMs: number;
  /** Of the processes that the workers waited for. */
  texMs: number;
  memoryMiB: number;
  /** The most memory in the last quarter to the most in the second. */
  growth: number;
}

async function runMany(folder: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<ManyRun> {
  const startedAt = performance.now();
  const before = childrenMs();
  const child = spawn(process.execPath, [...args, '--json'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let done = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    done += chunk.toString('utf8').split('\n').length - 1;
  });
  const samples: { done: number; memoryMiB: number }[] = [];
  /** By process. */
  const tex = new Map<number, number>();
  const timer = setInterval(() => {
    const workers = childrenOf(child.pid as number);
    samples.push({ done, memoryMiB: Math.max(0, ...workers.map(readMemory)) });
    for (const pid of workers) tex.set(pid, Math.max(tex.get(pid) ?? 0, readTexMs(pid)));
  }, 100);
  await new Promise((resolveEnd) => child.once('close', resolveEnd));
  clearInterval(timer);
  if (done !== count) throw new Error(`Expected ${count} lines, found ${done}`);
  const most = (from: number, to: number): number =>
    Math.max(
      ...samples.filter(({ done: at }) => at >= count * from && at < count * to).map((one) => one.memoryMiB),
    );
  const clockMs = performance.now() - startedAt;
  return {
    clockMs,
    processorMs: childrenMs() - before,
    texMs: [...tex.values()].reduce((sum, ms) => sum + ms, 0),
    memoryMiB: most(0.75, 1),
    growth: most(0.75, 1) / most(0.25, 0.5),
  };
}

function childrenOf(pid: number): number[] {
  const text = readIfThere(`/proc/${pid}/task/${pid}/children`) ?? '';
  return text.split(' ').filter(Boolean).map(Number);
}

/** Processor time (ms) of what a process waited for. */
function readTexMs(pid: number): number {
  const fields = readIfThere(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) * 10;
}

/** A process may end between two looks. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}

/** People with the reference CV's look, words of their own, and some of its sections. */
function writeCvs(folder: string): void {
  const source = readFileSync(resolve('content/cv.md'), 'utf8');
  const [head = '', ...sections] = source.split(/^(?=## )/m);
  for (let index = 0; index < count; index++) {
    const own = join(folder, 'people', String(index).padStart(3, '0'));
    mkdirSync(own, { recursive: true });
    // Four outlines.
    const left = sections.filter((_, at) => at === 0 || at !== (index % 4) + 1);
    const text = [head, ...left].join('').replace('Supervisor', `Supervisor ${index}`);
    writeFileSync(join(own, 'cv.md'), text);
    writeFileSync(join(own, 'publications.bib'), readFileSync(resolve('content/publications.bib')));
  }
}
