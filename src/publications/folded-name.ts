import { type Folded, foldName, joinNames } from './fold-name.ts';
import { joinWords, type NameWord, spreadInitials, toNameWords } from './name-words.ts';
import type { PlainName } from './plain-name.ts';

/** A name made ready for comparison. */
export interface FoldedName {
  given: readonly NameWord[];
  /** Written together; empty where there is none. */
  particle: Folded;
  family: readonly NameWord[];
  suffix: string;
  corporate: boolean;
}

const suffixes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    junior: 'jr',
    jun: 'jr',
    senior: 'sr',
    sen: 'sr',
    '2nd': 'ii',
    '3rd': 'iii',
  }),
);

/**
 * The ways to read a name, at least one: `Jan van der` before a comma is a given name with the particles behind it, `LA` may be initials.
 */
export function foldNames(name: PlainName): FoldedName[] {
  const { family, given = '' } = name;
  const readings = [name, withMovedParticle(name)];
  const initials = /\p{Ll}/u.test(family) && spreadInitials(given);
  if (initials) readings.push({ ...name, given: initials });
  return readings.flatMap((reading) => (reading ? toFolded(reading) : []));
}

/** The whole name in the order that it is printed in. */
export function joinFolded({ given, particle, family, suffix }: FoldedName): Folded {
  return joinNames([joinWords(given), particle, joinWords(family), [suffix, suffix]]);
}

/** The name with so many words in its family: those before it are taken for given names no more. */
export function widenFamily(name: FoldedName, words: number): FoldedName | undefined {
  const { given, particle, family } = name;
  const start = given.length + family.length - words;
  if (words <= family.length || start < 1 || particle[0] !== '') return undefined;
  return { ...name, given: given.slice(0, start), family: [...given.slice(start), ...family] };
}

function withMovedParticle({ given = '', particle, ...rest }: PlainName): PlainName | undefined {
  const found = /^(\S.*?)((?:\s+['’]?\p{Ll}[\p{L}'’]*)+)$/u.exec(given);
  return found && !particle ? { ...rest, given: found[1], particle: found[2] } : undefined;
}

function toFolded({ given = '', particle = '', family, suffix = '', corporate }: PlainName): FoldedName {
  const [, before = '', last = family] = /^((?:['’]?\p{Ll}[\p{L}'’]*\s+)*)(.*)$/su.exec(
    family,
  ) as RegExpExecArray;
  const bare = foldName(suffix)[0];
  return {
    given: toNameWords(given),
    particle: foldName(`${particle} ${before}`),
    family: toNameWords(last),
    suffix: suffixes.get(bare) ?? bare,
    corporate,
  };
}
