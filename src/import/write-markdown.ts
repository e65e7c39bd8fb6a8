/** mdast to Markdown that mdcv reads as it is meant: what mdcv knows beyond CommonMark is escaped, too. */
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';

/** A word of a heading that no text stands for: what parts fields, and a field that holds such signs itself. */
export interface FieldSeparator {
  type: 'fieldSeparator';
}
export interface WholeField {
  type: 'wholeField';
  children: PhrasingContent[];
}
/** Lines that are written as they are. */
export interface Directive {
  type: 'directive';
  value: string;
}

export type WrittenNode = RootContent | Directive;

const raw: Handle = (node: Directive) => node.value;
const separator: Handle = () => ' | ';
const wholeField: Handle = (node: WholeField, _, state, info) => {
  const inner = state.containerPhrasing(node as never, info);
  // A bracket of the text would end the span; those of links are pairs.
  const isText = node.children.every(({ type }) => type === 'text');
  const closed = isText
    ? inner.replace(/(\\*)\]/g, (all, slashes: string) => (slashes.length % 2 ? all : `${slashes}\\]`))
    : inner;
  return `[${closed}]{.field}`;
};

const options: Options = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  listItemIndent: 'one',
  handlers: { directive: raw, fieldSeparator: separator, wholeField } as never,
  unsafe: [
    // Attributes, Liquid.
    { character: '{', inConstruct: 'phrasing' },
    // Tables.
    { character: '|', inConstruct: 'phrasing' },
    // Pandoc's superscript.
    { character: '^', inConstruct: 'phrasing' },
    // GFM's strikethrough, pandoc's subscript; at the beginning of a line a definition.
    { character: '~', inConstruct: 'phrasing' },
    // Definitions, fenced divs.
    { character: ':', atBreak: true },
    // Comments and HTML, whatever stands behind.
    { character: '<', inConstruct: 'phrasing' },
  ],
};

/** Prints nodes as a document. */
export function writeMarkdown(nodes: readonly WrittenNode[]): string {
  return toMarkdown({ type: 'root', children: [...nodes] } as Nodes, options);
}
