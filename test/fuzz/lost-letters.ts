import { foldLetters } from '../../src/check/letters.ts';
import { cleanText } from '../../src/latex/clean-text.ts';

const fromRight = /[\p{sc=Hebrew}\p{sc=Arabic}]/u;

/**
 * Letters of texts that the text of its pages has less often. Pages may have them in another order: right-to-left runs, tables and notes are read
 * as they stand. A word of Latin letters and digits must be there in one piece, but for long ones, which break, and for those beside Hebrew or Arabic,
 * whose digits readers give on the other side.
 * @param reported characters that messages name
 */
export function lostLetters(texts: readonly string[], text: string, reported: ReadonlySet<string>): string[] {
  const printed = toSigns(text);
  const left = countLetters(printed);
  const lost: string[] = [];
  for (const one of texts) {
    // What is reported parts the word that it stands in.
    const wanted = [...cleanText(one)].map((letter) => (reported.has(letter) ? ' ' : letter)).join('');
    for (const letter of toSigns(wanted)) {
      const count = left.get(letter) ?? 0;
      if (count === 0) lost.push(letter);
      else left.set(letter, count - 1);
    }
    for (const word of wanted.match(
      /(?<![\p{L}\p{M}\p{N}])[\p{Script=Latin}\d]{2,19}(?![\p{L}\p{M}\p{N}])/gu,
    ) ?? [])
      if (!printed.includes(toSigns(word)) && !(/\d/.test(word) && fromRight.test(wanted))) lost.push(word);
  }
  return [...new Set(lost)];
}

/** Signs that TeX reads as commands, of which `~` would be a space; typography leaves them alone. */
const texSigns = /[#$%&@\\^_{}~]/g;

/** Those of texts that the text of its pages has less often. */
export function lostSigns(texts: readonly string[], text: string): string[] {
  const left = countLetters((text.match(texSigns) ?? []).join(''));
  const wanted = countLetters(texts.flatMap((one) => one.match(texSigns) ?? []).join(''));
  return [...wanted].flatMap(([sign, count]) => (count > (left.get(sign) ?? 0) ? [sign] : []));
}

/** Letters and marks each for itself: where a mark stands among others it goes with the letter before it, whose it may not be. */
function toSigns(text: string): string {
  return foldLetters(text).normalize('NFD');
}

function countLetters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}
