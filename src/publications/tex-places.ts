import type { Point, Position } from 'unist';
import { createTextPoints, type TextPoints } from '../content/syntax/text-points.ts';
import type { BibField } from './bib-entry.ts';

/** Places in the .bib file, by offsets in a field's value. */
export type TexPlaces = (start: number, end: number) => Position;

/** Most values have no line endings to count. */
const onOneLine: Pick<TextPoints, 'point'> = { point: (offset) => ({ line: 1, column: offset + 1 }) };

/**
 * Where the parts of a value are. Only a value that stands in the file as it is can be counted through; of one that was joined, trimmed or
 * folded the lines are known as long as it has as many as the place of the field.
 */
export function createTexPlaces({ value, position }: BibField): TexPlaces {
  const { start, end } = position;
  const points = start.line === end.line && !/[\r\n]/.test(value) ? onOneLine : createTextPoints(value);
  const last = points.point(value.length);
  const hasLines = last.line - 1 === end.line - start.line;
  const hasColumns = hasLines && (last.line > 1 ? 1 : start.column) + last.column - 1 === end.column;

  function pointAt(offset: number): Point {
    const { line, column } = points.point(offset);
    const place: Point = {
      line: start.line + line - 1,
      column: (line > 1 ? 1 : start.column) + (hasColumns ? column - 1 : 0),
    };
    if (start.file !== undefined) place.file = start.file;
    return place;
  }

  return (from, to) => (hasLines ? { start: pointAt(from), end: pointAt(to) } : position);
}
