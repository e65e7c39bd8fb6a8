/** Code runs from left to right on any page, and no sign or number of it changes its place; words from right to left in it are turned. */
import type { LatexContext } from './context.ts';
import { escapeTex } from './escape.ts';
import { handleTurn } from './handle/turn.ts';
import { joinTex, type Tex } from './tex.ts';

const letter = String.raw`[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]\p{M}*`;
/** Words with single spaces between them are one stretch, as they are read. */
const words: RegExp = new RegExp(`(${letter}(?:\\s?${letter})*)`, 'u');

/** A piece of code within a line that runs from left to right. */
export function codeToTex(code: string, context: LatexContext): Tex {
  // pdflatex knows one direction only, and none of these letters.
  if (context.engine === 'pdflatex') return escapeTex(code, context);
  // Every other piece is what was split at.
  return joinTex(
    code.split(words).map((piece, index) => {
      const tex = escapeTex(piece, context);
      return index % 2 === 0 ? tex : joinTex([turn(false), tex, turn(true)]);
    }),
  );
}

function turn(ends: boolean): Tex {
  return handleTurn({ type: 'turn', to: 'rtl', ends });
}
