import { maskGroups } from './mask-groups.ts';
import { isLowerCaseWord } from './word-case.ts';

/** From an offset to one behind the last character. */
export interface Span {
  start: number;
  end: number;
}

/** Where the parts of a name are in its text. */
export interface NameSpans {
  given?: Span | undefined;
  particle?: Span | undefined;
  family: Span;
  suffix?: Span | undefined;
}

const suffixWord = /^(?:jr|sr|jun|sen|junior|senior)\.?$|^(?:II|III|IV|2nd|3rd)$/i;
const eastAsian = /^[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・·]+$/u;

/**
 * Takes a name apart as BibTeX does: "First von Last", "von Last, First" or "von Last, Jr, First", where lower-case words are particles
 * and braces make one word. Nothing where it holds no word or more than two commas.
 *
 * Other than BibTeX: the tilde of `\~n` parts no words; a hyphen does not part words ("Xiao-ming Zhang" has no particle "ming"); before a comma, only lower-case words that
 * begin the name are particles, as in biber ("Ortega y Gasset, José"); "Jr." and the like are suffixes also where the comma is missing
 * or the only one ("Martin Luther King, Jr."); Chinese, Japanese and Korean names without a comma stay whole.
 */
export function splitName(text: string): NameSpans | undefined {
  const masked = maskGroups(text);
  let offset = 0;
  const parts = masked.split(',').map((part) => {
    offset += part.length + 1;
    return wordsOf(part, offset - part.length - 1);
  });
  // A comma at the end parts nothing.
  while (parts.length > 1 && parts.at(-1)?.length === 0) parts.pop();
  const [first, second, third] = parts;
  if (!first || parts.length > 3) return undefined;
  if (third) return withFamily(first, around(third), around(second as Span[]));
  if (!second) return splitWords(text, first, eastAsian.test(text));
  const only = second.length === 1 ? around(second) : undefined;
  if (only && first.length > 1 && suffixWord.test(text.slice(only.start, only.end)))
    return splitWords(text, [...first, only], false);
  return withFamily(first, around(second), undefined);

  /** "von Last"; a name that begins with a comma has but the other parts. */
  function withFamily(
    words: Span[],
    given: Span | undefined,
    suffix: Span | undefined,
  ): NameSpans | undefined {
    if (words.length === 0) return given && { family: given, suffix };
    const isFamily = (word: Span, index: number): boolean =>
      index === words.length - 1 || !isLowerCaseWord(text.slice(word.start, word.end));
    const start = words.findIndex(isFamily);
    return {
      given,
      particle: around(words.slice(0, start)),
      family: around(words.slice(start)) as Span,
      suffix,
    };
  }
}

/** "First von Last", and "First von Last Jr.". */
function splitWords(text: string, all: Span[], isWhole: boolean): NameSpans | undefined {
  const last = all.at(-1);
  if (!last) return undefined;
  if (isWhole) return { family: around(all) as Span };
  const hasSuffix = all.length > 2 && suffixWord.test(text.slice(last.start, last.end));
  const words = hasSuffix ? all.slice(0, -1) : all;
  const isParticle = ({ start, end }: Span): boolean => isLowerCaseWord(text.slice(start, end));
  // The last word is the family's, whatever its case.
  const before = words.slice(0, -1);
  const from = before.findIndex(isParticle);
  const to = before.findLastIndex(isParticle) + 1;
  const given = from < 0 ? before : before.slice(0, from);
  return {
    given: around(given),
    particle: from < 0 ? undefined : around(before.slice(from, to)),
    family: around(words.slice(from < 0 ? -1 : to)) as Span,
    suffix: hasSuffix ? last : undefined,
  };
}

function wordsOf(masked: string, offset: number): Span[] {
  return [...masked.matchAll(/(?:\\~|[^\s~])+/g)].map(({ 0: word, index }) => ({
    start: offset + index,
    end: offset + index + word.length,
  }));
}

function around(words: readonly Span[]): Span | undefined {
  const [first] = words;
  const last = words.at(-1);
  return first && last && { start: first.start, end: last.end };
}
