import { hasLettersOf, linesOfBothDirections } from './both-directions.ts';
import type { Check, Checked, Finding } from './checked.ts';
import { foldLetters, type Letters, toLetters, toWords } from './letters.ts';
import { type Passage, placeInPassage } from './passages.ts';

/** Characters that do not copy as they are read: ligatures, private use, replacements, controls. */
const unclean = /[\uFB00-\uFB06\uE000-\uF8FF\u{F0000}-\u{10FFFD}\uFFFC\uFFFD\p{Cc}]/u;

export const checkCleanText: Check = ({ pages }) =>
  pages.flatMap(({ items }) =>
    items.flatMap((item): Finding[] => {
      const [character] = unclean.exec(item.text) ?? [];
      if (character === undefined) return [];
      const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
      return [
        {
          code: 'unclean-text',
          reason: `“${item.text.trim()}” on page ${item.page} copies with the character U+${code} (${nameOf(character)})`,
          note: 'Searching and résumé parsers do not find such a word. Choose another font or another engine, or write the word otherwise.',
          at: item,
        },
      ];
    }),
  );

function nameOf(character: string): string {
  if (/[\uFB00-\uFB06]/.test(character)) return 'a ligature';
  if (character === '\uFFFD' || character === '\uFFFC') return 'a replacement for what has no character';
  return /\p{Cc}/u.test(character) ? 'a control character' : 'one for private use';
}

/** The texts of both extractors as letters alone. */
export function lettersOf({ pages, lines, plain }: Checked): { name: string; letters: Letters }[] {
  const running = new Set(lines.filter((line) => line.running).flatMap(({ items }) => items));
  const set = pages.flatMap(({ items }) => items.map((item) => (running.has(item) ? '' : item.text)));
  const numbers = /^\s*\d+\s*\/\s*\d+\s*$/gm;
  return [
    { name: 'pdf.js', letters: toLetters(set) },
    { name: 'PDFium', letters: toLetters(plain.map((text) => text.replace(numbers, ''))) },
  ];
}

/** Every word of the CV is in the PDF, as often as it is written. */
export const checkLostText: Check = (checked) => {
  const { source, pages, plain } = checked;
  if (!source) return [];
  const texts = [
    { name: 'pdf.js', words: countWords(pages.map(textOfPage)) },
    { name: 'PDFium', words: countWords(plain) },
  ];
  const extracted = lettersOf(checked);
  const turned = linesOfBothDirections(plain);
  const findings: Finding[] = [];
  for (const [index, { name, words }] of texts.entries()) {
    const all = extracted[index]?.letters.text ?? '';
    const wanted = new Map<string, number>();
    for (const passage of source.passages) {
      const isWhole = all.includes(foldLetters(passage.text));
      for (const { word, start, end } of toWords(passage.text)) {
        const folded = foldLetters(word);
        const count = (wanted.get(folded) ?? 0) + 1;
        wanted.set(folded, count);
        // A word may be part of another on the page, where the space between them is narrow.
        if (isWhole || (words.get(folded) ?? 0) >= count || all.split(folded).length - 1 >= count) continue;
        if (name === 'PDFium' && hasLettersOf(folded, turned)) continue;
        if (findings.some(({ reason }) => reason.startsWith(`“${word}”`))) continue;
        findings.push({
          code: 'lost-text',
          reason: `“${word}” is not in the text of the PDF (read by ${name})`,
          note: lostNote(passage),
          place: placeInPassage(passage, start, end),
          word,
        });
      }
    }
  }
  return findings;
};

function lostNote({ kind }: Passage): string {
  return kind === 'body'
    ? 'It was cut off, covered, or set with a font that does not say its letters. Look at the page; a shorter entry, another font or another engine may help.'
    : 'Look at the page: the template may not print it, or its font does not say its letters.';
}

function textOfPage({ items }: Checked['pages'][number]): string {
  return items.map(({ text, endsLine }) => text + (endsLine ? '\n' : '')).join('');
}

function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { word } of texts.flatMap(toWords)) {
    const folded = foldLetters(word);
    counts.set(folded, (counts.get(folded) ?? 0) + 1);
  }
  return counts;
}

/** Two extractors that know nothing of each other read the same words. */
export const checkExtractors: Check = ({ pages, plain }) => {
  const one = countWords(pages.map(textOfPage));
  const other = countWords(plain);
  const turned = linesOfBothDirections(plain);
  const letters = [pages.map(textOfPage), plain].map((texts) => foldLetters(texts.join('')));
  const words = [...new Set([...one.keys(), ...other.keys()])].filter(
    (word) =>
      (one.get(word) ?? 0) !== (other.get(word) ?? 0) &&
      letters.some((text) => !text.includes(word)) &&
      !hasLettersOf(word, turned),
  );
  const [first] = words;
  if (first === undefined) return [];
  const item = pages.flatMap(({ items }) => items).find(({ text }) => foldLetters(text).includes(first));
  return [
    {
      code: 'split-extraction',
      reason: `Two programs read ${words.length === 1 ? 'a word' : `${words.length} words`} differently: ${words.slice(0, 5).join(', ')}`,
      note: 'What one reads another may not: choose another font or another engine.',
      at: item,
    },
  ];
};
