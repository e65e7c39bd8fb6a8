import type { InlineCode } from 'mdast';
import { breakAddress } from '../break-words.ts';
import { codeToTex } from '../code-to-tex.ts';
import { rawTex, type Tex } from '../tex.ts';
import type { PhrasingState } from './phrasing-state.ts';

/** Code keeps its every character; long words in it are mostly paths and may break like them. */
export function handleInlineCode(node: InlineCode, { context }: PhrasingState): Tex {
  const value = node.value.replace(/\S{20,}/g, breakAddress);
  return rawTex(`\\mdcvcode{${codeToTex(value, { ...context, position: node.position })}}`);
}
