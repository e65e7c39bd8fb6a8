/** Searches texts for what is not to be in them. */
import type { Needle } from './needle.ts';
import { toLetters, toWordLine } from './normal-forms.ts';
import { digitsPattern } from './phone-digits.ts';
import { toReadings, undoEscapes } from './readings.ts';

/** Something that was made of a CV, and that may hold private text. */
export interface Haystack {
  /** As messages name it: `the log`, `the bookmark "…"`. */
  name: string;
  content: string | Uint8Array;
  /** What people read: a few plain words are searched for in that only. */
  isRead: boolean;
}

/** The needles that are in a haystack. */
export type Search = (haystack: Haystack) => Needle[];

export function createSearch(needles: readonly Needle[]): Search {
  const findLetters = createLetterSearch(needles.filter(({ form }) => form === 'letters'));
  const numbers = needles
    .filter(({ form }) => form === 'digits')
    .map((needle) => ({ needle, pattern: digitsPattern(needle.key) }));
  const names = needles.filter(({ form }) => form === 'words');
  const wide = needles.some(({ shown }) =>
    /[^\0-\xFF]/.test(shown.normalize('NFC').replace(/[^\p{L}]/gu, '')),
  );
  return ({ content, isRead }) => {
    const found = new Set<Needle>();
    const texts = typeof content === 'string' ? undoEscapes(content, wide) : toReadings(content, wide);
    for (const letters of new Set(texts.map(toLetters))) findLetters(letters, found);
    for (const text of texts.map(toNarrow)) {
      for (const { needle, pattern } of numbers) if (pattern.test(text)) found.add(needle);
      const line = isRead && names.length > 0 ? toWordLine(text) : '';
      for (const needle of names) if (line.includes(needle.key)) found.add(needle);
    }
    return [...found];
  };
}

/** Digits and letters of the widths that Chinese and Japanese texts use, as those of ASCII. */
function toNarrow(text: string): string {
  return /[\uFF00-\uFFEF]/.test(text) ? text.normalize('NFKC') : text;
}

/** Of a needle so many letters are looked up at once. */
const seedLength = 10;

/** One look-up at each letter, however many needles there are. */
function createLetterSearch(needles: readonly Needle[]): (letters: string, found: Set<Needle>) => void {
  const bySeed = new Map<number, Map<string, Needle[]>>();
  for (const needle of needles) {
    const length = Math.min(seedLength, needle.key.length);
    const seeds = bySeed.get(length) ?? new Map<string, Needle[]>();
    bySeed.set(length, seeds);
    const seed = needle.key.slice(0, length);
    seeds.set(seed, [...(seeds.get(seed) ?? []), needle]);
  }
  return (letters, found) => {
    for (const [length, seeds] of bySeed)
      for (let at = 0; at + length <= letters.length; at += 1)
        for (const needle of seeds.get(letters.slice(at, at + length)) ?? [])
          if (letters.startsWith(needle.key, at)) found.add(needle);
  };
}
