/** Sections without headings: in some CVs a bold line of its own is all that divides them. */
import type { Paragraph, RootContent } from 'mdast';
import { toPhrasingText } from '../phrasing-text.ts';
import { isBoldHeading } from './labelled-item.ts';
import { isSectionTitle } from './section-words.ts';

/** The nodes with bold lines that are usual titles as headings, where no heading divides the document and several such lines do. */
export function promoteBoldTitles(nodes: readonly RootContent[]): RootContent[] {
  if (nodes.filter(({ type }) => type === 'heading').length > 1) return [...nodes];
  const titles = new Set(nodes.filter(isBoldTitle));
  if (titles.size < 2) return promotePlainTitles(nodes);
  // Where half of the bold lines are usual titles and a list is below each, the others are titles, too.
  const lines = nodes.filter((node, index) => isBoldLine(node) && nodes[index + 1]?.type === 'list');
  if (lines.length <= titles.size * 2 && lines.length === nodes.filter(isBoldLine).length)
    for (const line of lines) titles.add(line);
  // Where the titles are in capitals, all bold lines in capitals are titles; above the first one it may be a name.
  if ([...titles].every(isInCapitals))
    for (const node of nodes.slice(nodes.findIndex((one) => titles.has(one))))
      if (isBoldLine(node) && isInCapitals(node)) titles.add(node);
  return nodes.map((node) =>
    titles.has(node) && node.type === 'paragraph'
      ? { type: 'heading', depth: 2, children: node.children, data: node.data, position: node.position }
      : node,
  );
}

/** Lines of nothing but a usual title, where no sign of Markdown divides the document. */
function promotePlainTitles(nodes: readonly RootContent[]): RootContent[] {
  const isTitle = (node: RootContent): node is Paragraph =>
    node.type === 'paragraph' && isSectionTitle(toPhrasingText(node.children));
  if (nodes.some(({ type }) => type === 'heading') || nodes.filter(isTitle).length < 2) return [...nodes];
  return nodes.map((node) =>
    isTitle(node) ? { type: 'heading', depth: 2, children: node.children, position: node.position } : node,
  );
}

function isBoldTitle(node: RootContent): boolean {
  return isBoldLine(node) && isSectionTitle(toPhrasingText(node.children));
}

function isBoldLine(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && isBoldHeading(node);
}

/** True for capitals in at least one long word, and for nothing else among letters but words such as "EXPERIENCE". */
function isInCapitals(node: RootContent): boolean {
  const text = toPhrasingText((node as Paragraph).children);
  const capitals = text.match(/(?<!\p{L})\p{Lu}{4,}(?!\p{L})/gu) ?? [];
  return capitals.length > 0 && (!/\p{Ll}/u.test(text) || capitals.some(isSectionTitle));
}
