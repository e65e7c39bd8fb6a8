/** Whether a watch that runs all day stays as it was: what it costs while nobody edits, and what a thousand edits leave behind. Needs Linux's /proc. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createLiveMemory, type LiveMemory, readMemory } from './process-memory.ts';
import { reportRows } from './table.ts';
import { startWatch, type WatchProcess } from './watch-process.ts';

const edits = Number(process.env.BENCH_MANY_EDITS ?? 1000);
/** After so many of the last edits the memory is looked at: several garbage collections fall among them. */
const looks = edits / 10;
const idleMs = 10_000;
/** Of the kernel's clock, `getconf CLK_TCK` on every Linux. */
const tickMs = 10;

interface Footprint {
  /** What mdcv's own process needs, in MiB. */
  liveMiB: number;
  /** What it holds, in MiB; the least of many looks, since what a process holds goes up and down by a quarter with its garbage collection. */
  memoryMiB: number;
  files: number;
  /** Of the whole tree. */
  processes: number;
  /** In the folder for temporary files. */
  folders: number;
  cpuMs: number;
}

/** @param folder to work in */
export async function benchEndurance(main: string, folder: string): Promise<void> {
  if (!existsSync('/proc/self/stat')) {
    console.log('\nendurance: not measured, there is no /proc');
    return;
  }
  mkdirSync(folder, { recursive: true });
  const live = createLiveMemory(folder);
  const watch = await startWatch(main, folder, 'pdflatex', [], live.env);
  try {
    // By then what is compiled is compiled, and the heap as large as it gets: of 1,000 edits the first 300 make it so.
    const early = await editAndLook(watch, (edits * 2) / 5, folder, live);
    const late = await editAndLook(watch, edits, folder, live);
    await delay(idleMs);
    const after = lookAt(watch.pid, folder);
    reportRows(`${edits} edits, then ${idleMs / 1000} s without`, [
      ['  live memory, growth (MiB)', [late.liveMiB - early.liveMiB], 2, early.liveMiB * 0.05],
      ['  live memory (MiB)', [late.liveMiB], 1],
      ['  least memory, growth (MiB)', [late.memoryMiB - early.memoryMiB], 1, early.memoryMiB * 0.1],
      ['  least memory (MiB)', [late.memoryMiB], 0],
      ['  open files, growth', [late.files - early.files], 0, 0],
      ['  processes, growth', [late.processes - early.processes], 0, 0],
      ['  temporary folders, growth', [late.folders - early.folders], 0, 0],
      ['  processor time while idle (ms)', [after.cpuMs - late.cpuMs], 0, tickMs],
    ]);
  } finally {
    await watch.stop();
  }
}

async function editAndLook(
  watch: WatchProcess,
  count: number,
  folder: string,
  live: LiveMemory,
): Promise<Footprint> {
  const memory: number[] = [];
  for (let index = 0; index < count; index++) {
    await watch.edit(`edit ${index}`);
    if (index >= count - looks) memory.push(readMemory(watch.pid));
  }
  // Until the standbys wait again.
  await delay(3000);
  const liveMiB = await live.ask(watch.pid);
  // What the probe's own garbage collection costs is not the watch's.
  await delay(1000);
  return { ...lookAt(watch.pid, folder), memoryMiB: Math.min(...memory), liveMiB };
}

function lookAt(pid: number, folder: string): Omit<Footprint, 'memoryMiB' | 'liveMiB'> {
  const tree = listTree(pid);
  return {
    files: readdirSync(`/proc/${pid}/fd`).length,
    processes: tree.length,
    folders: readdirSync(join(folder, 'tmp')).length,
    cpuMs: tree.map(readCpuMs).reduce((sum, ms) => sum + ms, 0),
  };
}

/** A process and all that descend from it. */
function listTree(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  const own = children === '' ? [] : children.split(' ').map(Number);
  return [pid, ...own.flatMap(listTree)];
}

/** User's and system's time; the fields after the name, which may hold anything (proc(5)). */
function readCpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}
