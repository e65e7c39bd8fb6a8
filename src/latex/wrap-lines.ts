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
  const pieces: string[] = [];
  let column = 0;
  for (const [piece] of line.matchAll(/ |\\mdcvbreak\{\}|(?:(?!\\mdcvbreak\{\})[^ ])+/g)) {
    column += piece.length;
    if (column <= longest || !/^(?: |\\mdcvbreak\{\})$/.test(piece)) {
      pieces.push(piece);
      continue;
    }
    // After `\relax` a line ending adds no space.
    pieces.push(piece === ' ' ? '\n' : `${piece}\\relax\n`);
    column = 0;
  }
  return pieces.join('');
}
