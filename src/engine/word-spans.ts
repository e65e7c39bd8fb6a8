/** How wide words of the content would be on the page, and how well a width fits them. */
import { letterWidths } from './letter-widths.ts';
import type { TexWord } from './tex-groups.ts';

/** Words that may stand together, where no space is between. */
const mostJoined = 80;
/** What it costs, minus a logarithm as in `match-words`, that two words stand together on the page. */
const mergedCost = 2;
/** That there are capitals in place of small letters. */
const capitalsCost = 1;

/** One or several words of the content that may be one on the page. */
export interface Span {
  last: number;
  /** Logarithm of its width in a size of 1. */
  width: number;
  capitals: number | undefined;
  tolerance: number;
  cost: number;
  letters: number;
  /** Whether it ends in a letter after which a line may break without a space. */
  wide: boolean;
}

/** All that may begin with a word of the content. */
export function toSpans(words: readonly TexWord[], first: number): Span[] {
  const spans: Span[] = [];
  let width = 0;
  let spaces = 0;
  for (let last = first; last < words.length && last - first < mostJoined; last++) {
    const { text, joined, first: begins } = words[last] as TexWord;
    if (last > first) {
      if (begins) break;
      if (!joined) spaces += 1;
      if (spaces > 1) break;
    }
    width += letterWidths(text);
    const upper = last === first ? text.toUpperCase() : text;
    spans.push({
      last,
      width: Math.log(width + spaces * 0.25),
      capitals: upper === text ? undefined : Math.log(letterWidths(upper)),
      tolerance: 0.07 + 0.09 / Math.max(width, 0.4),
      cost: spaces * mergedCost,
      letters: text.length,
      wide: words[last + 1]?.joined === true || (joined && text.length === 1),
    });
  }
  return spans;
}

/** How unlikely a width is for a span that should have another: half the square of its deviation. */
export function mismatch(seen: number, { width, capitals, tolerance, cost: extra }: Span): number {
  const deviation = (seen - width) / tolerance;
  const plain = (deviation * deviation) / 2;
  if (capitals === undefined) return plain + extra;
  const other = (seen - capitals) / tolerance;
  return Math.min(plain, (other * other) / 2 + capitalsCost) + extra;
}
