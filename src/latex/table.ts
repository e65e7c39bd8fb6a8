import type { AlignType, PhrasingContent, Table } from 'mdast';
import { phrasingToText } from './phrasing-to-text.ts';
import { partsOfDates } from './whole-dates.ts';

/** A column's type letter and its share of the line's width. */
export interface Column {
  letter: 'C' | 'L' | 'R';
  /** From 0 to 1; the shares of a table add up to 1. */
  share: number;
}

/** No column asks for more than this many characters: longer cells wrap. */
const widestCell = 40;

/** About how many characters a line holds at least, beside a column of dates and with the gaps between the columns. */
const lineLength = 64;
/** A word beyond this is broken anyway. */
const longestWord = 24;
/** Ideographs, hangul and full-width signs, each as wide as two letters. */
const wide = /[\u2e80-\uffef]/gu;
/** Where a word may be broken: at spaces, hyphens and slashes, and between ideographs, kana and hangul. */
const breaks = /[\s\-–—/\u200b\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]+/u;

/** The columns of a table. */
export interface Columns {
  columns: Column[];
  /** The part of a line that the longest words ask for: above 1 not all of them have room. */
  need: number;
}

/** Shares the line's width among the columns by what their cells hold. Rows may be of different lengths. */
export function toColumns(table: Table): Columns {
  const count = Math.max(...table.children.map((row) => row.children.length));
  const columns = Array.from({ length: count }, (_, index) =>
    table.children.map((row) => phrasingToText(row.children[index]?.children ?? [])),
  );
  const longest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));
  const weights = columns.map((texts) => 2 + Math.min(widestCell, longest(texts)));
  // A gap is as wide as two characters.
  const room = lineLength - 2 * Math.max(0, count - 3);
  const needs = columns.map(
    (texts) => (Math.min(longestWord, longest(texts.flatMap(unbrokenIn))) + 0.5) / room,
  );
  const shares = shareOut(weights, needs).map((share) => Math.floor(share * 100) / 100);
  // What rounding left over goes to the last column, so that the table is as wide as the line.
  const rest = 1 - shares.slice(0, -1).reduce((sum, share) => sum + share, 0);
  const shared = shares.map((share, index) => ({
    letter: toLetter(table.align?.[index]),
    share: index === count - 1 ? rest : share,
  }));
  return { columns: shared, need: needs.reduce((sum, need) => sum + need, 0) };
}

/** Words, and parts of dates as wide as so many letters. */
function unbrokenIn(text: string): string[] {
  const dates = partsOfDates(text).map((date) => date.replace(wide, '$&$&'));
  return [...text.split(breaks), ...dates];
}

/** Shares by weight, but none smaller than what its column needs for its longest word, as long as there is room for all. */
function shareOut(weights: readonly number[], needs: readonly number[]): number[] {
  const needed = needs.reduce((sum, need) => sum + need, 0);
  // Where no column can have what it needs, each has its part.
  if (needed > 1) return needs.map((need) => need / needed);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / total);
  if (shares.every((share, index) => share >= (needs[index] as number))) return shares;
  // What the narrow ones need more is taken of what the others have to spare.
  const missing = shares.map((share, index) => Math.max(0, (needs[index] as number) - share));
  const spare = shares.map((share, index) => Math.max(0, share - (needs[index] as number)));
  const factor = missing.reduce((sum, one) => sum + one, 0) / spare.reduce((sum, one) => sum + one, 0);
  return shares.map((share, index) => share + (missing[index] as number) - factor * (spare[index] as number));
}

/** Whether the head row says nothing; then the table has none. */
export function hasEmptyHead(table: Table): boolean {
  return table.children.slice(0, 1).every((row) => row.children.every((cell) => isEmpty(cell.children)));
}

function isEmpty(nodes: readonly PhrasingContent[]): boolean {
  return (
    phrasingToText(nodes).trim() === '' &&
    nodes.every((node) => node.type === 'text' || node.type === 'break')
  );
}

function toLetter(align: AlignType | undefined): Column['letter'] {
  if (align === 'center') return 'C';
  return align === 'right' ? 'R' : 'L';
}
