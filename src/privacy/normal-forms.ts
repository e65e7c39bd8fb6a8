/** Forms in which a text and what may hold it are compared, so that the manner of writing does not matter. */

/** Letters and digits only: without case, accents, ligatures, widths, spaces, hyphens and other signs. */
export function toLetters(text: string): string {
  if (beyondLatin1.test(text)) return fold(text);
  // Most of what is searched are bytes, and a table is fifty times as fast.
  const letters = Buffer.allocUnsafe(text.length * longestFold);
  let length = 0;
  for (let index = 0; index < text.length; index += 1)
    for (const code of latin1Folds[text.charCodeAt(index)] as number[]) letters[length++] = code;
  return letters.toString('latin1', 0, length);
}

const beyondLatin1 = /[^\0-\xFF]/;

// The micro sign is the one letter of Latin-1 that is folded to one beyond it.
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+|μ/gu, '');
}

const latin1Folds: readonly number[][] = Array.from({ length: 256 }, (_, code) => [
  ...Buffer.from(fold(String.fromCharCode(code)), 'latin1'),
]);
const longestFold: number = Math.max(...latin1Folds.map(({ length }) => length));

/** The words of a text as it writes them; an ideograph is a word. */
export function splitWords(text: string): string[] {
  return text.match(word) ?? [];
}

const ideograph = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const word: RegExp = new RegExp(`${ideograph}|(?:(?!${ideograph})[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const ideographs: RegExp = new RegExp(ideograph, 'gu');

/** How telling a text is, in letters; an ideograph says as much as three. */
export function weigh(letters: string): number {
  return letters.length + 2 * (letters.match(ideographs)?.length ?? 0);
}

/** The words between single spaces, with one at either end, so that whole words can be searched for. */
export function toWordLine(text: string): string {
  return ` ${splitWords(text).map(toLetters).join(' ')} `;
}
