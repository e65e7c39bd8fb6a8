import type { Nodes, Root, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { toCommonMark } from './to-common-mark.ts';

/** Nodes as Markdown with as few backslashes as it can do with, so that a plain text comes out as it was. */
export function toLooseMarkdown(nodes: readonly Nodes[]): string {
  const root = { type: 'root', children: toCommonMark(nodes) } as Root;
  const careful = toMarkdown(root, {
    bullet: '-',
    emphasis: '*',
    listItemIndent: 'one',
    resourceLink: false,
    fences: true,
  }).trim();
  const loose = careful
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  return loose !== careful && shape(loose) === shape(careful) ? loose : careful;
}

/** What a text means, to compare. */
function shape(markdown: string): string {
  return JSON.stringify(unified().use(remarkParse).parse(markdown), (key, value: RootContent) =>
    key === 'position' ? undefined : value,
  );
}
