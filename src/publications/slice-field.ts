import type { Point } from 'unist';
import { createTextPoints, type TextPoints } from '../content/syntax/text-points.ts';
import type { BibField } from './bib-entry.ts';

/** Gives the piece of a value from one offset in it to another, behind the piece. */
export type FieldSlicer = (start: number, end: number) => BibField;

/**
 * Cuts a field's value into pieces with their places; its lines are counted once. Where the value is not as it stands in the file, since
 * pieces or strings were joined, the place is that of the whole value.
 */
export function createSlicer({ value, position }: BibField): FieldSlicer {
  const { start } = position;
  const from = start.offset ?? Number.NaN;
  const isAsWritten = (position.end.offset ?? Number.NaN) - from === value.length;
  let points: TextPoints | undefined;

  function pointAt(at: number): Point {
    points ??= createTextPoints(value);
    const { line, column } = points.point(at);
    return {
      line: start.line + line - 1,
      column: line > 1 ? column : start.column + at,
      offset: from + at,
      file: start.file,
    };
  }

  return (first, end) => {
    const piece = value.slice(first, end);
    return { value: piece, position: isAsWritten ? { start: pointAt(first), end: pointAt(end) } : position };
  };
}

/** One piece; a list is cut by one slicer. */
export function sliceField(field: BibField, start: number, end: number): BibField {
  return createSlicer(field)(start, end);
}

/** The field without white space at its ends. */
export function trimField(field: BibField): BibField {
  return sliceTrimmed(field, 0, field.value.length);
}

/** A piece without white space at its ends. */
export function sliceTrimmed(
  field: BibField,
  start: number,
  end: number,
  slice: FieldSlicer = createSlicer(field),
): BibField {
  const piece = field.value.slice(start, end);
  const from = end - piece.trimStart().length;
  return slice(from, Math.max(from, start + piece.trimEnd().length));
}
