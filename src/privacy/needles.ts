/** From what private parts said to what is searched for. */
import type { Position } from 'unist';
import { monthOf } from '../content/recognition/month-names.ts';
import { splitWords, toLetters, toWordLine, weigh } from './normal-forms.ts';
import { digitsPattern, toDigits } from './phone-digits.ts';
import type { PrivatePart, PrivateText } from './private-part.ts';

/**
 * What is searched for. `letters` and `digits` are telling enough to be searched for everywhere; `words` are a few plain words or a name, which TeX
 * and its packages may say as well, so that they are searched for only in what people read.
 */
export interface Needle {
  form: 'letters' | 'digits' | 'words';
  key: string;
  /** As it was written. */
  shown: string;
  part: PrivatePart;
}

/** A text that is not private. */
export interface PublicText {
  text: string;
  position?: Position | undefined;
}

/** Private text that is said in public, too. */
export interface Elsewhere {
  shown: string;
  part: PrivatePart;
  /** Where it is said in public. */
  position: Position | undefined;
}

/** A text this telling (`weigh`), in two words or more, is searched for everywhere. */
const telling = 10;
/** Of a text of more words than this, every run of words is searched for that is this telling. */
const fieldWords = 6;
const tellingRun = 16;
const runWords = 3;

/**
 * The rule of what is searched for: whatever a private part said, but for what is said in public, too. Of that the telling parts are given back,
 * since perhaps they were meant to be private.
 * @param plain texts that no part of the CV says and that people read all the same: words of the template, of lists
 */
export function toNeedles(
  parts: readonly PrivatePart[],
  said: readonly PublicText[],
  plain: readonly string[],
): { needles: Needle[]; elsewhere: Elsewhere[] } {
  const letters = said.map(({ text }) => toLetters(text));
  const lines = said.map(({ text }) => toWordLine(text));
  const plainLine = plain.map(toWordLine).join('|');
  const found = new Map<string, Needle>();
  const elsewhere = new Map<string, Elsewhere>();

  const placeOf = ({ form, key }: Needle): number => {
    if (form === 'letters') return letters.findIndex((text) => text.includes(key));
    if (form === 'words') return lines.findIndex((line) => line.includes(key));
    return said.findIndex(({ text }) => digitsPattern(key).test(text));
  };

  for (const part of parts) {
    for (const { needles, tells } of part.texts.map((text) => toCandidates(text, part))) {
      const runs: Needle[] = [];
      for (const needle of needles) {
        const place = placeOf(needle);
        if (place >= 0) {
          if (tells(needle)) runs.push(needle);
        } else if (needle.form !== 'words' || !plainLine.includes(needle.key))
          found.set(`${needle.form} ${needle.key}`, needle);
      }
      for (const needle of runs)
        elsewhere.set(needle.key, { shown: needle.shown, part, position: said[placeOf(needle)]?.position });
    }
  }
  return { needles: [...found.values()], elsewhere: [...elsewhere.values()] };
}

interface Candidates {
  needles: Needle[];
  /** Whether the author is to be told that this one is said elsewhere. */
  tells: (needle: Needle) => boolean;
}

function toCandidates({ kind, value }: PrivateText, part: PrivatePart): Candidates {
  const make = (form: Needle['form'], key: string, shown = value): Needle => ({ form, key, shown, part });
  const digits = kind === 'phone' ? toDigits(value) : undefined;
  if (digits) return { needles: [make('digits', digits)], tells: () => true };
  if (kind === 'address')
    return { needles: addressForms(value).map((key) => make('letters', key)), tells: () => true };
  if (kind === 'file') {
    const key = toLetters(value);
    return { needles: key.length >= telling ? [make('letters', key)] : [], tells: () => true };
  }
  const words = splitWords(value);
  if (words.length > fieldWords)
    return {
      needles: [...toRuns(words).map((run) => make('letters', toLetters(run), run)), ...toNames(value, make)],
      tells: ({ form }) => form === 'letters',
    };
  const key = toLetters(value);
  if (words.length > 1 && weigh(key) >= telling)
    return {
      needles: [make('letters', key), ...toNames(value, make)],
      tells: ({ form }) => form === 'letters',
    };
  return { needles: isName(value, words) ? [make('words', toWordLine(value))] : [], tells: () => false };
}

/** A few words by themselves: no number, no month, no single short word. */
function isName(value: string, words: readonly string[]): boolean {
  if (words.every((one) => /^\p{N}+$/u.test(one) || monthOf(one) !== undefined)) return false;
  return weigh(toLetters(value)) >= 4;
}

/** The shortest runs of words that are telling, each beginning with another word. */
function toRuns(words: readonly string[]): string[] {
  return words.flatMap((_, start) => {
    let letters = '';
    for (let end = start; end < words.length; end += 1) {
      letters += toLetters(words[end] as string);
      if (end - start + 1 >= runWords && weigh(letters) >= tellingRun)
        return [words.slice(start, end + 1).join(' ')];
    }
    return [];
  });
}

/** Words with a capital letter that does not come from the beginning of a sentence: names, mostly. */
function toNames(value: string, make: (form: 'words', key: string, shown: string) => Needle): Needle[] {
  const names = value.matchAll(/(?<![.!?:]\s+|^\P{L}*)(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]{3,}/gu);
  return [...names].flatMap(([name]) =>
    monthOf(name) !== undefined ? [] : [make('words', toWordLine(name), name)],
  );
}

/** An address without its scheme, and an e-mail address as people write it for people. */
function addressForms(address: string): string[] {
  const bare = address
    .replace(/^mailto:([^?]*).*$/iu, '$1')
    .replace(/^[a-z][a-z0-9+.-]*:\/\/(?:www\.)?/iu, '');
  const forms = [decode(bare)];
  if (/^[^/]+@/.test(bare)) forms.push(bare.replace('@', ' at ').replaceAll('.', ' dot '));
  return forms.map(toLetters).filter((letters) => letters.length >= 8);
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // A per cent sign that encodes nothing.
    return address;
  }
}
