import type { VFileMessage } from 'vfile-message';
import type { BuildResult } from '../../src/build.ts';
import { toPassages } from '../../src/check/passages.ts';
import type { LogEntry } from '../../src/engine/engine.ts';
import { lostLetters, lostSigns } from './lost-letters.ts';
import type { SetBody } from './tex-batch.ts';

export interface Verdict {
  /** What should not be; empty where all is well. */
  faults: string[];
  /** A message tells of a line beyond the margin, where the text of a PDF may end. */
  isTooWide: boolean;
}

const faultKinds: readonly string[] = ['error', 'missing-file', 'missing-font', 'open-groups'];

/**
 * Whether TeX read a document to its end without an error, and all that is to be read stands on its pages or is told of.
 * @param known what its reader should see, sign by sign; else it is what mdcv finds in it, letter by letter
 */
export function judgeBody(
  result: BuildResult,
  { isWhole, entries, text }: SetBody,
  known?: readonly string[] | undefined,
): Verdict {
  const texts = known ?? toPassages(result.cv).map((passage) => passage.text);
  // What pdflatex lacks mdcv has to know before.
  const isTooWide = entries.some(({ kind }) => kind === 'overfull');
  const faults = entries
    .filter(
      ({ kind }) =>
        faultKinds.includes(kind) || (kind === 'missing-character' && result.engine === 'pdflatex'),
    )
    .map((entry) => JSON.stringify(entry));
  if (!isWhole) faults.push('TeX did not get to the end of the document with nothing open');
  const reported = new Set([
    ...entries.flatMap(missingCharacters),
    ...result.messages.flatMap(namedCharacters),
  ]);
  const lost =
    isTooWide || !isWhole
      ? []
      : [...lostLetters(texts, text, reported), ...(known ? lostSigns(known, text) : [])];
  if (lost.length > 0) faults.push(`lost without a message: ${JSON.stringify(lost)}`);
  return { faults, isTooWide };
}

/** Letters without a font, and pictures: `no-font-for-emoji: 1F600`. */
function missingCharacters(entry: LogEntry): string[] {
  if (entry.kind === 'missing-character') return [...entry.character];
  const emoji = entry.kind === 'warning' && /no-font-for-emoji: ([\dA-F]+)/.exec(entry.message)?.[1];
  return emoji ? [String.fromCodePoint(Number.parseInt(emoji, 16))] : [];
}

/** Those that a message tells of: `Ș` (U+0218). */
function namedCharacters({ ruleId, reason }: VFileMessage): string[] {
  if (ruleId !== 'unclean-text' && ruleId !== 'control-character') return [];
  return [...reason.matchAll(/`([^`]+)` \(U\+/g)].flatMap(([, character = '']) => [...character]);
}
