import type { AlignType, PhrasingContent, Table } from 'mdast';
import { phrasingToText } from './phrasing-to-text.ts';

/** A column's type letter and its share of the line's width. */
export interface Column {
  letter: 'C' | 'L' | 'R';
  /** From 0 to 1; the shares of a table add up to 1. */
  share: number;
}

/** No column asks for more than this many characters: longer cells wrap. */
const widestCell = 40;

/** Shares the line's width among the columns by what their cells hold. Rows may be of different lengths. */
export function toColumns(table: Table): Column[] {
  const count = Math.max(...table.children.map((row) => row.children.length));
  const weights = Array.from({ length: count }, (_, index) => {
    const texts = table.children.map((row) => phrasingToText(row.children[index]?.children ?? []));
    return 2 + Math.min(widestCell, Math.max(...texts.map((text) => text.length)));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => Math.floor((weight / total) * 100) / 100);
  // What rounding left over goes to the last column, so that the table is as wide as the line.
  const rest = 1 - shares.slice(0, -1).reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => ({
    letter: toLetter(table.align?.[index]),
    share: index === count - 1 ? rest : share,
  }));
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
