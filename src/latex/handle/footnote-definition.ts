import type { FootnoteDefinition } from 'mdast';
import { footnoteNumber } from '../context.ts';
import { rawTex, type Tex } from '../tex.ts';
import type { FlowState } from './flow-state.ts';

export function handleFootnoteDefinition(node: FootnoteDefinition, { context, blocks }: FlowState): Tex {
  return rawTex(`\\mdcvnote{${footnoteNumber(node.identifier, context)}}{${blocks(node.children)}}`);
}
