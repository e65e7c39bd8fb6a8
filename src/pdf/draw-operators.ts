import { type ContentOperator, contentOperators } from './content-operators.ts';
import { asName, asNumbers, isList, isStream, type PdfObjects, type PdfValue } from './pdf-objects.ts';

/** Maps the unit of what is drawn to points from the page's bottom left corner: `[a b c d e f]`. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface DrawOperator extends ContentOperator {
  /** Counts from 1. */
  page: number;
  matrix: Matrix;
  /** Resources that the operator's names are of. */
  resources: PdfValue;
}

const unit: Matrix = [1, 0, 0, 1, 0, 0];

/** What is drawn on the pages, one after the other, forms (XObjects) in their places. */
export function* drawOperators(objects: PdfObjects): Generator<DrawOperator> {
  const { get, pages } = objects;
  for (const [index, page] of pages.entries()) {
    const contents = get(page, 'Contents');
    const parts = (isList(contents) ? contents : [contents]).map((part) => textOf(get(part)));
    yield* draw(objects, index + 1, parts.join('\n'), get(page, 'Resources'), unit, 0);
  }
}

/** Forms within forms deeper than this are not followed: one that draws itself is never done. */
const deepest = 12;

function* draw(
  objects: PdfObjects,
  page: number,
  content: string,
  resources: PdfValue,
  start: Matrix,
  depth: number,
): Generator<DrawOperator> {
  let matrix = start;
  const saved: Matrix[] = [];
  for (const { name, operands } of contentOperators(content)) {
    if (name === 'q') saved.push(matrix);
    else if (name === 'Q') matrix = saved.pop() ?? start;
    else if (name === 'cm') matrix = multiply(toMatrix(operands), matrix);
    yield { name, operands, page, matrix, resources };
    if (name !== 'Do' || depth >= deepest) continue;
    const form = objects.get(resources, 'XObject', asName(operands[0] ?? null) ?? '');
    if (!isStream(form) || asName(objects.get(form, 'Subtype')) !== 'Form') continue;
    const own = objects.get(form, 'Resources') ?? resources;
    const inner = multiply(toMatrix(asNumbers(objects.get(form, 'Matrix'))), matrix);
    yield* draw(objects, page, textOf(form), own, inner, depth + 1);
  }
}

function textOf(value: PdfValue): string {
  return isStream(value) ? Buffer.from(value.decode() ?? []).toString('latin1') : '';
}

function toMatrix(operands: readonly PdfValue[]): Matrix {
  const numbers = operands.filter((operand) => typeof operand === 'number');
  return numbers.length === 6 ? (numbers as unknown as Matrix) : unit;
}

function multiply([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}
