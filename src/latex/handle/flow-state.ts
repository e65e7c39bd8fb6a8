import type { PhrasingContent } from 'mdast';
import type { LatexContext } from '../context.ts';
import type { FlowNode } from '../flow-node.ts';
import type { Tex } from '../tex.ts';

/** What a handler of a block gets: the context, and the ways to blocks and to inline nodes in it. */
export interface FlowState {
  context: LatexContext;
  /** Blocks, a blank line between them; another context for blocks within a TeX list. */
  blocks: (nodes: readonly FlowNode[], context?: LatexContext) => Tex;
  phrasing: (nodes: readonly PhrasingContent[]) => Tex;
}
