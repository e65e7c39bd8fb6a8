/**
 * `npm run bench`: how long `mdcv build` takes against `latexmk -pdf` on the same .tex, as whole processes, in one interleaved
 * run (machines are noisy: what counts is the ratio of two neighbours). Needs TeX and latexmk; `npm run compile` first.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const runs = Number(process.env.BENCH_RUNS ?? 9);
const cv = resolve('content/cv.md');
const main = resolve('dist/cli/main.js');

/** What the issue asks for: mdcv's own time outside TeX in milliseconds, its memory in MiB. */
const targets = { ownMs: 150, memoryMiB: 150 };

interface Sample {
  mdcvMs: number;
  texMs: number;
  latexmkMs: number;
}

const folder = mkdtempSync(join(tmpdir(), 'mdcv-bench-'));
try {
  // The first run fills caches on both sides and gives the .tex that both are measured on.
  buildWithMdcv();
  buildWithLatexmk();
  const samples: Sample[] = Array.from({ length: runs }, () => {
    const mdcv = buildWithMdcv();
    return { ...mdcv, latexmkMs: buildWithLatexmk() };
  });
  const memory = Array.from({ length: 3 }, measureMemory);
  report(samples, memory);
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
  const rows: [string, number[], number][] = [
    ['mdcv build, whole process (ms)', samples.map((sample) => sample.mdcvMs), 0],
    ['  of it in TeX (ms)', samples.map((sample) => sample.texMs), 0],
    ['  of it outside TeX (ms)', own, 0],
    ['latexmk -pdf, clean (ms)', samples.map((sample) => sample.latexmkMs), 0],
    ['ratio mdcv / latexmk', samples.map((sample) => sample.mdcvMs / sample.latexmkMs), 2],
    ['memory of mdcv (MiB)', memory, 0],
  ];
  console.log(
    `${'median of neighbours, '.concat(String(runs), ' runs').padEnd(34)}${'median'.padStart(9)}${'min'.padStart(9)}${'max'.padStart(9)}`,
  );
  for (const [name, values, digits] of rows) {
    const cells = [median(values), Math.min(...values), Math.max(...values)];
    console.log(name.padEnd(34) + cells.map((value) => value.toFixed(digits).padStart(9)).join(''));
  }
  verdict('outside TeX', median(own), targets.ownMs, 'ms');
  verdict('memory', Math.max(...memory), targets.memoryMiB, 'MiB');
}

function verdict(what: string, value: number, target: number, unit: string): void {
  const met = value <= target;
  console.log(`${what}: ${value.toFixed(0)} ${unit}, target ${target} ${unit}: ${met ? 'met' : 'MISSED'}`);
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
