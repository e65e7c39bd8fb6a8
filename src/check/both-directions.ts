/**
 * In a line of both directions PDFium gives the words of the lesser one in the order of the line, and digits on the other side of their
 * letters (`8YOLOv`), whatever the PDF says. pdf.js does not, and is asked of the same words.
 */
import { foldLetters } from './letters.ts';

const fromRight = /[\p{sc=Hebrew}\p{sc=Arabic}]/u;
const fromLeft = /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{N}]/u;

/**
 * The lines of both directions, folded to letters.
 * @param plain the text of each page, as PDFium reads it
 */
export function linesOfBothDirections(plain: readonly string[]): string[] {
  const lines = plain.flatMap((text) => text.split('\n'));
  return lines.filter((line) => fromRight.test(line) && fromLeft.test(line)).map(foldLetters);
}

/** True where a line has all the letters of a folded word, in whatever order. */
export function hasLettersOf(word: string, lines: readonly string[]): boolean {
  return lines.some((line) => {
    const left = [...line];
    return [...word].every((letter) => {
      const at = left.indexOf(letter);
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
  });
}
