import type { Attributes } from '../../model/cv.ts';
import { parseAttributes } from './parse-attributes.ts';

/** A line of colons: `::: name {attributes}` opens a block, a bare `:::` closes one. */
export type DivFence =
  | { kind: 'open'; name?: string | undefined; attributes?: Attributes | undefined }
  | { kind: 'close' };

/** Blanks only after something, so that there is one way to read a line, however long. */
const fence = /^:{3,}(?!:)[ \t]*(?:\{?([\p{L}\p{N}_-]+)\}?[ \t]*)?(?:(\{[^{}]*\})[ \t]*)?(?::+[ \t]*)?$/u;

/** Reads a line without its indent; undefined for a line that is text. */
export function parseDivFence(line: string): DivFence | undefined {
  // Nearly every line is told without the pattern, which takes long to compile.
  const match = line.startsWith(':::') ? fence.exec(line) : null;
  if (!match) return undefined;
  const [, word, braces] = match;
  if (!word && !braces) return { kind: 'close' };
  const parsed = braces ? parseAttributes(braces, 0) : undefined;
  const isEmpty = word !== undefined && /^\{\s*\}$/.test(braces ?? '');
  if (braces && !parsed && !isEmpty) return undefined;
  const name = word ?? parsed?.attributes.classes[0];
  return { kind: 'open', name, attributes: parsed?.attributes };
}
