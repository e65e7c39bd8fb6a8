import { type Folded, foldName, joinNames } from './fold-name.ts';

/** What hyphens leave of a word: the whole of `Jintao`, the two of `Jin-Tao` and `J.-T.`. */
export interface Syllable {
  folded: Folded;
  /** An initial or another abbreviation: `J`, `Yu.`. */
  isShort: boolean;
}

/** At least one syllable. */
export type NameWord = readonly Syllable[];

const capitals = /^\p{Lu}{2,3}$/u;

/** The words of a name; `J.P.` are two. Signs without a letter are none. */
export function toNameWords(text: string): NameWord[] {
  return text
    .replace(/\.(?=[\p{L}\p{N}])/gu, '. ')
    .split(/\s+/)
    .map((word) => word.split(/[-‐‑–]/).flatMap(toSyllable))
    .filter((word) => word.length > 0);
}

/** Initials written together, as PubMed has them: `LA` is `L A`. Nothing where no word looks so. */
export function spreadInitials(text: string): string | undefined {
  const words = text.split(/\s+/);
  if (!words.some((word) => capitals.test(word))) return undefined;
  return words.map((word) => (capitals.test(word) ? [...word].join(' ') : word)).join(' ');
}

/** The letters of the words, written together. */
export function joinWords(words: readonly NameWord[]): Folded {
  return joinNames(words.flatMap((word) => word.map(({ folded }) => folded)));
}

/** True where no word is abbreviated. */
export function areWhole(words: readonly NameWord[]): boolean {
  return words.every((word) => word.every(({ isShort }) => !isShort));
}

function toSyllable(text: string): Syllable[] {
  const folded = foldName(text);
  if (folded[0] === '') return [];
  // A single sign of a script without case is a name.
  const isShort = /^[^\p{L}]*[\p{Lu}\p{Ll}]\p{M}*[^\p{L}]*$/u.test(text) || /^\p{L}{1,4}\.$/u.test(text);
  return [{ folded, isShort }];
}
