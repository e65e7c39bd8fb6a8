/** Texts as letters and digits alone, so that what typography changes (spaces, quotes, dashes, capitals, ligatures) does not matter. */

/** The letters of several pieces of text in one string, each with the piece that it is from. */
export interface Letters {
  text: string;
  /** For each unit of `text` the index of its piece. */
  pieces: number[];
}

// Variation selectors and the box of a keycap count as marks, but belong to pictures.
const noLetter = /[^\p{L}\p{N}\p{M}]+|[\uFE00-\uFE0F\u20E3]/gu;

/** Letters, digits and marks in one form: compatibility characters resolved (`ﬁ` is `fi`), small, `ß` as `ss`, which capitals make of it. */
export function foldLetters(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss').replace(noLetter, '');
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
