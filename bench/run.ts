/**
 * `npm run bench`: how long `mdcv build` takes against `latexmk -pdf` on the same .tex, as whole processes, in one interleaved
 * run (machines are noisy: what counts is the ratio of two neighbours), and how fast `mdcv watch` follows an edit. Needs TeX and latexmk; `npm run compile` first.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { benchEndurance } from './endurance.ts';
import { benchLargeFile } from './large-file.ts';
import { benchMany } from './many.ts';
import { benchPreview } from './preview.ts';
import { benchRestedMemory } from './rested-memory.ts';
import { reportRows } from './table.ts';
import { benchWatch } from './watch.ts';

const runs = Number(process.env.BENCH_RUNS ?? 9);
const cv = resolve('content/cv.md');
const main = resolve('dist/cli/main.js');

/**
 * mdcv's own time outside TeX in milliseconds, in which no TeX works (one that was started early and waits does not), for the reference CV and for a thousand publications; its memory in MiB; what a whole
 * `build --fast` takes of one stock pass; a whole `mdcv check`.
 */
const targets = { ownMs: 150, publicationsMs: 1000, memoryMiB: 150, fastShare: 0.4, checkMs: 2000 };

interface Sample {
  mdcvMs: number;
  texMs: number;
  latexmkMs: number;
  checkMs: number;
  /** `build --fast`, with the format kept, and one pass with the aux files there. */
  fastMs: number;
  stockMs: number;
  /** mdcv's own time for a thousand publications, as it tells it, and the whole process with Node's start. */
  publicationsMs: number;
  publicationsWholeMs: number;
  /** Node alone, which every figure of a whole process begins with: it tells how fast the machine is. */
  nodeMs: number;
}

