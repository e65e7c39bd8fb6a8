import type { Point, Position } from 'unist';

/**
 * The place of a character within a text node. Exact unless the source holds escapes or entities before it on its line; later lines
 * count from column 1, since their indent is not in the node.
 */
export function placeInText(text: string, offset: number, position: Position | undefined): Point | undefined {
  if (!position) return undefined;
  const { line, column } = position.start;
  const before = text.slice(0, offset).split('\n');
  const last = (before.at(-1) as string).length;
  return { line: line + before.length - 1, column: before.length === 1 ? column + last : last + 1 };
}
