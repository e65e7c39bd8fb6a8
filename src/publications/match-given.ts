import { isSameName, startsWithName } from './fold-name.ts';
import { areWhole, joinWords, type NameWord, type Syllable } from './name-words.ts';

/** How far given names agree: not, by initials, by a whole first name, or wholly. */
export type GivenFit = 0 | 1 | 2 | 3;

/**
 * Holds an author's given names against the owner's. Initials match whole names and each other; `Jin-Tao`, `Jin Tao` and `Jintao` are the
 * same, and `J.-T.` is short for each. A middle name may be missing on either side but not differ; one that the owner does not have needs
 * a whole first name beside it: `J. T.` is a namesake of a `Jintao`.
 */
export function matchGiven(owner: readonly NameWord[], author: readonly NameWord[]): GivenFit {
  if (owner.length === 0 || author.length === 0) return owner.length === author.length ? 3 : 0;
  if (isSameName(joinWords(owner), joinWords(author)) && areWhole([...owner, ...author])) return 3;
  return matchWords(owner, author) || matchSyllables(owner, author);
}

/** `J. T.` is short for `Jin-Tao`, too; with nothing missing, as `Jin` is another name. */
function matchSyllables(owner: readonly NameWord[], author: readonly NameWord[]): GivenFit {
  const [one, other] = [owner.flat(), author.flat()];
  if (one.length !== other.length) return 0;
  return matchWords(
    one.map((syllable) => [syllable]),
    other.map((syllable) => [syllable]),
  );
}

function matchWords(owner: readonly NameWord[], author: readonly NameWord[]): GivenFit {
  const first = matchWord(owner[0] as NameWord, author[0] as NameWord);
  if (first === 0 || (first === 1 && author.length > owner.length)) return 0;
  const [fewer, more] = owner.length < author.length ? [owner, author] : [author, owner];
  let next = 1;
  for (const word of fewer.slice(1)) {
    while (next < more.length && matchWord(word, more[next] as NameWord) === 0) next += 1;
    if (next === more.length) return 0;
    next += 1;
  }
  return first;
}

/** 2 for the same whole word, 1 where one is short for the other. */
function matchWord(one: NameWord, other: NameWord): 0 | 1 | 2 {
  const isSame = isSameName(joinWords([one]), joinWords([other]));
  if (isSame && areWhole([one, other])) return 2;
  if (one.length === other.length)
    return one.every((syllable, index) => matchSyllable(syllable, other[index] as Syllable)) ? 1 : 0;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const [only] = shorter as [Syllable];
  if (shorter.length > 1) return 0;
  if (only.isShort) return matchSyllable(only, longer[0] as Syllable) ? 1 : 0;
  return isShortFor(longer, only) ? 1 : 0;
}

function matchSyllable(one: Syllable, other: Syllable): boolean {
  if (one.isShort && startsWithName(other.folded, one.folded)) return true;
  if (other.isShort && startsWithName(one.folded, other.folded)) return true;
  return isSameName(one.folded, other.folded);
}

/**
 * `J.-T.` for `Jintao`: each further initial begins a syllable, a consonant behind a vowel (or `n`, `ng`, `r`) and before one. Takes linear
 * time, since the first syllable that fits leaves the most for the others.
 */
function isShortFor(initials: NameWord, { folded }: Syllable): boolean {
  if (areWhole([initials])) return false;
  const [first, ...rest] = initials.map((syllable) => syllable.folded[0]) as [string, ...string[]];
  return folded.some((form) => {
    if (!form.startsWith(first)) return false;
    let end: number | undefined = first.length;
    for (const initial of rest) {
      end = endOfSyllable(form, initial, end);
      if (end === undefined) return false;
    }
    return true;
  });
}

/** Behind the initial of the first syllable that begins with it, somewhere behind an offset and at least a vowel. */
function endOfSyllable(form: string, initial: string, from: number): number | undefined {
  for (let at = form.indexOf(initial, from); at >= 0; at = form.indexOf(initial, at + 1)) {
    const end = at + initial.length;
    const isBehindVowel = /[aeiouy](?:ng?|r)?$/.test(form.slice(Math.max(from, at - 3), at));
    if (isBehindVowel && /^h?[aeiouyw]/.test(form.slice(end, end + 2))) return end;
  }
  return undefined;
}
