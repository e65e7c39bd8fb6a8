/** Dates that a table has in two columns: the year and the month, or the beginning and the end. */
import type { PhrasingContent, TableCell, TableRow } from 'mdast';
import { toPhrasingText } from '../phrasing-text.ts';
import { readDateNodes } from './find-date.ts';
import { hasText } from './phrase.ts';

/** The rows with such columns joined, `2019` and `4` as `2019/4`; as they are where there are none. */
export function joinDateColumns(rows: readonly TableRow[]): TableRow[] {
  const byMonth = joinColumns(rows, isYear, isMonth, '/');
  return joinColumns(byMonth, isDate, isEnd, ' – ');
}

/** Joins the first two neighbours that belong together in all the rows that have any of them. */
function joinColumns(
  rows: readonly TableRow[],
  isFirst: (cell: TableCell) => boolean,
  isSecond: (cell: TableCell, first: TableCell) => boolean,
  sign: string,
): TableRow[] {
  const width = Math.max(0, ...rows.map(({ children }) => children.length));
  for (let at = 0; at + 1 < width; at++) {
    const filled = rows.filter(({ children }) => isFilled(children[at]) || isFilled(children[at + 1]));
    const fits = filled.every(({ children: { [at]: one, [at + 1]: other } }) => {
      return one !== undefined && isFirst(one) && (!isFilled(other) || isSecond(other, one));
    });
    const isPair = filled.some(({ children }) => isFilled(children[at + 1]));
    if (filled.length > 0 && fits && isPair) return rows.map((row) => joinCells(row, at, sign));
  }
  return [...rows];
}

function joinCells(row: TableRow, at: number, sign: string): TableRow {
  const { [at]: one, [at + 1]: other } = row.children;
  if (!one || !other) return row;
  const parts = hasText(other.children) ? joinedText(one, other, sign) : one.children;
  return {
    ...row,
    children: [...row.children.slice(0, at), { ...one, children: parts }, ...row.children.slice(at + 2)],
  };
}

function joinedText(one: TableCell, other: TableCell, sign: string): PhrasingContent[] {
  return [...one.children, { type: 'text', value: sign, position: one.position }, ...other.children];
}

function isFilled(cell: TableCell | undefined): cell is TableCell {
  return cell !== undefined && hasText(cell.children);
}

function isYear(cell: TableCell): boolean {
  return /^(?:19|20)\d\d\s*[年년]?$/u.test(textOf(cell));
}

function isMonth(cell: TableCell): boolean {
  return /^(?:0?[1-9]|1[0-2])\s*[月월]?$/u.test(textOf(cell));
}

function isDate(cell: TableCell): boolean {
  return readDateNodes(cell.children) !== undefined;
}

/** "2021", "present". */
function isEnd(cell: TableCell, first: TableCell): boolean {
  return readDateNodes(joinedText(first, cell, ' – '))?.end !== undefined;
}

function textOf({ children }: TableCell): string {
  return toPhrasingText(children).trim();
}
