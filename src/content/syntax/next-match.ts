/** Searches forward only, and remembers what it found, so that many searches cost one walk over the text. */
export type NextMatch = (from: number) => { start: number; end: number } | undefined;

/** `pattern` needs the flag `g`. */
export function createNextMatch(text: string, pattern: RegExp): NextMatch {
  const search = new RegExp(pattern);
  let found: { start: number; end: number } | undefined | 'unknown' = 'unknown';
  return (from) => {
    if (found === undefined || (found !== 'unknown' && found.start >= from)) return found;
    search.lastIndex = from;
    const match = search.exec(text);
    found = match ? { start: match.index, end: match.index + match[0].length } : undefined;
    return found;
  };
}
