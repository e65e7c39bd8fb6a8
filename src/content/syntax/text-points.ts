import type { Point, Position } from 'unist';

/** Turns offsets in UTF-16 units into points: line and column count from 1. */
export interface TextPoints {
  point(offset: number): Point;
  position(start: number, end: number): Position;
}

/** Indexes the lines of a text, which end as CommonMark says: LF, CR LF or CR. */
export function createTextPoints(text: string): TextPoints {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);

  function point(offset: number): Point {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1, offset };
  }

  return {
    point,
    position: (start, end) => ({ start: point(start), end: point(end) }),
  };
}
