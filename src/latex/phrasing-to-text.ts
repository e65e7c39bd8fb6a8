import type { PhrasingContent } from 'mdast';

/** The plain text of inline nodes on one line: for metadata, bookmarks, comparisons. Line ends of every kind are spaces. */
export function phrasingToText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map(toText)
    .join('')
    .replace(/\s*\n\s*/g, ' ');
}

function toText(node: PhrasingContent): string {
  switch (node.type) {
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'footnoteReference':
    case 'html':
    case 'rawLatex':
    case 'turn':
      return '';
    default:
      return 'value' in node ? node.value : phrasingToText(node.children);
  }
}
