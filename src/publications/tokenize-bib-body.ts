import type { ParseFailure } from './parse-bib-entry.ts';

/** What stands outside braces in an entry. `group`: a value in braces or quotes, with them. */
export interface BibToken {
  kind: 'word' | 'group' | '=' | ',' | '#';
  start: number;
  end: number;
}

const blank = /(?:\s|%.*)+/y;
const word = /[^\s={},#"%]+/y;
const braces = /[{}]/g;
const bracesAndQuotes = /[{}"]/g;

/** Cuts what is between the brackets of an entry into tokens. Only quotes or braces that do not match make it fail. */
export function tokenizeBibBody(text: string, start: number, end: number): BibToken[] | ParseFailure {
  const tokens: BibToken[] = [];
  let at = start;
  while (at < end) {
    const skipped = matchAt(blank, text, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const character = text[at] as string;
    if (character === '}') return toFailure(at, 'nothing opens the brace that closes here');
    const token = { start: at, ...readToken(text, at, character) };
    if (token.end > end) {
      const what = character === '"' ? 'quote' : 'brace';
      return toFailure(at, `the ${what} that opens here is not closed`);
    }
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function readToken(text: string, at: number, character: string): Omit<BibToken, 'start'> {
  if (character === '=' || character === ',' || character === '#') return { kind: character, end: at + 1 };
  if (character === '{') return { kind: 'group', end: closeOf(text, at, braces) };
  if (character === '"') return { kind: 'group', end: closeOf(text, at, bracesAndQuotes) };
  return { kind: 'word', end: matchAt(word, text, at) };
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** After the brace or quote that closes the one at `open`; infinite when none does. Quotes close outside braces only. */
function closeOf(text: string, open: number, pattern: RegExp): number {
  let depth = 0;
  pattern.lastIndex = open + 1;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '{') depth += 1;
    else if (depth === 0) return match[0] === '"' || text[open] === '{' ? pattern.lastIndex : Infinity;
    else if (match[0] === '}') depth -= 1;
  }
  return Infinity;
}

function toFailure(at: number, reason: string): ParseFailure {
  return {
    at,
    reason,
    note: 'Give each brace and each quote its partner; one that is meant as text is written `\\textbraceleft` or `\\textquotedbl`.',
  };
}
