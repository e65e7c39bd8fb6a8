/** How long the watch takes from a save to the new PDF on disk, against one stock pass on the same .tex and latexmk after the same edit. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Row, reportRows } from './table.ts';

const edits = Number(process.env.BENCH_EDITS ?? 15);

interface Edit {
  watchMs: number;
  stockMs: number;
  latexmkMs: number;
}

/** Shares of a stock pass, and of latexmk after an edit, that the watch may take. */
const targets = {
  pdflatex: { stock: 1 / 6, latexmk: 1 / 8 },
  xelatex: { stock: 1 / 12, latexmk: 1 },
} as const;

/** @param folder to work in */
export async function benchWatch(main: string, folder: string): Promise<void> {
  for (const engine of ['pdflatex', 'xelatex'] as const) {
    const watch = await startWatch(main, join(folder, engine), engine);
    try {
      const results: Edit[] = [];
      for (let index = 0; index < edits; index++) {
        const watchMs = await watch.edit(`edit ${index}`);
        results.push({ watchMs, ...timeStock(watch.folder, engine) });
        await delay(300);
      }
      report(engine, results);
      if (engine === 'pdflatex') await reportBurst(watch, results);
    } finally {
      await watch.stop();
    }
  }
}

interface Watch {
  folder: string;
  /** Saves the CV with a word more and resolves, in milliseconds, when the new PDF is there. */
  edit(word: string): Promise<number>;
  stop(): Promise<void>;
}

async function startWatch(main: string, folder: string, engine: string): Promise<Watch> {
  mkdirSync(folder, { recursive: true });
  cpSync(resolve('content'), join(folder, 'content'), { recursive: true });
  const cv = join(folder, 'content', 'cv.md');
  const pdf = join(folder, 'out', 'cv.pdf');
  const original = readFileSync(cv, 'utf8');
  const child = spawn(process.execPath, [main, 'watch', '--engine', engine], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let heard = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (heard += chunk));
  const edit = async (word: string): Promise<number> => {
    const before = look(pdf);
    const text = original.replace('Supervisor', `Supervisor ${word}`);
    const startedAt = performance.now();
    writeFileSync(cv, text);
    while (look(pdf) === before) await delay(1);
    return performance.now() - startedAt;
  };
  while (look(pdf) === 'missing') await delay(50);
  // Warm is what needs one pass only.
  for (let index = 0; !heard.includes('· 1 pass ·') && index < 30; index++) {
    await delay(1000);
    await edit(`before ${index}`);
  }
  await delay(1000);
  return { folder, edit, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}

function look(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.mtimeMs}` : 'missing';
}

/** On the .tex that the watch has just written: one pass with the aux files there, and latexmk, whose last run was an edit ago. */
function timeStock(folder: string, engine: 'pdflatex' | 'xelatex'): Omit<Edit, 'watchMs'> {
  const time = (name: string, program: string, args: string[]): number => {
    const own = join(folder, name);
    mkdirSync(own, { recursive: true });
    copyFileSync(join(folder, 'out', 'cv.tex'), join(own, 'cv.tex'));
    const startedAt = performance.now();
    execFileSync(program, [...args, 'cv.tex'], { cwd: own, stdio: 'ignore' });
    return performance.now() - startedAt;
  };
  return {
    stockMs: time('stock', engine, ['-interaction=nonstopmode']),
    latexmkMs: time('latexmk', 'latexmk', [
      engine === 'pdflatex' ? '-pdf' : '-pdfxe',
      '-interaction=nonstopmode',
      '-silent',
    ]),
  };
}

function report(engine: 'pdflatex' | 'xelatex', all: Edit[]): void {
  const share = targets[engine];
  const rows: Row[] = [
    [`${engine}: save to PDF, warm (ms)`, all.map(({ watchMs }) => watchMs), 0],
    ['  one stock pass (ms)', all.map(({ stockMs }) => stockMs), 0],
    ['  latexmk after the edit (ms)', all.map(({ latexmkMs }) => latexmkMs), 0],
    ['  ratio to the stock pass', all.map(({ watchMs, stockMs }) => watchMs / stockMs), 3, share.stock],
    ['  ratio to latexmk', all.map(({ watchMs, latexmkMs }) => watchMs / latexmkMs), 3, share.latexmk],
  ];
  reportRows(`${engine}, ${all.length} edits`, rows);
}

/** A save every 200 ms: each is timed until a PDF that is newer than it. */
async function reportBurst(watch: Watch, all: Edit[]): Promise<void> {
  const times: number[] = [];
  for (let index = 0; index < edits; index++) {
    const took = await watch.edit(`burst ${index}`);
    times.push(took);
    await delay(Math.max(0, 200 - took));
  }
  const stock = all.map(({ stockMs }) => stockMs).sort((a, b) => a - b)[Math.floor(all.length / 2)] as number;
  const late = times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] as number;
  reportRows('pdflatex, a save every 200 ms', [
    ['  save to PDF (ms)', times, 0],
    ['  95th percentile to the stock pass', [late / stock], 3, 1 / 3],
  ]);
}
