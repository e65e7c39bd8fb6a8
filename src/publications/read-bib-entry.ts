import { nearestName } from '../nearest-name.ts';
import type { BibEntry, BibField } from './bib-entry.ts';
import { type BibProblems, nameOfChunk, reportUnclosed } from './bib-problems.ts';
import { type BibPiece, type ParsedEntry, parseBibEntry } from './parse-bib-entry.ts';
import type { BibChunk } from './split-bib-file.ts';

/** A .bib file while its chunks are read. */
export interface BibContext {
  text: string;
  /** A place in the file, which names the file. */
  positionOf: (start: number, end: number) => BibField['position'];
  /** Values of `@string`s of all files by name in lower case; a name that nothing defines stands for itself once it was told. */
  strings: Map<string, string>;
  /** How many letters strings have brought so far. */
  brought: number;
  add: BibProblems['add'];
  hasRoom: BibProblems['hasRoom'];
}

/** Strings that are joined of strings multiply: ten of ten of ten … Nobody's value is as long, nor all of a file together. */
const mostLetters = 100_000;
const mostBrought = 10_000_000;

/** Month names are strings of every BibTeX style; they stay names, which `publication-date.ts` knows. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** An entry with the values of its fields, or nothing when it cannot be read, which is told. */
export function readBibEntry(chunk: BibChunk, context: BibContext): BibEntry | undefined {
  const position = context.positionOf(chunk.start, chunk.end);
  const parsed = parseChunk(chunk, context);
  if (!parsed) return undefined;
  // Without a key it can be printed, if not cited.
  const key = parsed.key ?? `${chunk.type}-${position.start.line}`;
  const fields: BibEntry['fields'] = new Map();
  for (const { name, pieces } of parsed.fields) {
    const field = toField(pieces, context, chunk.start);
    const before = fields.get(name);
    if (!before?.value) fields.set(name, field);
    else if (field.value && before.value !== field.value)
      context.add('bib-syntax', {
        reason: `Cannot tell which \`${name}\` of \`${key}\` is meant, the first is taken`,
        note: 'Delete one of them.',
        place: field.position,
      });
  }
  return { type: chunk.type, key, fields, position };
}

/** Puts the value of an `@string` among the strings, or tells why it cannot. */
export function readBibString(chunk: BibChunk, context: BibContext): void {
  // Its blanks stand between it and what it is joined to.
  for (const { name, pieces } of parseChunk(chunk, context)?.fields ?? [])
    context.strings.set(name, joinPieces(pieces, context, chunk.start));
}

function parseChunk(chunk: BibChunk, context: BibContext): ParsedEntry | undefined {
  const { start, end, open, unclosed } = chunk;
  const { text, add, positionOf } = context;
  if (unclosed !== undefined) {
    reportUnclosed(chunk, text, add, positionOf);
    if (unclosed !== open) return undefined;
  }
  const closing = unclosed === undefined ? '' : text[open] === '(' ? ')' : '}';
  // The grammar joins no pieces in an `@string`; as the field of an entry without a key, it does.
  const source = text.slice(start, end).replace(/^@([ \t]*)string/i, '@$1fields');
  const parsed = parseBibEntry(`${source}${closing}`, open - start);
  if (!('reason' in parsed)) return parsed;
  const at = start + parsed.at;
  add('bib-syntax', {
    reason: `Cannot read ${nameOfChunk(chunk, text)}, ${parsed.reason}`,
    note: parsed.note,
    place: positionOf(at, at + 1),
  });
  return undefined;
}

function toField(pieces: readonly BibPiece[], context: BibContext, base: number): BibField {
  const value = joinPieces(pieces, context, base);
  let start = base + (pieces[0] as BibPiece).start;
  let end = base + (pieces.at(-1) as BibPiece).end;
  const text = context.text.slice(start, end);
  if (text.trim() !== '') {
    start += text.length - text.trimStart().length;
    end -= text.length - text.trimEnd().length;
  }
  return { value: value.trim(), position: context.positionOf(start, end) };
}

function joinPieces(pieces: readonly BibPiece[], context: BibContext, base: number): string {
  let joined = '';
  for (const piece of pieces) {
    const text = textOfPiece(piece, context, base);
    if (piece.kind === 'name') context.brought += text.length;
    if (
      piece.kind !== 'name' ||
      (joined.length + text.length <= mostLetters && context.brought <= mostBrought)
    ) {
      joined += text;
      continue;
    }
    context.add('bib-string', {
      reason: `Cannot put the string \`${piece.text}\` in, strings make too much of this value`,
      note: 'A value may have 100,000 letters, and strings may bring 10 million in all. Define strings without others in them.',
      place: context.positionOf(base + piece.start, base + piece.end),
    });
    break;
  }
  return joined;
}

function textOfPiece({ kind, text, start, end }: BibPiece, context: BibContext, base: number): string {
  if (kind !== 'name') return text;
  const name = text.toLowerCase();
  const value = context.strings.get(name);
  if (value !== undefined) return value;
  // A command such as `\apj` is meant as such.
  if (months.includes(name) || text.startsWith('\\')) return text;
  const near = context.hasRoom() ? nearestName(name, [...context.strings.keys()]) : undefined;
  context.add('bib-string', {
    reason: `Cannot find the string \`${text}\`, it is taken as text`,
    note: near
      ? `Did you mean \`${near}\`? Put braces around it if it is text.`
      : 'Put braces around it if it is text, or define it with `@string`.',
    place: context.positionOf(base + start, base + end),
  });
  context.strings.set(name, text);
  return text;
}
