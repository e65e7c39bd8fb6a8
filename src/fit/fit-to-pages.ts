/** Sets a CV on no more pages than it may take, in the look that gives up least. */
import type { Position } from 'unist';
import type { ResolvedOptions } from '../template/resolve-options.ts';
import type { Toolchain } from '../toolchain/toolchain.ts';
import type { TexRun, Typesetting } from '../typeset.ts';
import { adviseDropping } from './advise-dropping.ts';
import type { FitMemory } from './fit-memory.ts';
import { toLookRows } from './looks.ts';
import { reportFitted, reportUnfitting } from './report-fit.ts';
import { type LookPlace, looserThan, searchLooks } from './search-looks.ts';
import { inLook, openTrials, pagesOf, preambleOf, type Trials } from './try-look.ts';

export interface Fitting {
  typesetting: Typesetting;
  toolchain: Toolchain;
  /** The most that it may take, at least 1. */
  pages: number;
  /** Of the key that asks for it. */
  position: Position | undefined;
  /** Sets a document for good: as many passes as it takes, in the build's own folder. */
  set: (typesetting: Typesetting) => Promise<TexRun>;
}

/** What is to be published. */
export interface Fit {
  typesetting: Typesetting;
  texRun: TexRun;
}

/**
 * Where the CV fits as it is, it is set as it is, to the byte. Else the looks within the template's bounds are searched; what was found is a
 * `fitted` message. Where even the tightest takes too many pages, the CV comes as it is with a `cannot-fit` warning, for
 * its author has to shorten it anyway, and until then squeezing it would only make it harder to read.
 *
 * Where the last search's look still fits and the next looser one still does not, nothing is searched.
 */
export async function fitToPages(fitting: Fitting): Promise<Fit> {
  const { typesetting, pages, set } = fitting;
  const { result, options, template, engine } = typesetting;
  const memory: FitMemory = options.fitMemory ?? {};
  const own = result.options;
  const key = JSON.stringify([template.folder, engine, pages, own]);
  const rows = toLookRows(template.manifest, own);
  const last = memory.key === key ? memory.found : undefined;
  memory.found = undefined;

  const again = last && (await setAgain(fitting, rows, last));
  if (again) {
    memory.found = last;
    return again;
  }
  const first = await set(typesetting);
  const taken = pagesOf(first.run);
  // What is wrong with it comes first.
  if (taken === undefined || taken <= pages) return { typesetting, texRun: first };
  return withTrials(fitting, typesetting, async (trials) => {
    const fits = async (look: ResolvedOptions): Promise<boolean> =>
      isWithin((await trials.run(inLook(typesetting, look))).pages, pages);
    const found = await searchLooks(rows, fits);
    if (!found) {
      const tightest = rows.at(-1)?.at(-1) as ResolvedOptions;
      const advice = await adviseDropping({ typesetting, tightest, pages, trials });
      reportUnfitting(fitting, { taken, tightest, ...advice });
      return { typesetting, texRun: first };
    }
    memory.key = key;
    memory.found = found;
    return setFor(fitting, rows[found.row]?.[found.index] as ResolvedOptions);
  });
}

/** The look that was found last, if it is still the one. */
async function setAgain(
  fitting: Fitting,
  rows: readonly ResolvedOptions[][],
  last: LookPlace,
): Promise<Fit | undefined> {
  const { typesetting, pages } = fitting;
  const fit = inLook(typesetting, rows[last.row]?.[last.index] as ResolvedOptions);
  const texRun = await fitting.set(fit);
  if (!isWithin(pagesOf(texRun.run), pages)) return undefined;
  const looser = looserThan(rows, last) as ResolvedOptions;
  const { pages: most } = await withTrials(fitting, fit, (trials) => trials.run(inLook(typesetting, looser)));
  return isWithin(most, pages)
    ? undefined
    : report(fitting, rows[last.row]?.[last.index] as ResolvedOptions, fit, texRun);
}

async function setFor(fitting: Fitting, look: ResolvedOptions): Promise<Fit> {
  const fit = inLook(fitting.typesetting, look);
  return report(fitting, look, fit, await fitting.set(fit));
}

function report(fitting: Fitting, look: ResolvedOptions, typesetting: Typesetting, texRun: TexRun): Fit {
  const { result } = typesetting;
  reportFitted(fitting, look, pagesOf(texRun.run));
  result.options = look;
  return { typesetting, texRun };
}

/** @param near what the fast engine may be ready for */
async function withTrials<T>(
  { typesetting: { result }, toolchain }: Fitting,
  near: Typesetting,
  work: (trials: Trials) => Promise<T>,
): Promise<T> {
  const trials = openTrials(toolchain, preambleOf(near));
  try {
    return await work(trials);
  } finally {
    trials.close();
    result.passes += trials.passes;
    result.texMs += trials.texMs;
  }
}

function isWithin(taken: number | undefined, pages: number): boolean {
  return taken !== undefined && taken <= pages;
}