const folder = mkdtempSync(join(tmpdir(), 'mdcv-bench-'));
try {
  // The first run fills caches on both sides and gives the .tex that both are measured on.
  buildWithMdcv();
  buildWithLatexmk();
  buildFast();
  writePublications(1000);
  const samples: Sample[] = Array.from({ length: runs }, () => {
    const mdcv = buildWithMdcv();
    return {
      ...mdcv,
      latexmkMs: buildWithLatexmk(),
      checkMs: timeNode([main, 'check', cv, '-o', join(folder, 'mdcv')]),
      stockMs: runStockPass(),
      fastMs: buildFast(),
      ...timePublications(),
      nodeMs: timeNode(['-e', '0']),
    };
  });
  const memory = Array.from({ length: 3 }, measureMemory);
  report(samples, memory);
  await benchLargeFile();
  await benchMany(main, join(folder, 'many'));
  await benchRestedMemory();
  await benchWatch(main, folder);
  await benchPreview(main, join(folder, 'preview'));
  await benchEndurance(main, join(folder, 'endurance'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function buildWithMdcv(): { mdcvMs: number; texMs: number } {
  const startedAt = performance.now();
  const output = execFileSync(process.execPath, [main, 'build', cv, '-o', join(folder, 'mdcv'), '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { mdcvMs: performance.now() - startedAt, texMs: JSON.parse(output).texMs };
}

/** A clean folder each time, as a build of mdcv has one. */
function buildWithLatexmk(): number {
  const clean = join(folder, 'latexmk');
  rmSync(clean, { recursive: true, force: true });
  mkdirSync(clean);
  copyFileSync(join(folder, 'mdcv', 'cv.tex'), join(clean, 'cv.tex'));
  const startedAt = performance.now();
  execFileSync('latexmk', ['-pdf', '-interaction=nonstopmode', '-silent', 'cv.tex'], {
    cwd: clean,
    stdio: 'ignore',
  });
  return performance.now() - startedAt;
}

function timePublications(): Pick<Sample, 'publicationsMs' | 'publicationsWholeMs'> {
  const startedAt = performance.now();
  const output = execFileSync(
    process.execPath,
    [main, 'build', join(folder, 'many.md'), '-o', join(folder, 'many'), '--tex-only', '--json'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return {
    publicationsMs: JSON.parse(output).durationMs,
    publicationsWholeMs: performance.now() - startedAt,
  };
}

/** In the folder that latexmk has just filled. */
function runStockPass(): number {
  const startedAt = performance.now();
  execFileSync('pdflatex', ['-interaction=nonstopmode', 'cv.tex'], {
    cwd: join(folder, 'latexmk'),
    stdio: 'ignore',
  });
  return performance.now() - startedAt;
}

function buildFast(): number {
  return timeNode([main, 'build', cv, '-o', join(folder, 'fast'), '--fast']);
}

/** A CV with so many publications, each of five authors, with an abstract that nobody prints. */
function writePublications(count: number): void {
  const abstract = 'An abstract of some words that no list of publications prints. '.repeat(10);
  const entries = Array.from(
    { length: count },
    (_, index) => `@article{key${index},
  author = {Wei, Jia and M{\\"u}ller, J{\\"o}rg and van der Berg, Jan and Doe, Jane and Roe, R.},
  title = {A {BERT} Study of $\\alpha$-Decay in {\\'E}tudes, Part ${index}: With a Longer Subtitle About Things},
  journal = {Journal of Things}, year = {${2000 + (index % 25)}}, volume = {${index}}, pages = {1--10},
  doi = {10.1000/xyz.${index}}, abstract = {${abstract}}}`,
  );
  writeFileSync(join(folder, 'many.bib'), entries.join('\n\n'));
  const head = '---\nname: Jia Wei\nbibliography: many.bib\ntemplate: academic\n---\n';
  writeFileSync(
    join(folder, 'many.md'),
    `${head}\n## Publications\n\n::: {.publications style=compact}\n:::\n`,
  );
}

function timeNode(args: readonly string[]): number {
  const startedAt = performance.now();
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - startedAt;
}

/** Peak resident memory of the Node process alone, in MiB. */
function measureMemory(): number {
  const file = join(folder, 'memory');
  const probe = join(folder, 'probe.mjs');
  writeFileSync(
    probe,
    `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)));`,
  );
  execFileSync(process.execPath, ['--import', probe, main, 'build', cv, '-o', join(folder, 'mdcv')], {
    stdio: 'ignore',
  });
  return Number(readFileSync(file, 'utf8')) / 1024;
}

function report(samples: Sample[], memory: number[]): void {
  const own = samples.map((sample) => sample.mdcvMs - sample.texMs);
  reportRows(`median of neighbours, ${runs} runs`, [
    ['mdcv build, whole process (ms)', samples.map((sample) => sample.mdcvMs), 0],
    ['  of it in TeX (ms)', samples.map((sample) => sample.texMs), 0],
    ['  of it outside TeX (ms)', own, 0, targets.ownMs],
    ['latexmk -pdf, clean (ms)', samples.map((sample) => sample.latexmkMs), 0],
    ['mdcv check, whole process (ms)', samples.map((sample) => sample.checkMs), 0, targets.checkMs],
    ['ratio mdcv / latexmk', samples.map((sample) => sample.mdcvMs / sample.latexmkMs), 2],
    ['mdcv build --fast, whole (ms)', samples.map(({ fastMs }) => fastMs), 0],
    ['one stock pass (ms)', samples.map(({ stockMs }) => stockMs), 0],
    [
      'ratio build --fast / stock pass',
      samples.map(({ fastMs, stockMs }) => fastMs / stockMs),
      2,
      targets.fastShare,
    ],
    [
      '1,000 publications to .tex (ms)',
      samples.map((sample) => sample.publicationsMs),
      0,
      targets.publicationsMs,
    ],
    [
      '  with the start of Node (ms)',
      samples.map((sample) => sample.publicationsWholeMs),
      0,
      targets.publicationsMs,
    ],
    ['bare node (ms)', samples.map(({ nodeMs }) => nodeMs), 0],
    ['ratio outside TeX / bare node', samples.map(({ nodeMs }, index) => (own[index] ?? 0) / nodeMs), 2],
    ['ratio 1,000 publications / node', samples.map((one) => one.publicationsWholeMs / one.nodeMs), 2],
    ['memory of mdcv (MiB)', memory, 0, targets.memoryMiB],
  ]);
}
