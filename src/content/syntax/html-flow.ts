/** Bringing what HTML mixes into the shapes that mdast allows: blocks among blocks, inline nodes within lines. */
import type { BlockContent, Nodes, PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import { isPhrasing } from '../is-phrasing.ts';
import type { DefinitionList } from '../nodes.ts';
import { around, trimPhrasing } from '../phrasing-text.ts';

/** Blocks: inline nodes in a row become a paragraph, items and terms on their own a list. */
export function toFlow(nodes: readonly Nodes[]): BlockContent[] {
  const flow: Nodes[] = [];
  let line: PhrasingContent[] = [];
  const endLine = (): void => {
    const children = trimPhrasing(joinTexts(line));
    if (children.length > 0) flow.push({ type: 'paragraph', children, position: around(children) });
    line = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) line.push(node);
    else {
      endLine();
      pushFlow(flow, node);
    }
  }
  endLine();
  return flow as BlockContent[];
}

function pushFlow(flow: Nodes[], node: Nodes): void {
  const last = flow.at(-1);
  if (node.type === 'listItem') {
    if (last?.type === 'list' && last.data === looseData) append(last, node);
    else flow.push({ type: 'list', children: [node], data: looseData, position: node.position });
  } else if (node.type === 'definitionTerm' || node.type === 'definitionDescription') {
    if (last?.type === 'definitionList') append(last, node);
    else flow.push({ type: 'definitionList', children: [node], position: node.position } as DefinitionList);
  } else flow.push(node);
}

/** A list goes to the end of what it holds, or it would lie within its first item. */
function append(list: Nodes & { children: Nodes[] }, node: Nodes): void {
  list.children.push(node);
  // All that HTML makes has a place.
  list.position = { ...(list.position as Position), end: (node.position as Position).end };
}

/** Marks a list that was made for items without one. */
const looseData = {};

/** Inline nodes: blocks become lines, items lines with a bullet. */
export function toPhrasing(nodes: readonly Nodes[]): PhrasingContent[] {
  const line: PhrasingContent[] = [];
  let isBroken = false;
  for (const node of nodes) {
    const isBlock = !isPhrasing(node);
    const inner = isBlock ? trimPhrasing(toLine(node)) : [node];
    if (isBlock && inner.length === 0) continue;
    const isBlank = !isBlock && trimPhrasing(inner).length === 0;
    if ((isBlock || (isBroken && !isBlank)) && trimPhrasing(line).length > 0) {
      line.push({ type: 'break', position: node.position });
    }
    line.push(...inner);
    isBroken = isBlock || (isBroken && isBlank);
  }
  return trimPhrasing(joinTexts(line));
}

function toLine(node: Nodes): PhrasingContent[] {
  const { position } = node;
  if (node.type === 'code') return [{ type: 'inlineCode', value: node.value, position }];
  if (!('children' in node)) return [];
  if (node.type === 'listItem')
    return [{ type: 'text', value: '• ', position }, ...toPhrasing(node.children)];
  if (node.type !== 'tableRow') return toPhrasing(node.children);
  return node.children.flatMap((cell, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'text', value: ' ', position } as const] : []),
    ...cell.children,
  ]);
}

/** Puts an inline node around every line of what it encloses, also where that is blocks. */
export function wrapLines(
  nodes: readonly Nodes[],
  make: (line: PhrasingContent[]) => PhrasingContent,
): Nodes[] {
  const result: Nodes[] = [];
  let line: PhrasingContent[] = [];
  const endLine = (): void => {
    if (trimPhrasing(line).length > 0) result.push(make(joinTexts(line)));
    else result.push(...line);
    line = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) line.push(node);
    else {
      endLine();
      if ('children' in node) result.push({ ...node, children: wrapLines(node.children, make) } as Nodes);
      else result.push(node);
    }
  }
  endLine();
  return result;
}

/** Joins the white space between tags with the text beside it, so that no two blanks meet. */
export function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type !== 'text' || last?.type !== 'text' || !(isBlank(node.value) || isBlank(last.value))) {
      joined.push(node);
      continue;
    }
    const value = `${last.value}${node.value}`.replace(/^\s+(?=\s)|\s+(?=\s$)/g, '');
    const { position } = isBlank(last.value) ? node : last;
    joined[joined.length - 1] = { type: 'text', value, position };
  }
  return joined;
}

function isBlank(value: string): boolean {
  return value.trim() === '';
}
