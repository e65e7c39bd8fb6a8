import type { Quotes } from '../latex/typography/quotes.ts';
import { createMemory } from './create-memory.ts';
import { readTexAnew, type TexReading } from './tex-reader.ts';

/** In a value without any of this there is nothing to read. */
const special = /[\\{}$~`'<&]|--|\s\s|[^\S ]|^\s|\s$/;
/** Names of people, journals and conferences come again and again; titles are longer, and there is one of each. In characters. */
const longestKept = 60;
const kept = createMemory<TexReading>();
const nothing: ReadonlyMap<string, number> = new Map();

/** Whether a value is text as it stands, without TeX. */
export function isPlain(source: string): boolean {
  return !special.test(source);
}

/**
 * Reads the TeX of a value as text in formats, in linear time. It never fails: what is malformed is read as far as it goes.
 * @param asText formulas are wanted as text, too
 * @param quotes those that `\enquote` prints
 */
export function readTex(source: string, asText: boolean, quotes?: Quotes): TexReading {
  if (source === '') return { spans: [], unknown: nothing };
  if (isPlain(source))
    return {
      spans: [{ text: source.normalize('NFC'), isMath: false, start: 0, end: source.length }],
      unknown: nothing,
    };
  if (source.length > longestKept) return readTexAnew(source, asText, quotes);
  const key = [asText ? 'text' : 'nodes', ...(quotes ?? []), source].join('\0');
  return kept(key, () => readTexAnew(source, asText, quotes));
}
