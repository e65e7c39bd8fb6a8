/** Tables in which a column of dates makes the rows entries. */
import type { PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast';
import type { Block } from '../../model/cv.ts';
import { around, toOpenText } from '../phrasing-text.ts';
import { buildEntry } from './build-entry.ts';
import { isColumnHead } from './column-words.ts';
import { joinDateColumns } from './date-columns.ts';
import { type EntryLine, readEntryLine } from './entry-line.ts';
import { findDates } from './find-date.ts';
import { isShort } from './meta-lines.ts';
import { hasText, withoutIcons } from './phrase.ts';
import { toProse } from './prose.ts';
import { splitLines } from './split-lines.ts';

/**
 * The rows as entries; `undefined` where no column has a date in front of every cell. A head of anything but plain column names
 * ("Year", "Role") says more than entries can, so that the table stays one.
 */
export function toTableEntries(table: Table): Block[] | undefined {
  const [head, ...below] = table.children;
  if (!isColumnHead(head as TableRow)) return undefined;
  const rows = joinDateColumns(below.filter((row) => row.children.some(hasContent)));
  const column = rows[0]?.children.findIndex((cell, index) => {
    return isDated(cell) && rows.every((row) => isDated(row.children[index]) || goesOn(row, index));
  });
  if (column === undefined || column < 0) return undefined;
  const running = runningColumns(rows.filter((row) => isDated(row.children[column])));
  const blocks: Block[] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    const isMore = last && 'body' in last && !isDated(row.children[column]);
    if (isMore)
      last.body.push(...row.children.filter(hasContent).map(({ children }) => toProse(paragraph(children))));
    else blocks.push(toEntry(row, column, running));
  }
  return blocks;
}

/** True for a row that says more of the one above: with nothing but one cell behind the column of dates. */
function goesOn({ children }: TableRow, column: number): boolean {
  return children.findIndex(hasContent) > column && children.filter(hasContent).length === 1;
}

function hasContent(cell: TableCell): boolean {
  return hasText(cell.children);
}

function isDated(cell: TableCell | undefined): boolean {
  const [date] = cell ? findDates(toOpenText(withoutIcons(cell.children))) : [];
  return date !== undefined && date.from <= 1;
}

/** Columns with a sentence in any row: descriptions. */
function runningColumns(rows: readonly TableRow[]): Set<number> {
  const running = rows.flatMap((row) =>
    row.children.flatMap((cell, index) => (hasContent(cell) && !isShort(cell.children, 100) ? index : [])),
  );
  return new Set(running);
}

function toEntry(row: TableRow, column: number, running: ReadonlySet<number>): Block {
  const lines: EntryLine[] = [];
  const body: RootContent[] = [];
  for (const [index, { children }] of row.children.entries()) {
    if (!hasText(children)) continue;
    const [first, ...others] = splitLines(children);
    if ((running.has(index) && index !== column) || !first) body.push(paragraph(children));
    else {
      lines.push(readEntryLine(first.nodes));
      body.push(...others.map(({ nodes }) => paragraph(nodes)));
    }
  }
  const [line, ...others] = lines;
  const isDateOnly = line?.fields.length === 0 && !line.place && others.length === 0;
  // A date with a sentence is a labelled item, as in a list.
  if (line?.date && isDateOnly && body.length > 0)
    return { type: 'item', label: line.date.text, body: body.map(toProse), position: row.position };
  return buildEntry(lines, { body: body.map(toProse), position: row.position });
}

function paragraph(children: PhrasingContent[]): RootContent {
  return { type: 'paragraph', children, position: around(children) };
}
