import type { Nodes, PhrasingContent } from 'mdast';
import { isPhrasing, joinTexts, toFlow, toPhrasing } from './html-flow.ts';
import { around, trimPhrasing } from './phrasing-text.ts';

/** A Markdown node with the children that it has once HTML is resolved; more nodes where a block stands in a line. */
export function fitChildren(node: Nodes, children: readonly Nodes[]): Nodes[] {
  switch (node.type) {
    case 'paragraph':
      return splitParagraph(node.position, children);
    case 'list':
      return withSome(node, children.map(toItem));
    case 'listItem':
    case 'blockquote':
    case 'footnoteDefinition':
    case 'definitionDescription':
    case 'fencedDiv':
      return [{ ...node, children: toFlow(children) } as Nodes];
    case 'table':
      return withSome(node, children.map(toRow));
    case 'tableRow':
      return withSome(node, children.map(toCell));
    case 'definitionList':
      return withSome(node, children.map(toDefinition));
    case 'definitionTerm':
    case 'heading':
    case 'tableCell':
      return [{ ...node, children: toPhrasing(children) } as Nodes];
    default:
      if (!('children' in node)) return [node];
      return withSome(node, children.every(isPhrasing) ? joinTexts(children) : toPhrasing(children));
  }
}

/** A block in a paragraph parts it. */
function splitParagraph(position: Nodes['position'], children: readonly Nodes[]): Nodes[] {
  if (!children.every(isPhrasing)) return toFlow(children);
  const line = trimPhrasing(joinTexts(children as PhrasingContent[]));
  return line.length > 0 ? [{ type: 'paragraph', children: line, position: position ?? around(line) }] : [];
}

function withSome(node: Nodes, children: Nodes[]): Nodes[] {
  return children.length > 0 ? [{ ...node, children } as Nodes] : [];
}

function toItem(node: Nodes): Nodes {
  if (node.type === 'listItem') return node;
  return { type: 'listItem', children: toFlow([node]), position: node.position };
}

function toRow(node: Nodes): Nodes {
  return node.type === 'tableRow'
    ? node
    : { type: 'tableRow', children: [toCell(node) as never], position: node.position };
}

function toCell(node: Nodes): Nodes {
  if (node.type === 'tableCell') return node;
  return { type: 'tableCell', children: toPhrasing([node]), position: node.position };
}

function toDefinition(node: Nodes): Nodes {
  if (node.type === 'definitionTerm' || node.type === 'definitionDescription') return node;
  return { type: 'definitionDescription', children: toFlow([node]), position: node.position };
}
