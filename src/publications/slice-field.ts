import type { Point } from 'unist';
import type { BibField } from './bib-entry.ts';

/**
 * A piece of a field's value, with its place. Where the value is not as it stands in the file, since pieces or strings were joined, the
 * place is that of the whole value.
 * @param start offset in the value
 * @param end offset in the value, behind the piece
 */
export function sliceField({ value, position }: BibField, start: number, end: number): BibField {
  const from = position.start.offset ?? Number.NaN;
  const length = (position.end.offset ?? Number.NaN) - from;
  const piece = value.slice(start, end);
  if (length !== value.length) return { value: piece, position };
  return {
    value: piece,
    position: { start: pointAt(position.start, value, start), end: pointAt(position.start, value, end) },
  };
}

/** The field without white space at its ends. */
export function trimField(field: BibField): BibField {
  return sliceTrimmed(field, 0, field.value.length);
}

/** A piece without white space at its ends. */
export function sliceTrimmed(field: BibField, start: number, end: number): BibField {
  const piece = field.value.slice(start, end);
  const from = end - piece.trimStart().length;
  return sliceField(field, from, Math.max(from, start + piece.trimEnd().length));
}

function pointAt(from: Point, value: string, at: number): Point {
  const { line, column, file } = from;
  const offset = (from.offset as number) + at;
  const before = value.slice(0, at);
  if (!/[\r\n]/.test(before)) return { line, column: column + at, offset, file };
  const lines = before.split(/\r\n|\r|\n/);
  return { line: line + lines.length - 1, column: (lines.at(-1) as string).length + 1, offset, file };
}
