import type { Node } from 'unist';
import type { FlowNode } from './flow-node.ts';

/** Kinds that only stand on lines of their own; `html` and `rawLatex` may be either and count as inline. */
const flowTypes: ReadonlySet<string> = new Set<FlowNode['type']>([
  'blockquote',
  'code',
  'definition',
  'definitionList',
  'fencedDiv',
  'footnoteDefinition',
  'heading',
  'list',
  'paragraph',
  'publicationPlace',
  'table',
  'thematicBreak',
]);

export function isFlowNode(node: Node): node is FlowNode {
  return flowTypes.has(node.type);
}
