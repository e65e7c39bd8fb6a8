import type { NextMatch } from './next-match.ts';

/** What people write where they mean `-->`. */
const wrongClose = /(?:<?--+|--+\s+>|[^-]->|[—–]>)[ \t]*$/;

/**
 * Where the comment ends whose `<!--` stands at `start`. One that is never closed, or that is closed wrongly on its own line, as
 * in `<!--<--`, ends with that line: by the rules it would swallow what follows it.
 */
export function findCommentEnd(
  text: string,
  start: number,
  nextClose: NextMatch,
): { end: number; closed: boolean } {
  const shortest = /^<!--(?:-?>)/.exec(text.slice(start, start + 6));
  if (shortest) return { end: start + shortest[0].length, closed: true };
  const close = nextClose(start + 4);
  const newline = text.indexOf('\n', start);
  const lineEnd = newline === -1 ? text.length : newline;
  if (close && close.start < lineEnd) return { end: close.end, closed: true };
  const line = text.slice(start + 4, lineEnd).trimEnd();
  // A bare `<!--` or a rule of dashes opens a block as usual.
  const isWrong = wrongClose.test(line) && !/^[\s-]*$/.test(line);
  if (close && !isWrong) return { end: close.end, closed: true };
  return { end: start + 4 + line.length, closed: false };
}
