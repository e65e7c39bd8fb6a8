import type { Break } from 'mdast';
import { joinTex, rawTex, type Tex } from '../tex.ts';
import type { PhrasingState } from './phrasing-state.ts';

export function handleBreak(node: Break, { context }: PhrasingState): Tex {
  return joinTex([rawTex('\\mdcvnewline{}\n'), context.marks.content(node.position?.end)]);
}
