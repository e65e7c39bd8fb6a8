/** What has to be known of dates before any of them is read: school years, and dates whose halves are set off one by one. */
import type { InlineCode, Nodes, PhrasingContent, RootContent, Text } from 'mdast';
import { around, toPhrasingText } from '../phrasing-text.ts';
import { parseDateRange } from './date-range.ts';
import { readShortYears, type SettleShortYears } from './short-years.ts';

/** The nodes with `2006-07` as years where the document has it so, and with `` `2016` – `2019` `` as one code span. */
export function settleDates(nodes: readonly RootContent[]): RootContent[] {
  const settle = readShortYears(nodes.flatMap(textsIn));
  return nodes.map((node) => settleNode(node, settle));
}

function textsIn(node: Nodes): string[] {
  if (node.type === 'text' || node.type === 'inlineCode') return [node.value];
  return 'children' in node ? node.children.flatMap(textsIn) : [];
}

function settleNode<Node extends Nodes>(node: Node, settle: SettleShortYears): Node {
  if (node.type === 'text') return { ...node, value: settle(node.value) };
  if (node.type === 'inlineCode') return isDate(node.value) ? { ...node, value: settle(node.value) } : node;
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[]).map((child) => settleNode(child, settle));
  return { ...node, children: joinCodes(children as PhrasingContent[]) };
}

function isDate(text: string): boolean {
  return parseDateRange(text) !== undefined;
}

/** `` `2016` – `2019` `` and `` `2019` – present `` are one date, set off as its beginning is. */
function joinCodes(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const [first, dash, last] = nodes.slice(index, index + 3);
    const node = nodes[index] as PhrasingContent;
    const range =
      first?.type === 'inlineCode' && dash?.type === 'text' ? toRange(first, dash, last) : undefined;
    joined.push(...(range?.nodes ?? [node]));
    index += (range?.taken ?? 1) - 1;
  }
  return joined;
}

const mereDash = /^\s*(?:-{1,3}|[–—~〜～→])\s*$/u;
/** A dash and few words, up to what ends a date. */
const openEnd = /^\s*(?:-{1,3}|[–—])\s*[\p{L}\p{N}][\p{L}\p{N} .]{1,20}(?=\s*(?:$|[,;|｜·\n(（]))/u;

function toRange(
  first: InlineCode,
  dash: Text,
  last: PhrasingContent | undefined,
): { nodes: PhrasingContent[]; taken: number } | undefined {
  if (!isDate(first.value)) return undefined;
  if (mereDash.test(dash.value)) {
    const isWhole = last?.type === 'inlineCode' && isRange(first.value + dash.value + last.value);
    return isWhole ? { nodes: [toCode([first, dash, last])], taken: 3 } : undefined;
  }
  const [end = ''] = openEnd.exec(dash.value) ?? [];
  if (end === '' || !isRange(first.value + end)) return undefined;
  const rest = dash.value.slice(end.length);
  const code = toCode([first, { ...dash, value: end }]);
  return { nodes: rest === '' ? [code] : [code, { ...dash, value: rest }], taken: 2 };
}

function isRange(text: string): boolean {
  return parseDateRange(text)?.end !== undefined;
}

function toCode(nodes: PhrasingContent[]): InlineCode {
  return { type: 'inlineCode', value: toPhrasingText(nodes).trim(), position: around(nodes) };
}
