import type { Nodes, Root, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isPhrasing } from '../content/is-phrasing.ts';
import { toCommonMark } from './to-common-mark.ts';

/** Nodes as Markdown with as few backslashes as it can do with, block by block, so that a plain text comes out as it was. */
export function toLooseMarkdown(nodes: readonly Nodes[]): string {
  const plain = toCommonMark(nodes).map((node) => bareLinks(node) as RootContent);
  if (!plain.every((node) => !isPhrasing(node))) return loosen({ type: 'root', children: plain });
  return plain.map((node) => loosen({ type: 'root', children: [node] })).join('\n\n');
}

/** An address that says itself is a text again: readers of Markdown link it, others see no brackets. */
function bareLinks(node: Nodes): Nodes {
  if (node.type === 'link') {
    const text = textOf(node);
    if (node.url.replace(/^(?:https?:\/\/|mailto:)/u, '') === text.replace(/^https?:\/\//u, ''))
      return { type: 'text', value: text };
  }
  return 'children' in node ? ({ ...node, children: node.children.map(bareLinks) } as Nodes) : node;
}

function loosen(root: Root): string {
  const careful = toMarkdown(root, options).trim();
  const loose = careful
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  return loose !== careful && shape(loose) === shape(careful) ? loose : careful;
}

const options = {
  bullet: '-',
  emphasis: '*',
  listItemIndent: 'one',
  resourceLink: false,
  fences: true,
} as const;

/** What a text means, to compare. */
function shape(markdown: string): string {
  return JSON.stringify(unified().use(remarkParse).parse(markdown), (key, value: RootContent) =>
    key === 'position' ? undefined : value,
  );
}
