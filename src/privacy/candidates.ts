/** From a text to the pieces of it that might be found by themselves. */
import { monthOf } from '../content/recognition/month-names.ts';
import type { Needle } from './needle.ts';
import { splitWords, toLetters, toWordLine, weigh } from './normal-forms.ts';
import { toDigits } from './phone-digits.ts';
import type { PrivateText } from './private-part.ts';

/** A piece of a text. */
export type Candidate = Pick<Needle, 'form' | 'key' | 'shown'> & {
  /** Of a run of words: which words of the text it is, the last one included. */
  run?: [first: number, last: number];
};

/** A text this telling (`weigh`), in two words or more, is searched for everywhere. */
const telling = 10;
/** Of a text of more words than this, every run of words is searched for that is this telling. */
const fieldWords = 3;
const tellingRun = 16;
const runWords = 3;
/** An address of fewer letters might be any word. */
const shortestAddress = 8;

/**
 * - A number: its digits. An address: without its scheme. A picture: its path.
 * - A few words: all of them together; where they are short, as words.
 * - More words: the shortest runs that are telling, each beginning with another word.
 * - In both, names: words with a capital letter that does not come from the beginning of a sentence.
 */
export function toCandidates({ kind, value }: PrivateText): Candidate[] {
  const letters = (text: string): Candidate => ({ form: 'letters', key: toLetters(text), shown: value });
  if (kind === 'address')
    return addressForms(value)
      .map(letters)
      .filter(({ key }) => key.length >= shortestAddress);
  if (kind === 'file') return [letters(value)].filter(({ key }) => key.length >= telling);
  const digits = kind === 'phone' ? toDigits(value) : undefined;
  if (digits) return [{ form: 'digits', key: digits, shown: value }];
  const words = splitWords(value);
  const runs = words.length > fieldWords ? toRuns(words) : [];
  if (runs.length > 0) return [...runs, ...toNames(value)];
  const whole = letters(value);
  if (words.length > 1 && weigh(whole.key) >= telling)
    return [{ ...whole, run: [0, words.length - 1] }, ...toNames(value)];
  return isName(value, words) ? [{ form: 'words', key: toWordLine(value), shown: value }] : [];
}

/** A few words by themselves: no number, no month, no single short word. */
function isName(value: string, words: readonly string[]): boolean {
  if (words.every((one) => /^\p{N}+$/u.test(one) || monthOf(one) !== undefined)) return false;
  return weigh(toLetters(value)) >= 4;
}

function toRuns(words: readonly string[]): Candidate[] {
  return words.flatMap((_, first): Candidate[] => {
    let key = '';
    for (let last = first; last < words.length; last += 1) {
      key += toLetters(words[last] as string);
      if (last - first + 1 < runWords || weigh(key) < tellingRun) continue;
      return [{ form: 'letters', key, shown: words.slice(first, last + 1).join(' '), run: [first, last] }];
    }
    return [];
  });
}

function toNames(value: string): Candidate[] {
  const names = value.matchAll(/(?<![.!?:]\s+|^\P{L}*)(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]{3,}/gu);
  return [...names].flatMap(([name]): Candidate[] =>
    monthOf(name) === undefined ? [{ form: 'words', key: toWordLine(name), shown: name }] : [],
  );
}

/** An address without its scheme, and an e-mail address as people write it for people. */
function addressForms(address: string): string[] {
  const bare = address
    .replace(/^mailto:([^?]*).*$/iu, '$1')
    .replace(/^[a-z][a-z0-9+.-]*:\/\/(?:www\.)?/iu, '');
  if (!/^[^/]+@/.test(bare)) return [decode(bare)];
  return [decode(bare), bare.replace('@', ' at ').replaceAll('.', ' dot ')];
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // A per cent sign that encodes nothing.
    return address;
  }
}
