/** Inline Markdown for tests of single lines, and phrasing shown as a line again: `*` for emphasis, `**` strong, `<>` links. */
import type { Paragraph, PhrasingContent, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Phrase } from '../../../src/model/cv.ts';

export function parseInline(source: string): PhrasingContent[] {
  const root: Root = unified().use(remarkParse).use(remarkGfm).parse(source);
  return (root.children[0] as Paragraph | undefined)?.children ?? [];
}

export function show(phrase: Phrase | readonly PhrasingContent[] | undefined): string | undefined {
  if (!phrase) return undefined;
  return ('children' in phrase ? phrase.children : phrase).map(showNode).join('');
}

function showNode(node: PhrasingContent): string {
  if (node.type === 'text') return node.value.replaceAll('\n', '↵');
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if (node.type === 'break') return '⏎';
  if (node.type === 'image') return `!<${node.url}>`;
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`;
  const inner = 'children' in node ? show(node.children as PhrasingContent[]) : '';
  if (node.type === 'strong') return `**${inner}**`;
  if (node.type === 'emphasis') return `*${inner}*`;
  return node.type === 'link' ? `<${inner}>` : `{${node.type} ${inner}}`;
}
