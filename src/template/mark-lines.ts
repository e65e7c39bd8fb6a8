import { templateMark } from '../latex/origins.ts';

const openers = new Map([
  ['<%', '%>'],
  ['<<', '>>'],
  ['<#', '#>'],
]);

/**
 * Puts a mark before every line of a template that gives text, so that a line of TeX knows its template line.
 * A line that begins with a block tag or a comment stays as it is: Nunjucks removes such a line whole
 * (`trimBlocks`, `lstripBlocks`), which a mark before the tag would prevent. Lines within a tag are code, not text.
 * @param name of the file, as templates include it
 */
export function markLines(source: string, name: string): string {
  let closer: string | undefined;
  return source
    .split('\n')
    .map((line, index) => {
      const startsInTag = closer !== undefined;
      closer = closerAfter(line, closer);
      const indent = line.length - line.trimStart().length;
      const text = line.slice(indent);
      if (startsInTag || text === '' || text.startsWith('<%') || text.startsWith('<#')) return line;
      return line.slice(0, indent) + templateMark(name, index + 1) + text;
    })
    .join('\n');
}

/** The closing delimiter still awaited at the end of the line, if a tag is open there. */
function closerAfter(line: string, open: string | undefined): string | undefined {
  let closer = open;
  for (let at = 0; at < line.length - 1; at++) {
    const pair = line.slice(at, at + 2);
    if (closer === undefined) closer = openers.get(pair);
    else if (pair === closer) closer = undefined;
    else continue;
    if (openers.has(pair) || ['%>', '>>', '#>'].includes(pair)) at++;
  }
  return closer;
}
