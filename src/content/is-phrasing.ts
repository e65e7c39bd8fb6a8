import type { Nodes, PhrasingContent } from 'mdast';

/** What stands within a line only; raw LaTeX may also be a block. */
const phrasingTypes: ReadonlySet<string> = new Set([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'image',
  'inlineCode',
  'inlineMath',
  'link',
  'small',
  'span',
  'strong',
  'subscript',
  'superscript',
  'text',
  'underline',
]);

export function isPhrasing(node: Nodes): node is PhrasingContent {
  return phrasingTypes.has(node.type);
}
