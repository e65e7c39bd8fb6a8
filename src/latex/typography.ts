import type { PhrasingContent } from 'mdast';
import { findDashes } from './typography/dashes.ts';
import type { Edit } from './typography/edit.ts';
import { findFixed, toFlat, withTexts } from './typography/flat.ts';
import { findNames } from './typography/names.ts';
import { findQuotes, quotesOf } from './typography/quotes.ts';
import { findTies } from './typography/ties.ts';

export interface TypographyOptions {
  /** The nodes are a date: hyphens in it are ranges. */
  date?: boolean | undefined;
}

/** Sets dashes, quotes and ties in nodes, which stay as they are: the result is a copy. Code, mathematics and addresses are not touched. */
export type Typography = (
  nodes: readonly PhrasingContent[],
  options?: TypographyOptions,
) => PhrasingContent[];

/** The typography of a language. All results are Unicode characters; what TeX needs for them is `escapeTex`'s matter. */
export function createTypography(lang: string): Typography {
  const quotes = quotesOf(lang);
  const isFrench = /^fr\b/i.test(lang);
  return (nodes, { date = false } = {}) => {
    const flat = toFlat(nodes);
    // Names and other short texts, of which there are many, hold nothing that a rule is about.
    if (!date && !isFrench && !/[ \n"'-]/.test(flat.text)) return [...nodes];
    const edits = [
      ...findDashes(flat.text, date),
      ...findQuotes(flat.text, quotes),
      ...findTies(flat.text, { date, isFrench }),
      ...findNames(flat.text),
    ];
    if (edits.length === 0) return [...nodes];
    return withTexts(nodes, applyEdits(flat.text, edits), flat.lengths);
  };
}

/** One string for each character of the text. The first edit of a character counts. */
function applyEdits(text: string, edits: readonly Edit[]): string[] {
  const cells = text.split('');
  const edited = findFixed(text);
  for (const { start, length, replacement } of edits) {
    const range = Array.from({ length }, (_, index) => start + index);
    if (range.some((index) => edited[index])) continue;
    for (const index of range) {
      cells[index] = index === start ? replacement : '';
      edited[index] = true;
    }
  }
  return cells;
}
