import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface KeptDocument {
  /** What it broke. */
  broke: string;
  source: string;
  /** Its bibliography, `p.bib`. */
  bib?: string;
}

interface Kept {
  /** Seeds whose documents broke something; each runs again, if for few documents. */
  seeds: number[];
  documents: KeptDocument[];
}

/** What was found before, and runs first. */
export const kept: Kept = JSON.parse(readFileSync(join(import.meta.dirname, 'kept.json'), 'utf8'));

/** `FUZZ_SEED`, or another one in every run; a failure names it. */
export const seed: number = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

/** How many documents: `FUZZ_RUNS` for those that are parsed and rendered, a fiftieth of it for those that TeX has to set. */
const runs: number = Number(process.env.FUZZ_RUNS ?? 100_000);
/** Random ones and torn fixtures, which are longer, run beside each other for about as long. */
export const renderRuns: { random: number; torn: number; bib: number; words: number } = {
  random: Math.ceil(runs * 0.6),
  torn: Math.floor(runs * 0.4),
  bib: Math.ceil(runs * 0.015),
  words: Math.ceil(runs * 0.03),
};

/** A hundred thousand may take a busy machine hours. */
export const longestMs: number = 4 * 3_600_000;

/** Without `FUZZ_RUNS`, as `npm run fuzz` is. */
export const isLong: boolean = process.env.FUZZ_RUNS === undefined;
export const texRuns: number = Math.max(2_000, Math.floor(runs / 50));

/** Says how to see a failure again. */
export function again(one: number): string {
  return `seed ${one}: run it again with FUZZ_SEED=${one} npm run fuzz, and keep what it found in test/fuzz/kept.json`;
}
