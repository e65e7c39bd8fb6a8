/** Texts as letters and digits alone, so that what typography changes (spaces, quotes, dashes, capitals, ligatures) does not matter. */

/** The letters of several pieces of text in one string, each with the piece that it is from. */
export interface Letters {
  text: string;
  /** For each unit of `text` the index of its piece. */
  pieces: number[];
}

// Variation selectors and the box of a keycap count as marks, but belong to pictures.
const noLetter = /[^\p{L}\p{N}\p{M}]+|[\uFE00-\uFE0F\u20E3]/gu;

/** What Greek capitals leave out, the `ς` that they make `Σ`, and the dots of Turkish ones. */
const lostInCapitals = /[ΐάέήίΰόύώςı]|i\u0307/g;

/**
 * Letters, digits and marks in one form: compatibility characters resolved (`ﬁ` is `fi`), small, and as they come back from capitals (`ß` as
 * `ss`, `ώ` as `ω`).
 */
export function foldLetters(text: string): string {
  const small = text.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss');
  const folded = small.replace(lostInCapitals, foldCapital);
  return folded.replace(noLetter, '');
}

function foldCapital(letter: string): string {
  if (letter === 'ς') return 'σ';
  if (letter === 'ı') return 'i';
  return letter
    .normalize('NFD')
    .replace(/[\u0301\u0307]/, '')
    .normalize('NFC');
}

export function toLetters(texts: readonly string[]): Letters {
  const pieces: number[] = [];
  let text = '';
  for (const [index, piece] of texts.entries()) {
    const folded = foldLetters(piece);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) pieces.push(index);
  }
  return { text, pieces };
}

/** A word where it stands in a text. */
export interface WordSpan {
  word: string;
  start: number;
  end: number;
}

/** Words of letters and digits; each Chinese or Japanese character is one, for lines break between them. */
const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}\p{M}]+?(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[^\p{L}\p{N}\p{M}]|$)/gu;

export function toWords(text: string): WordSpan[] {
  return [...text.matchAll(word)].map(({ 0: found, index }) => ({
    word: found,
    start: index,
    end: index + found.length,
  }));
}
