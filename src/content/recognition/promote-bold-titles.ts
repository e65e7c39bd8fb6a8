/** Sections without headings: in some CVs a bold line of its own is all that divides them. */
import type { RootContent } from 'mdast';
import { toPhrasingText } from '../phrasing-text.ts';
import { isBoldHeading } from './labelled-item.ts';
import { isSectionTitle } from './section-words.ts';

/** The nodes with bold lines that are usual titles as headings, where no heading divides the document and several such lines do. */
export function promoteBoldTitles(nodes: readonly RootContent[]): RootContent[] {
  if (nodes.filter(({ type }) => type === 'heading').length > 1) return [...nodes];
  const titles = new Set(nodes.filter(isBoldTitle));
  if (titles.size < 2) return [...nodes];
  return nodes.map((node) =>
    titles.has(node) && node.type === 'paragraph'
      ? { type: 'heading', depth: 2, children: node.children, data: node.data, position: node.position }
      : node,
  );
}

function isBoldTitle(node: RootContent): boolean {
  return node.type === 'paragraph' && isBoldHeading(node) && isSectionTitle(toPhrasingText(node.children));
}
