import type { Position } from 'unist';
import type { LatexContext } from './context.ts';
import type { Tex } from './tex.ts';

/** A mark for a line within a node; `count` 0 is the line that the node starts on. */
export function lineMark(
  node: { position?: Position | undefined },
  count: number,
  { marks }: LatexContext,
): Tex {
  const start = node.position?.start;
  return marks.content(start && (count === 0 ? start : { ...start, line: start.line + count, column: 1 }));
}
