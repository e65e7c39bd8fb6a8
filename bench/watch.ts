/** How long the watch takes from a save to the new PDF on disk, against one stock pass on the same .tex and latexmk after the same edit. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Row, reportRows } from './table.ts';
import { type EditPlace, startWatch, type WatchProcess } from './watch-process.ts';

const edits = Number(process.env.BENCH_EDITS ?? 15);
/** Of fifteen the 95th percentile would be the worst. */
const burstEdits = 4 * edits;

/** Several edits in one place follow each other, as people write: a third of them in each. */
const places: readonly EditPlace[] = Array.from(
  { length: edits },
  (_, index) => (['first', 'middle', 'last'] as const)[Math.floor((index * 3) / edits)] as EditPlace,
);

interface Edit {
  place: EditPlace;
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
      for (const [index, place] of places.entries()) {
        const watchMs = await watch.edit(`edit ${index}`, place);
        results.push({ place, watchMs, ...timeStock(watch.folder, engine) });
        await delay(300);
      }
      report(engine, results);
      if (engine === 'pdflatex') await reportBurst(watch, results);
    } finally {
      await watch.stop();
    }
  }
}

/** On the .tex that the watch has just written: one pass with the aux files there, and latexmk, whose last run was an edit ago. */
function timeStock(folder: string, engine: 'pdflatex' | 'xelatex'): Omit<Edit, 'place' | 'watchMs'> {
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
    ...(['first', 'middle', 'last'] as const).map((place): Row => {
      const there = all.filter((edit) => edit.place === place);
      return [`    in the ${place} place`, there.map(({ watchMs, stockMs }) => watchMs / stockMs), 3];
    }),
    ['  ratio to latexmk', all.map(({ watchMs, latexmkMs }) => watchMs / latexmkMs), 3, share.latexmk],
  ];
  reportRows(`${engine}, ${all.length} edits`, rows);
}

/** A save every 200 ms: each is timed until a PDF that is newer than it. */
async function reportBurst(watch: WatchProcess, all: Edit[]): Promise<void> {
  const times: number[] = [];
  for (let index = 0; index < burstEdits; index++) {
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
