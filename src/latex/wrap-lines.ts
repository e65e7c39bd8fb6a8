import { rawTex, type Tex } from './tex.ts';

/** TeX reads lines of 200,000 bytes at most (buf_size), and messages about shorter ones are easier to read. */
const longest = 2000;

/**
 * Ends TeX lines that have grown too long, at spaces and at `\mdcvbreak{}`, with nothing in the output changed. Lines with a comment
 * sign are raw LaTeX and stay.
 */
export function wrapLines(tex: Tex): Tex {
  if (tex.length <= longest) return tex;
  return rawTex(
    tex
      .split('\n')
      .map((line) => (line.length <= longest || /(?<!\\)%/.test(line) ? line : wrapLine(line)))
      .join('\n'),
  );
}

function wrapLine(line: string): string {
  let wrapped = '';
  let column = 0;
  for (const [piece] of line.matchAll(/ |\\mdcvbreak\{\}|(?:(?!\\mdcvbreak\{\})[^ ])+/g)) {
    const ends = column >= longest;
    // After `\relax` a line ending adds no space.
    if (ends && piece === ' ') wrapped += '\n';
    else if (ends && piece === '\\mdcvbreak{}') wrapped += `${piece}\\relax\n`;
    else wrapped += piece;
    column = wrapped.endsWith('\n') ? 0 : column + piece.length;
  }
  return wrapped;
}
