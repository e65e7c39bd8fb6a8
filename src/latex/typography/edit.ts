/** A change to a stretch of text. */
export interface Edit {
  /** Offset in UTF-16 units. */
  start: number;
  length: number;
  replacement: string;
}

/** An edit of each match of a pattern with the flag `g`. */
export function editMatches(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): Edit[] {
  // Few texts have what a rule is about.
  if (text.search(pattern) < 0) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const replacement = replace(match);
    if (replacement === undefined || replacement === match[0]) continue;
    edits.push({ start: match.index, length: match[0].length, replacement });
  }
  return edits;
}

/**
 * A space that does not break in place of spaces or a line ending. The line ending is kept behind it, since it leads back to the
 * source line; `escapeTex` lets it add no second space.
 */
export function tie(spaces: string, space = '\u00a0'): string {
  return spaces.includes('\n') ? `${space}\n` : space;
}
