/** What an author may drop from a CV that takes too many pages in any look. */
import { toTextLines } from '../check/text-lines.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import type { ResolvedOptions } from '../template/resolve-options.ts';
import type { Typesetting } from '../typeset.ts';
import { findOptional, type OptionalPart, withoutParts } from './optional-parts.ts';
import { firstThat } from './search-looks.ts';
import { inLook, type Trial, type Trials } from './try-look.ts';

export interface Advice {
  /** What it takes in the tightest look. */
  least: number | undefined;
  /** How many lines of text there are beyond the pages that it may take. */
  tooMany: number | undefined;
  /** What to drop, in order: as little as it takes, or all that is marked where that is not enough. */
  drop: OptionalPart[];
  /** Whether it fits without `drop`. */
  isEnough: boolean;
}

export interface Excess {
  typesetting: Typesetting;
  /** In which it takes too many pages. */
  tightest: ResolvedOptions;
  pages: number;
  trials: Trials;
}

/** Tries how much of what is marked `{.optional}` has to go: one run of TeX for all of it, and log2 of its number more. */
export async function adviseDropping({ typesetting, tightest, pages, trials }: Excess): Promise<Advice> {
  const { cv } = typesetting.result;
  const whole = await trials.run(inLook(typesetting, tightest));
  const tooMany = await countLinesBeyond(whole, pages);
  const optional = findOptional(cv);
  const fitsWithout = async (count: number): Promise<boolean> => {
    const shorter = withoutParts(cv, optional.slice(0, count));
    const { pages: taken } = await trials.run(inLook(typesetting, tightest, shorter));
    return taken !== undefined && taken <= pages;
  };
  const isEnough = optional.length > 0 && (await fitsWithout(optional.length));
  const count = isEnough ? await firstThat(1, optional.length, fitsWithout) : optional.length;
  return { least: whole.pages, tooMany, drop: optional.slice(0, count), isEnough };
}

async function countLinesBeyond({ pdf }: Trial, pages: number): Promise<number | undefined> {
  if (!pdf) return undefined;
  const opened = openPdf(pdf);
  try {
    return toTextLines(await opened.textPages()).filter(({ page, running }) => page > pages && !running)
      .length;
  } finally {
    await opened.close();
  }
}
