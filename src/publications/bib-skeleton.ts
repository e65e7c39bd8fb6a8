import { type Copy, toOriginal } from './copied-text.ts';
import { type BibToken, tokenizeBibBody } from './tokenize-bib-body.ts';

export interface BibSkeleton {
  /** The entry under the key `k`, with nothing within its braces and quotes and no blanks between its tokens. */
  text: string;
  /** The key that the author gave; `undefined` where the skeleton has the entry's own. */
  key: string | undefined;
  /** Where a character of `text` is in the entry, by its offset. */
  offsetOf: (offset: number) => number;
}

/**
 * What a grammar needs to see of an entry. It reads letter by letter and goes down brace by brace, for which an abstract is long and a stack
 * is soon too small; where values begin and end, the tokens say at once. Entries with the same fields have the same skeleton.
 * An entry whose brackets do not match stays as it is.
 * @param text from `@` to the closing bracket
 * @param open offset of the opening bracket
 */
export function toBibSkeleton(text: string, open: number): BibSkeleton {
  const end = text.length - 1;
  const tokens = tokenizeBibBody(text, open + 1, end);
  if ('reason' in tokens) return { text, key: undefined, offsetOf: (offset) => offset };
  const copies: Copy[] = [{ to: 0, from: 0 }];
  let skeleton = text.slice(0, open + 1);
  const key = keyOf(tokens, text);
  if (key !== undefined) skeleton += 'k';
  let before: BibToken['kind'] = ',';
  for (const token of key === undefined ? tokens : tokens.slice(1)) {
    const { kind, start, end: stop } = token;
    // Two words are no one.
    if (kind === 'word' && before === 'word') skeleton += ' ';
    copies.push({ to: skeleton.length, from: start });
    if (kind === 'group') {
      skeleton += text[start];
      copies.push({ to: skeleton.length, from: stop - 1 });
      skeleton += text[stop - 1];
    } else skeleton += text.slice(start, stop);
    before = kind;
  }
  copies.push({ to: skeleton.length, from: end });
  return {
    text: skeleton + text.slice(end),
    key,
    offsetOf: (offset) => toOriginal(offset, copies),
  };
}

/** A key that the grammar takes, with its comma. */
function keyOf([first, second]: readonly BibToken[], text: string): string | undefined {
  if (first?.kind !== 'word' || second?.kind !== ',') return undefined;
  const key = text.slice(first.start, first.end);
  return /[@()]/.test(key) ? undefined : key;
}
