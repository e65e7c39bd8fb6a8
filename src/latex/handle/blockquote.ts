import type { Blockquote } from 'mdast';
import { deeper, environment, isTooDeep } from '../environment.ts';
import type { Tex } from '../tex.ts';
import type { FlowState } from './flow-state.ts';

export function handleBlockquote(node: Blockquote, { context, blocks }: FlowState): Tex {
  const flatten = isTooDeep(node, context);
  const body = blocks(node.children, deeper(context));
  return flatten || body === '' ? body : environment('mdcvquote', body);
}
