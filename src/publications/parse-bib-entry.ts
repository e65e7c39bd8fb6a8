import type { bibtexParser } from 'latex-utensils';
import { parse } from 'latex-utensils/out/src/bibtex/bibtex_parser_simple.js';
import { toBibSkeleton } from './bib-skeleton.ts';
import { createMemory } from './create-memory.ts';
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
  const read = parseStrictly(text, open);
  if (read) return read;
  const mended = mendBibEntry(text, open);
  if ('reason' in mended) return mended;
  // Mending writes what the grammar takes.
  const { fields } = parseStrictly(mended.text, mended.text.indexOf('{'), mended.offsetOf) as ParsedEntry;
  return { key: mended.key, fields };
}

/** Most entries of a file have the same few fields. */
const kept = createMemory<bibtexParser.Entry | undefined>();

function readSkeleton(text: string): bibtexParser.Entry | undefined {
  try {
    return (parse(text).content as bibtexParser.Entry[])[0];
  } catch {
    // A syntax error, which mending places.
    return undefined;
  }
}

/** @param offsetOf where an offset of the text is in the one that the pieces are places of */
function parseStrictly(
  text: string,
  open: number,
  offsetOf: (offset: number) => number = (offset) => offset,
): ParsedEntry | undefined {
  const skeleton = toBibSkeleton(text, open);
  const entry = kept(skeleton.text, () => readSkeleton(skeleton.text));
  return (
    entry && {
      key: skeleton.key ?? entry.internalKey,
      fields: entry.content.map((field) => toField(field)),
    }
  );

  function toField({ name, value }: bibtexParser.Field): ParsedField {
    const values = value.kind === 'concat' ? value.content : [value];
    // No-break spaces are letters to the grammar.
    return { name: name.trim().toLowerCase(), pieces: values.map(toPiece) };
  }

  function toPiece({ kind, location }: Exclude<bibtexParser.Field['value'], { kind: 'concat' }>): BibPiece {
    const inner = kind === 'text_string' ? 1 : 0;
    const start = skeleton.offsetOf(location.start.offset) + inner;
    const end = skeleton.offsetOf(location.end.offset - 1) + 1 - inner;
    return {
      kind: kind === 'text_string' ? 'text' : kind === 'number' ? 'number' : 'name',
      text: text.slice(start, end),
      start: offsetOf(start),
      end: offsetOf(end),
    };
  }
}
