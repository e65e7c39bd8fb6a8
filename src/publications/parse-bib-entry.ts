import type { bibtexParser } from 'latex-utensils';
import { parse } from 'latex-utensils/out/src/bibtex/bibtex_parser_simple.js';
import { mendBibEntry } from './mend-bib-entry.ts';

/** A piece of a value between `#`s, with the offsets of its text, without its braces or quotes. */
export interface BibPiece {
  /** `name` is that of a string. */
  kind: 'text' | 'number' | 'name';
  text: string;
  start: number;
  end: number;
}

export interface ParsedField {
  /** In lower case. */
  name: string;
  /** At least one. */
  pieces: BibPiece[];
}

export interface ParsedEntry {
  /** Missing where the author gave none. */
  key?: string | undefined;
  fields: ParsedField[];
}

/** Why an entry cannot be read: the end of a sentence, what to do, and the offset of the place. */
export interface ParseFailure {
  at: number;
  reason: string;
  note: string;
}

/**
 * Reads an entry with the BibTeX grammar of latex-utensils. What that refuses but people write is mended and read again.
 * @param text from `@` to the closing bracket
 * @param open offset of the opening bracket
 */
export function parseBibEntry(text: string, open: number): ParsedEntry | ParseFailure {
  const read = parseStrictly(text, (offset) => offset);
  if (read) return read;
  const mended = mendBibEntry(text, open);
  if ('reason' in mended) return mended;
  const again = parseStrictly(mended.text, mended.offsetOf);
  return again
    ? { ...again, key: mended.key }
    : {
        at: open,
        reason: 'its braces are nested too deep',
        note: 'Take out the braces that are not needed.',
      };
}

function parseStrictly(text: string, offsetOf: (offset: number) => number): ParsedEntry | undefined {
  try {
    const [entry] = parse(text).content as bibtexParser.Entry[];
    return (
      entry && { key: entry.internalKey, fields: entry.content.map((field) => toField(field, offsetOf)) }
    );
  } catch {
    // A syntax error, or so many braces that the stack of the grammar overflows: mending tells them apart.
    return undefined;
  }
}

function toField({ name, value }: bibtexParser.Field, offsetOf: (offset: number) => number): ParsedField {
  const values = value.kind === 'concat' ? value.content : [value];
  const pieces = values.map(({ kind, content, location }): BibPiece => {
    const inner = kind === 'text_string' ? 1 : 0;
    return {
      kind: kind === 'text_string' ? 'text' : kind === 'number' ? 'number' : 'name',
      text: content,
      start: offsetOf(location.start.offset + inner),
      end: offsetOf(location.end.offset - inner),
    };
  });
  // No-break spaces are letters to the grammar.
  return { name: name.trim().toLowerCase(), pieces };
}
