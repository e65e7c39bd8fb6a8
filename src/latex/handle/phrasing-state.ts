import type { PhrasingContent } from 'mdast';
import type { LatexContext } from '../context.ts';
import type { Tex } from '../tex.ts';

/** What a handler of an inline node gets: the context, and the way to its children. */
export interface PhrasingState {
  context: LatexContext;
  all: (nodes: readonly PhrasingContent[]) => Tex;
}
