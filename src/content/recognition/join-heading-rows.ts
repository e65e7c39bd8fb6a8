/** Headings in a row with nothing between them that are one entry: the firm, the role and the date, or the firm, the date and the role. */
import type { Heading, Paragraph, RootContent } from 'mdast';
import { toOpenText, toPhrasingText } from '../phrasing-text.ts';
import { readEntryLine } from './entry-line.ts';
import { findDates } from './find-date.ts';
import { withoutIcons } from './phrase.ts';
import { hasTitleWord, isSectionTitle } from './section-words.ts';

type Kind = 'date' | 'placed' | 'words' | undefined;

/** The nodes with the second and third heading of such rows, and a date below a heading of its level, as lines of the first heading. */
export function joinHeadingRows(nodes: readonly RootContent[]): RootContent[] {
  const lines = new Set<RootContent>();
  for (let start = 0; start < nodes.length; start += 1) {
    if (nodes[start]?.type !== 'heading') continue;
    const end = endOfRow(nodes, start);
    for (const line of linesOfRow(nodes, start, end)) lines.add(line);
    start = end;
  }
  if (lines.size === 0) return [...nodes];
  return nodes.map((node) => (node.type === 'heading' && lines.has(node) ? toLine(node) : node));
}

function endOfRow(nodes: readonly RootContent[], start: number): number {
  let end = start;
  while (nodes[end]?.type === 'heading') end += 1;
  return end;
}

/** Those headings of a row that belong to the one before: where all of it is entries of three headings, else dates. */
function linesOfRow(nodes: readonly RootContent[], start: number, end: number): Heading[] {
  const row = nodes.slice(start, end) as Heading[];
  if (row.length < 2) return [];
  const kinds = row.map(kindOf);
  const triples = findTriples(row, kinds);
  if (triples?.every((at) => isEntry(row.slice(at, at + 3), nodes, start + at)))
    return triples.flatMap((at) => row.slice(at + 1, at + 3));
  return row.filter(
    ({ depth }, index) =>
      kinds[index] === 'date' &&
      kinds[index - 1] === 'words' &&
      kinds[index - 2] !== 'date' &&
      row[index - 1]?.depth === depth,
  );
}

/** Where the threes begin that make the row, with what is deeper below each, if all have their date in the same place. */
function findTriples(row: readonly Heading[], kinds: readonly Kind[]): number[] | undefined {
  const dated = kinds[2] === 'words' ? 1 : 2;
  const starts: number[] = [];
  for (let at = 0; at < row.length; ) {
    const date = kinds[at + dated];
    const isThree = kinds[at] === 'words' && kinds[at + 3 - dated] === 'words';
    if (!isThree || !(date === 'date' || (date === 'placed' && dated === 2))) return undefined;
    starts.push(at);
    const { depth } = row[at + 2] as Heading;
    at += 3;
    while ((row[at]?.depth ?? 0) > depth) at += 1;
  }
  return starts;
}

/** Not a firm with several roles, nor "Talks" above the only one. */
function isEntry(three: readonly Heading[], nodes: readonly RootContent[], at: number): boolean {
  const [first, second, third] = three as [Heading, Heading, Heading];
  if (second.depth < first.depth || third.depth < second.depth) return false;
  if (second.data?.attributes || third.data?.attributes) return false;
  const said = toPhrasingText(withoutIcons(first.children));
  if (second.depth > first.depth && (isSectionTitle(said) || hasTitleWord(said))) return false;
  let after = at + 3;
  while (after < nodes.length && !isHeadingTo(nodes[after], third.depth)) after += 1;
  return after === nodes.length || isHeadingTo(nodes[after], first.depth);
}

function isHeadingTo(node: RootContent | undefined, depth: number): boolean {
  return node?.type === 'heading' && node.depth <= depth;
}

/** A heading of a date, of one with a place behind it, or of a few words. */
function kindOf({ children }: Heading): Kind {
  const nodes = withoutIcons(children);
  const text = toOpenText(nodes);
  const [date] = findDates(text);
  if (!date) return text.length <= 100 ? 'words' : undefined;
  const { fields, place, remarks } = readEntryLine(nodes);
  const besides = fields.length + remarks.length + (place ? 1 : 0);
  const isFirst = !/[\p{L}\p{N}]/u.test(text.slice(0, date.from));
  if (besides === 0) return 'date';
  return besides === 1 && isFirst && text.length <= 60 ? 'placed' : undefined;
}

/** A line that is set off, as those below an entry's heading are. */
function toLine({ children, position }: Heading): Paragraph {
  return { type: 'paragraph', children: [{ type: 'strong', children, position }], position };
}
