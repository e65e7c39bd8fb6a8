/** Finds the person whose CV it is among the authors of a publication. */
import type { PersonName } from '../model/cv.ts';
import type { Author } from '../model/publication.ts';
import { isSameName, joinNames } from './fold-name.ts';
import { type FoldedName, foldNames, joinFolded, widenFamily } from './folded-name.ts';
import { matchGiven } from './match-given.ts';
import { areWhole, joinWords, type NameWord } from './name-words.ts';
import { type PlainName, parsePlainName, toOwnerName, toPlainName } from './plain-name.ts';

/** A name that the owner goes by; as text: `Jintao Zhang`, `Zhang, Jintao`, `张锦涛`. */
export type OwnerName = PlainName | string;

/** How sure it is that an author is the owner: tens are those of `GivenFit`, the rest is the family's and the suffix's. 0: another. */
type Certainty = number;

const whole: Certainty = 36;
/** From here on a whole given name has been recognised. */
const byGivenName: Certainty = 20;

/**
 * Makes the function that finds the owner in a list of authors and sets `owner` there (see `markOwner`).
 * @param name the name over the CV
 * @param aliases other names that the owner publishes under
 */
export function createOwnerFinder(
  name: PersonName | undefined,
  aliases: readonly string[],
): (authors: readonly Author[]) => Author[] {
  const certaintyOf = createOwnerMatcher([...(name ? [toOwnerName(name)] : []), ...aliases]);
  // The same people write together again and again.
  const known = new Map<string, Certainty>();
  const remember = (author: PlainName): Certainty => {
    const { given, particle, family, suffix, corporate } = author;
    const key = [corporate, given, particle, family, suffix].join('\0');
    const certainty = known.get(key) ?? certaintyOf(author);
    known.set(key, certainty);
    return certainty;
  };
  return (authors) => markOwner(authors, remember);
}

/**
 * Sets `owner` on the surest author of a list. Of several that are as sure, all are marked if they have the owner's whole given name, and
 * none if they only have the initials, as they are different people.
 */
export function markOwner(
  authors: readonly Author[],
  certaintyOf: (author: PlainName) => Certainty,
): Author[] {
  const certainties = authors.map((author) => certaintyOf(toPlainName(author)));
  const surest = Math.max(0, ...certainties);
  const count = certainties.filter((certainty) => certainty === surest).length;
  if (surest === 0 || (count > 1 && surest < byGivenName)) return [...authors];
  return authors.map((author, index) =>
    certainties[index] === surest ? { ...author, owner: true } : author,
  );
}

/**
 * Makes the function that tells how surely a name is one of the owner's: 0 if it is not, more if it is surer.
 *
 * Given names match as `matchGiven` says. Case, diacritics, hyphens, dots and apostrophes make no difference, ü is u or ue. Particles may
 * be missing, joined (`Vanderberg`) or moved (`Berg, Jan van der`), but not differ; neither may suffixes. Of a double family name, one
 * half is enough if the given names are whole and the same. `Zhang Jintao` is the owner turned round if both names are whole.
 * A corporate author is the owner only if it is the owner's whole name.
 */
export function createOwnerMatcher(names: readonly OwnerName[]): (author: PlainName) => Certainty {
  const owners = names.flatMap((name) => foldNames(typeof name === 'string' ? parsePlainName(name) : name));
  return (author) => {
    const readings = foldNames(author);
    return Math.max(0, ...owners.flatMap((owner) => readings.map((reading) => matchName(owner, reading))));
  };
}

function matchName(owner: FoldedName, author: FoldedName): Certainty {
  if (joinFolded(owner)[0] === '') return 0;
  if (owner.corporate || author.corporate)
    return isSameName(joinFolded(owner), joinFolded(author)) ? whole : 0;
  if (owner.suffix && author.suffix && owner.suffix !== author.suffix) return 0;
  const certainty = Math.max(
    matchParts(owner, author),
    matchWidened(owner, author),
    matchTurned(owner, author),
    matchUndivided(owner, author),
  );
  return certainty > 0 && owner.suffix === author.suffix ? certainty + 1 : certainty;
}

function matchParts(owner: FoldedName, author: FoldedName): Certainty {
  const family = matchFamily(owner, author);
  if (family === 0) return 0;
  const given = matchGiven(owner.given, author.given);
  return given === 0 || (family === 1 && given < 3) ? 0 : given * 10 + family * 2;
}

/** 3 for the same family name with its particles, 2 where these are missing, 1 for a half of a double name. */
function matchFamily(owner: FoldedName, author: FoldedName): 0 | 1 | 2 | 3 {
  const [one, other] = [joinWords(owner.family), joinWords(author.family)];
  if (isSameName(joinNames([owner.particle, one]), joinNames([author.particle, other]))) return 3;
  if (owner.particle[0] !== '' && author.particle[0] !== '' && !isSameName(owner.particle, author.particle))
    return 0;
  if (isSameName(one, other)) return 2;
  return isHalf(owner.family, author.family) || isHalf(author.family, owner.family) ? 1 : 0;
}

function isHalf(half: readonly NameWord[], double: readonly NameWord[]): boolean {
  const names = double.flat();
  return (
    names.length === 2 && areWhole(half) && names.some(({ folded }) => isSameName(folded, joinWords(half)))
  );
}

/** `Gabriel García Márquez` without a comma seems to have the family name `Márquez`. */
function matchWidened(owner: FoldedName, author: FoldedName): Certainty {
  const wideAuthor = widenFamily(author, owner.family.length);
  const wideOwner = widenFamily(owner, author.family.length);
  if (wideAuthor) return matchParts(owner, wideAuthor);
  return wideOwner ? matchParts(wideOwner, author) : 0;
}

/** Family name first, without a comma. */
function matchTurned(owner: FoldedName, author: FoldedName): Certainty {
  const words = [...author.given, ...author.family];
  const length = owner.family.length;
  if (!areWhole(words) || owner.given.length === 0 || author.given.length === 0) return 0;
  const isTurned =
    isSameName(joinWords(words.slice(0, length)), joinWords(owner.family)) &&
    isSameName(joinWords(words.slice(length)), joinWords(owner.given)) &&
    isSameName(owner.particle, author.particle);
  return isTurned ? byGivenName + 2 : 0;
}

/** A name in Chinese signs may have been taken apart on one side only. */
function matchUndivided(owner: FoldedName, author: FoldedName): Certainty {
  const [one, other] = owner.given.length === 0 ? [owner, author] : [author, owner];
  if (one.given.length > 0 || other.given.length === 0) return 0;
  const name = joinWords(one.family);
  const orders = [
    [other.family, other.given],
    [other.given, other.family],
  ];
  const isSame = orders.some((words) => isSameName(joinWords(words.flat()), name));
  return isSame && !/\p{Ll}/u.test(name[0]) ? whole : 0;
}
