import type { Nodes, PhrasingContent } from 'mdast';
import { isPhrasing } from '../is-phrasing.ts';
import { trimPhrasing } from '../phrasing-text.ts';
import { joinTexts, toFlow, toPhrasing } from './html-flow.ts';
import { addressText } from './show-bare-links.ts';

/** A Markdown node with the children that it has once HTML is resolved; more nodes where a block stands in a line. */
export function fitChildren(node: Nodes, children: readonly Nodes[]): Nodes[] {
  switch (node.type) {
    case 'paragraph':
      return splitParagraph(node.position, children);
    case 'listItem':
    case 'blockquote':
    case 'footnoteDefinition':
    case 'definitionDescription':
    case 'fencedDiv':
      return [{ ...node, children: toFlow(children) } as Nodes];
    case 'list':
    case 'table':
    case 'tableRow':
    case 'definitionList':
      // No tag can close a part of these without closing all of it: tags are in the parts.
      return withSome(node, [...children]);
    case 'definitionTerm':
    case 'heading':
    case 'tableCell':
      return [{ ...node, children: toPhrasing(children) } as Nodes];
    default:
      if (!('children' in node)) return [node];
      // One around an icon has an address to show.
      if (node.type === 'link' && children.length === 0) return withSome(node, addressText(node));
      return withSome(node, children.every(isPhrasing) ? joinTexts(children) : toPhrasing(children));
  }
}

/** A block in a paragraph parts it. */
function splitParagraph(position: Nodes['position'], children: readonly Nodes[]): Nodes[] {
  if (!children.every(isPhrasing)) return toFlow(children);
  const line = trimPhrasing(joinTexts(children as PhrasingContent[]));
  return line.length > 0 ? [{ type: 'paragraph', children: line, position }] : [];
}

function withSome(node: Nodes, children: Nodes[]): Nodes[] {
  return children.length > 0 ? [{ ...node, children } as Nodes] : [];
}
