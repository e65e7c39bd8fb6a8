import picocolors from 'picocolors';
import type { Comparison } from '../compare/compare.ts';
import { compare } from '../compare/compare.ts';
import type { WordChange } from '../compare/compare-words.ts';
import type { PageWord } from '../compare/page-words.ts';
import { withJsonError } from './json-error.ts';
import { printLine } from './print.ts';
import { createProgress } from './progress.ts';
import { abortOnSignals } from './signals.ts';

export interface DiffFlags {
  output?: string;
  template?: string;
  engine?: string;
  variant?: string;
  lang?: string;
  toolchain?: string;
  json?: boolean;
  /** Seconds. */
  timeout?: number;
}

/** `mdcv diff`: what changed between two forms of a CV. Returns the exit code, which does not depend on whether there are changes. */
export async function runDiff(names: readonly string[], flags: DiffFlags): Promise<number> {
  const { template, engine, variant, lang } = flags;
  return withJsonError(flags, { template, engine, variant, lang }, () => compareNamed(names, flags));
}

async function compareNamed(names: readonly string[], flags: DiffFlags): Promise<number> {
  const { signal, release } = abortOnSignals();
  const progress = createProgress();
  const { output, template, engine, toolchain, variant, lang, timeout } = flags;
  try {
    const comparison = await compare({
      names,
      output,
      build: {
        template,
        engine,
        toolchain,
        variant,
        lang,
        timeoutMs: timeout === undefined ? undefined : timeout * 1000,
        onProgress: progress.show,
        signal,
      },
    });
    progress.stop();
    if (flags.json) console.log(JSON.stringify(toJson(comparison)));
    else printComparison(comparison);
    return 0;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    progress.stop();
    release();
  }
}

function printComparison({ older, newer, olderPages, newerPages, words, pages }: Comparison): void {
  const colours = picocolors.createColors(
    picocolors.isColorSupported && (process.stdout.isTTY || Boolean(process.env.FORCE_COLOR)),
  );
  printLine(colours.bold(`${older} → ${newer}`));
  for (const change of words) printLine(formatChange(change, colours));
  const changed = pages.filter(({ pixels }) => pixels > 0);
  const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
  const pageCount =
    olderPages === newerPages ? count(newerPages, 'page') : `${olderPages} → ${count(newerPages, 'page')}`;
  const summary = [
    words.length === 0 ? 'no words changed' : count(words.length, 'change'),
    pageCount,
    ...(changed.length > 0 ? changed.map(({ picture }) => picture) : ['no pixel differs']),
  ];
  printLine(summary.join(' · '));
}

/** The signs of `wdiff` where there are no colours. */
function formatChange(
  { removed, added, before, after }: WordChange,
  colours: ReturnType<typeof picocolors.createColors>,
): string {
  const [first] = added.length > 0 ? added : removed;
  const text = (words: readonly PageWord[]): string => words.map((word) => word.text).join(' ');
  const marks = colours.isColorSupported
    ? [
        removed.length > 0 && colours.red(colours.strikethrough(text(removed))),
        added.length > 0 && colours.green(text(added)),
      ]
    : [removed.length > 0 && `[-${text(removed)}-]`, added.length > 0 && `{+${text(added)}+}`];
  const place = colours.dim(`page ${first?.page ?? '?'}:`);
  return [place, before.join(' '), ...marks, after.join(' ')].filter(Boolean).join(' ');
}

function toJson({ older, newer, olderPages, newerPages, words, pages }: Comparison): object {
  return {
    older: { name: older, pages: olderPages },
    newer: { name: newer, pages: newerPages },
    changes: words.map(({ removed, added, before, after }) => ({ removed, added, before, after })),
    pages: pages.map(({ number, pixels, of, picture }) => ({
      page: number,
      changedPixels: pixels,
      pixels: of,
      picture: picture ?? null,
    })),
  };
}
