import { maskGroups } from './mask-groups.ts';

/** Commands that are letters by themselves. */
const lowerLetter = /^\\(?:oe|ae|aa|o|l|ss|i|j|dh|dj|th|ng)(?![A-Za-z])/;
const upperLetter = /^\\(?:OE|AE|AA|O|L|SS|DH|DJ|TH|NG)(?![A-Za-z])/;
/** An accent or another command, with the brace that opens its argument. */
const command = /^\\(?:[A-Za-z]+\s*|[^A-Za-z])\{?/;
const letter = /^[\p{Lu}\p{Lt}\p{Ll}\p{Lo}]/u;

/**
 * True for a word whose first letter is lower case, which makes it a particle in a name. The rule is BibTeX's ("Tame the BeaST", 11.2):
 * letters in braces do not count, but for those of a special character, whose brace is followed by a backslash. Accents without braces
 * are looked through, too, and letters beyond ASCII have their own case; scripts without case have no particles.
 */
export function isLowerCaseWord(word: string): boolean {
  let rest = word;
  while (rest !== '') {
    if (lowerLetter.test(rest)) return true;
    if (upperLetter.test(rest)) return false;
    if (letter.test(rest)) return /^\p{Ll}/u.test(rest);
    rest = rest.slice(lengthToSkip(rest));
  }
  return false;
}

function lengthToSkip(rest: string): number {
  if (rest.startsWith('{') && rest[1] !== '\\')
    return (/^\{\uFFFF*\}?/.exec(maskGroups(rest)) as RegExpExecArray)[0].length;
  return command.exec(rest)?.[0].length ?? 1;
}
