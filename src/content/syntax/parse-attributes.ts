import type { Attributes } from '../../model/cv.ts';

export interface ParsedAttributes {
  attributes: Attributes;
  /** After the closing brace. */
  end: number;
}

/** `#id`, `.class`, or several in one: `#id.class`. */
const signs = String.raw`[#.][\p{L}\p{N}_:-](?:[\p{L}\p{N}_:.-]|#(?=[\p{L}\p{N}_:-]))*(?=[\s}])`;
const pair = String.raw`[\p{L}_][\p{L}\p{N}_:-]*=(?:"[^"{}]*"|“[^“”{}]*”|(?!“[^“”{}]*”)[^\s"{}]+(?=[\s}]))`;
/** Each item ends where no other could begin: with two ways to read each, a list that is no list would be read in 2ⁿ ways. */
const list: RegExp = new RegExp(String.raw`\{((?:\s*(?:${signs}|${pair}|-(?=[\s}])))+)\s*\}`, 'uy');
const item = /([#.])([\p{L}\p{N}_:-]+)|([\p{L}_][\p{L}\p{N}_:-]*)=(?:"([^"]*)"|“([^“”]*)”|(\S+))|-/gu;

/**
 * Reads pandoc's `{#id .class key=value}` whose brace stands at `start`. Anything else in braces is text: undefined.
 * @see https://pandoc.org/MANUAL.html#extension-attributes
 */
export function parseAttributes(text: string, start: number): ParsedAttributes | undefined {
  const pattern = new RegExp(list);
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const attributes: Attributes = { classes: [], values: {} };
  for (const [, sign, word, key, double, curly, bare] of (match[1] as string).matchAll(item)) {
    if (sign === '#') attributes.id = word;
    else if (sign === '.') attributes.classes.push(word as string);
    else if (key) attributes.values[key] = (double ?? curly ?? bare) as string;
    // `{-}` is pandoc's short form of this class.
    else attributes.classes.push('unnumbered');
  }
  return { attributes, end: start + match[0].length };
}
