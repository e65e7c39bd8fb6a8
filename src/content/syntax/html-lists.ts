import type { Element } from 'hast';
import type { ListItem, Nodes, TableCell, TableRow } from 'mdast';
import { around } from '../phrasing-text.ts';
import type { ElementContext } from './html-elements.ts';
import { toFlow } from './html-flow.ts';

/** `ul`, `ol`, `menu`. What stands in a list but in no item belongs to the item before it, as browsers show it. */
export function toList(element: Element, { position, children }: ElementContext): Nodes[] {
  const items: ListItem[] = [];
  for (const child of children()) {
    if (child.type === 'listItem') {
      items.push(child);
      continue;
    }
    const flow = toFlow([child]);
    const last = items.at(-1);
    if (last) last.children.push(...flow);
    else if (flow.length > 0) items.push({ type: 'listItem', children: flow, position: around(flow) });
  }
  const full = items.filter((item) => item.children.length > 0);
  if (full.length === 0) return [];
  const ordered = element.tagName === 'ol';
  const start = ordered ? Number(element.properties.start ?? 1) : null;
  return [{ type: 'list', ordered, start, spread: false, children: full, position }];
}

/** `table`. Its first row is the head only where it says so; mdast wants one, so an empty one is put in. */
export function toTable(element: Element, { position, children }: ElementContext): Nodes[] {
  const rows: TableRow[] = [];
  const rest: Nodes[] = [];
  for (const child of children()) {
    if (child.type === 'tableRow') rows.push(child);
    else rest.push(child);
  }
  const before = toFlow(rest);
  if (rows.length === 0) return before;
  const width = Math.max(...rows.map((row) => row.children.length));
  const body = rows.map((row) => ({ ...row, children: pad(row.children, width, row.position) }));
  const head: TableRow[] = hasHead(element)
    ? []
    : [{ type: 'tableRow', children: pad([], width, position), position }];
  return [...before, { type: 'table', align: [], children: [...head, ...body], position }];
}

/** `tr`. An HTML parser lets nothing but cells and white space into it. */
export function toRow(_element: Element, { position, children }: ElementContext): Nodes[] {
  const cells = children().filter((child) => child.type === 'tableCell');
  return cells.length > 0 ? [{ type: 'tableRow', children: cells, position }] : [];
}

function pad(cells: readonly TableCell[], width: number, position: TableCell['position']): TableCell[] {
  const missing = Array.from({ length: width - cells.length }, (): TableCell => {
    return { type: 'tableCell', children: [], position };
  });
  return [...cells, ...missing];
}

/** Whether the first row is in a `thead` or has nothing but `th`. */
function hasHead(table: Element): boolean {
  const isElement = (node: Element['children'][number]): node is Element => node.type === 'element';
  const parts = table.children.filter(isElement);
  if (parts.some((part) => part.tagName === 'thead')) return true;
  const row = parts.find((part) => part.tagName === 'tbody')?.children.find(isElement);
  const cells = row?.children.filter(isElement) ?? [];
  return cells.length > 0 && cells.every((cell) => cell.tagName === 'th');
}
