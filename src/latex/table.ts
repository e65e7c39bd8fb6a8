import type { AlignType, Nodes, PhrasingContent, Table } from 'mdast';
import { isFlowNode } from './is-flow-node.ts';
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
/** Where words ask for less of a line, a table is set in its usual size. */
export const spacious = 0.95;
/** A cell as short as this is not broken where there is room: `5/ 30`. */
const shortCell = 8;
/** Ideographs, hangul and full-width signs, each as wide as two letters. */
const wide = /[\u2e80-\uffef]/gu;
const digit = /[0-9]/g;
const capital = /[\p{Lu}MWmw%@]/gu;
/**
 * What stays together: a word or numbers around a slash, with a hyphen or slash at its end, or one ideograph, kana or syllable of hangul; each with brackets around it
 * and the stops, small kana and lengthening marks that begin no line.
 */
const unbroken =
  /[（「『【〔［｛〈《([{]*(?:[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]|(?:[^ \t\n\-–—/\u200b\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]|(?<=\d)\/(?=\d)|(?<=[A-Za-z])（(?=[A-Za-z]))+[-–—/]?)[）」』】〕］｝〉》、。，．！？：；・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]*/gu;

/** A range of dates from its first end to the second one's beginning: `9月〜2022年`. */
const joined = /[0-9]+[年月日]?[〜～][0-9]+[年月日]?/gu;

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
    table.children.map((row) => linesOf(row.children[index]?.children ?? [])),
  );
  const weights = columns.map((cells) => 2 + Math.min(widestCell, longest(cells.flat())));
  // A gap is as wide as two characters.
  const room = lineLength - 2 * Math.max(0, count - 3);
  const needsFor = (piecesOf: (line: string) => string[]): number[] =>
    columns.map(
      (cells) =>
        (Math.min(longestWord, longest(cells.flatMap((lines) => lines.flatMap(piecesOf)))) + 0.5) / room,
    );
  const words = needsFor(unbrokenIn);
  const whole = needsFor((line) => (widthOf(line) <= shortCell ? [line] : unbrokenIn(line)));
  const needs = sumOf(whole) <= spacious ? whole : words;
  const shares = shareOut(weights, needs).map((share) => Math.floor(share * 100) / 100);
  // What rounding left over goes to the last column, so that the table is as wide as the line.
  const rest = 1 - shares.slice(0, -1).reduce((sum, share) => sum + share, 0);
  const shared = shares.map((share, index) => ({
    letter: toLetter(table.align?.[index]),
    share: index === count - 1 ? rest : share,
  }));
  return { columns: shared, need: sumOf(needs) };
}

/** The lines of a cell: its text, and each item of a list in it, with the room of its sign. */
function linesOf(nodes: readonly Nodes[]): string[] {
  const isInner = (node: Nodes): boolean => isFlowNode(node) || node.type === 'listItem';
  const inline = nodes.filter((node) => !isInner(node)) as PhrasingContent[];
  const inner = nodes.filter(isInner).flatMap((node) => {
    const lines = 'children' in node ? linesOf(node.children) : [];
    return node.type === 'listItem' ? lines.map((line) => `   ${line}`) : lines;
  });
  return [phrasingToText(inline), ...inner];
}

/** Words, and parts of dates. */
function unbrokenIn(line: string): string[] {
  const [indent = ''] = /^ +/.exec(line) ?? [];
  return [...(line.match(unbroken) ?? []), ...partsOfDates(line), ...(line.match(joined) ?? [])].map(
    (piece) => indent + piece,
  );
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(widthOf));
}

/** In letters of usual width. */
function widthOf(text: string): number {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return text.length + count(wide) + 0.35 * count(capital) + 0.15 * count(digit);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
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
