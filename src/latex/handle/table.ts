import type { Table, TableCell, TableRow } from 'mdast';
import { environment } from '../environment.ts';
import { isFlowNode } from '../is-flow-node.ts';
import { lineMark } from '../line-mark.ts';
import { hasEmptyHead, spacious, toColumns } from '../table.ts';
import { joinTex, rawTex, type Tex } from '../tex.ts';
import type { FlowState } from './flow-state.ts';

/** A table as wide as the line, which may break across pages. */
export function handleTable(node: Table, state: FlowState): Tex {
  const { columns, need } = toColumns(node);
  if (columns.length === 0) return rawTex('');
  const [head, ...body] = node.children;
  const rows = body.map((row, index) => {
    const tex = toRow(row, columns.length, state, (cell) => cell);
    // Neither the first row nor the last is alone on a page.
    const isKept = index < body.length - 1 && (index === 0 || index === body.length - 2);
    return isKept ? joinTex([tex, rawTex('\\mdcvkeeprow')]) : tex;
  });
  if (head && !hasEmptyHead(node)) {
    const headRow = toRow(head, columns.length, state, (cell) => rawTex(`\\mdcvhead{${cell}}`));
    rows.unshift(headRow, rawTex('\\mdcvheadrule'));
  }
  const specification = columns.map(({ letter, share }) => `${letter}{${share.toFixed(2)}}`).join('');
  return environment('mdcvtable', joinTex(rows, '\n'), `${sizeFor(need)}{${specification}}`);
}

/** A table whose words have no room beside each other is set smaller. */
function sizeFor(need: number): string {
  if (need <= spacious) return '';
  if (need <= 1.05) return '[\\small]';
  return need <= 1.4 ? '[\\footnotesize]' : '[\\scriptsize]';
}

function toRow(row: TableRow, count: number, state: FlowState, decorate: (cell: Tex) => Tex): Tex {
  const cells = Array.from({ length: count }, (_, index) => {
    const cell = row.children[index];
    return decorate(cell ? toCell(cell, state) : rawTex(''));
  });
  return joinTex([lineMark(row, 0, state.context), joinTex(cells, ' & '), rawTex(' \\tabularnewline')]);
}

/** Cells hold inline nodes, and blocks where they were written in HTML. */
function toCell(cell: TableCell, { blocks, phrasing }: FlowState): Tex {
  const pieces: Tex[] = [];
  let inline: TableCell['children'] = [];
  const flush = (): void => {
    if (inline.length > 0) pieces.push(phrasing(inline));
    inline = [];
  };
  for (const child of cell.children) {
    if (isFlowNode(child)) {
      flush();
      pieces.push(blocks([child]));
    } else inline.push(child);
  }
  flush();
  return joinTex(pieces, '\n\n');
}
