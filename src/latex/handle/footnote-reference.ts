import type { FootnoteReference } from 'mdast';
import { footnoteNumber } from '../context.ts';
import { rawTex, type Tex } from '../tex.ts';
import type { PhrasingState } from './phrasing-state.ts';

export function handleFootnoteReference(node: FootnoteReference, { context }: PhrasingState): Tex {
  return rawTex(`\\mdcvnotemark{${footnoteNumber(node.identifier, context)}}`);
}
