/** Tables without the line of dashes below a head, as kramdown takes them: every line begins with a bar. */
import type { Paragraph, PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Position } from 'unist';
import { slicePhrasing, toOpenText, trimPhrasing } from '../phrasing-text.ts';
import { type Line, splitLines } from './split-lines.ts';

/** The nodes with paragraphs of such lines as tables, whose head is empty. */
export function readBarTables(nodes: readonly RootContent[]): RootContent[] {
  return nodes.map((node) => (node.type === 'paragraph' ? (toTable(node) ?? node) : node));
}

function toTable(paragraph: Paragraph): RootContent | undefined {
  const lines = splitLines(paragraph.children);
  const rows = lines.length > 1 ? lines.map((line) => toRow(line, paragraph.position)) : [];
  const width = rows[0]?.children.length ?? 0;
  if (rows.length === 0 || !rows.every((row) => row?.children.length === width)) return undefined;
  const { position } = paragraph;
  const cells = Array.from({ length: width }, () => ({ type: 'tableCell' as const, children: [], position }));
  const head: TableRow = { type: 'tableRow', children: cells, position };
  return { type: 'table', children: [head, ...(rows as TableRow[])], position };
}

function toRow({ nodes }: Line, position: Position | undefined): TableRow | undefined {
  const text = toOpenText(nodes);
  if (!/^\s*\|/u.test(text)) return undefined;
  const last = text.replace(/\s*\|?\s*$/u, '').length;
  const bars = [...text.slice(0, last).matchAll(/\|/gu)].map(({ index }) => index);
  const children = bars.map((bar, at) => {
    const cell: PhrasingContent[] = trimPhrasing(slicePhrasing(nodes, bar + 1, bars[at + 1] ?? last));
    return { type: 'tableCell' as const, children: cell, position };
  });
  return children.length > 1 ? { type: 'tableRow', children, position } : undefined;
}
