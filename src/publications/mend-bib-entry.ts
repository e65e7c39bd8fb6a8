import { type Copy, toOriginal } from './copied-text.ts';
import type { ParseFailure } from './parse-bib-entry.ts';
import { type BibToken, tokenizeBibBody } from './tokenize-bib-body.ts';

export interface MendedEntry {
  /** The entry as the grammar wants it, under a key of its own. */
  text: string;
  /** The key that the author gave. */
  key: string | undefined;
  /** Where a place of a value in `text` is in the text that was mended. */
  offsetOf: (offset: number) => number;
}

interface LooseField {
  name: BibToken[];
  /** The tokens of each: a group, or words that are one text. */
  pieces: BibToken[][];
}

type Kind = BibToken['kind'] | 'end';

const fieldNote = 'Write `name = {value},` for each field.';
const commaNote = 'Put braces around the whole value, and a comma behind it.';

/** What the grammar takes as a number or as the name of a string. */
const bareValue = /^(?:[-\d]+|[^-\d%@={}()"#,\s][^%@={}()"#,\s]*)$/;

/**
 * Writes an entry that the grammar refuses anew, where it is plain what is meant: missing commas and commas too many, no key or one
 * with blanks, a missing `=`, names and values that want braces.
 * @param text from `@` to the closing bracket
 * @param open offset of the opening bracket
 */
export function mendBibEntry(text: string, open: number): MendedEntry | ParseFailure {
  const end = text.length - 1;
  const tokens = tokenizeBibBody(text, open + 1, end);
  if ('reason' in tokens) return tokens;
  const read = readLoosely(tokens, text);
  if ('reason' in read) return { at: read.token.start, reason: read.reason, note: read.note };
  const textOf = (list: BibToken[], glue: string): string =>
    list.map((token) => text.slice(token.start, token.end)).join(glue);
  return { key: textOf(read.key, ' ') || undefined, ...writeFields(read.fields, text, textOf) };
}

interface Refusal {
  /** The one that does not fit. */
  token: BibToken;
  reason: string;
  note: string;
}

function readLoosely(tokens: BibToken[], text: string): { key: BibToken[]; fields: LooseField[] } | Refusal {
  const fields: LooseField[] = [];
  let next = 0;
  const kindAt = (index: number): Kind => tokens[index]?.kind ?? 'end';
  const isOver = (): boolean => kindAt(next) === ',' || kindAt(next) === 'end';
  const skip = (kind: Kind): void => {
    while (kindAt(next) === kind) next += 1;
  };
  const refuse = (reason: string, note: string): Refusal => ({
    token: tokens[next] as BibToken,
    reason,
    note,
  });

  /** `year =`; also `title {` after a comma or on a line of its own. */
  function startsField(): boolean {
    if (kindAt(next) !== 'word') return false;
    if (kindAt(next + 1) !== 'group') return kindAt(next + 1) === '=';
    const before = tokens[next - 1] as BibToken;
    return before.kind === ',' || /[\r\n]/.test(text.slice(before.end, tokens[next]?.start));
  }

  /** The texts between `#`s; none for a field that is left empty. */
  function readPieces(): LooseField['pieces'] {
    const pieces: LooseField['pieces'] = [];
    for (;;) {
      skip('#');
      const first = next;
      const kind = kindAt(first);
      if (kind !== 'group' && kind !== 'word') return pieces;
      next += 1;
      // Words without braces are one text, up to the name of the next field.
      if (kind === 'word') while (kindAt(next) === 'word' && !startsField()) next += 1;
      pieces.push(tokens.slice(first, next));
      if (kindAt(next) !== '#') return pieces;
    }
  }

  skip('word');
  if (kindAt(next) === '=' && next > 0) next -= 1;
  else if (!isOver()) return refuse('its key is expected here', 'Begin it with `@article{key,`.');
  const key = tokens.slice(0, next);
  for (;;) {
    skip(',');
    if (isOver()) return { key, fields };
    const isField = startsField();
    const first = next;
    skip('word');
    const name = tokens.slice(first, next);
    if (name.length === 0) return refuse('the name of a field is expected here', fieldNote);
    // A word alone says nothing.
    if (isOver()) continue;
    if (kindAt(next) !== '=' && !isField) return refuse('`=` is expected here', fieldNote);
    skip('=');
    fields.push({ name, pieces: readPieces() });
    if (!isOver() && !startsField()) return refuse('a comma is expected here', commaNote);
  }
}

function writeFields(
  fields: readonly LooseField[],
  text: string,
  textOf: (list: BibToken[], glue: string) => string,
): Pick<MendedEntry, 'text' | 'offsetOf'> {
  const copies: Copy[] = [];
  let mended = '@a{k,';
  for (const { name, pieces } of fields) {
    mended += `${textOf(name, '-').replace(/[()@]/g, '-')}=`;
    for (const [index, piece] of pieces.entries()) {
      const value = textOf(piece, ' ');
      const isText = !/^["{]/.test(value) && !bareValue.test(value);
      if (index > 0) mended += '#';
      if (isText) mended += '{';
      // A comment between two words is no part of the text.
      for (const [at, { start, end }] of piece.entries()) {
        if (at > 0) mended += ' ';
        copies.push({ to: mended.length, from: start });
        mended += text.slice(start, end);
      }
      if (isText) mended += '}';
    }
    mended += pieces.length > 0 ? ',' : '{},';
  }
  return { text: `${mended}}`, offsetOf: (offset) => toOriginal(offset, copies) };
}
