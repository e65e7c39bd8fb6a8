import { VFile } from 'vfile';
import type { AuthorMark } from '../model/publication.ts';
import { addProblem } from '../problem.ts';
import type { BibField } from './bib-entry.ts';
import { createMemory } from './create-memory.ts';
import { isGroup, maskGroups } from './mask-groups.ts';
import type { RawName, RawParts } from './raw-name.ts';
import { readExtendedName } from './read-extended-name.ts';
import { createSlicer, sliceField, sliceTrimmed, trimField } from './slice-field.ts';
import { type Span, splitName } from './split-name.ts';
import { sortMarks, takeTrailingMarks } from './trailing-mark.ts';

const partNames = ['given', 'particle', 'family', 'suffix'] as const;

/** What stands for names that are not listed. */
const others = /^(?:others|et[\s~]+al\.?|\.{3}|…|\\l?dots(?:\{\})?)$/i;

/**
 * Splits a list of names at each `and` outside braces, and each name into its parts (see `splitName` for the rules), with BibLaTeX's
 * extended names, `given=Hans, family=Harman, prefix=von`. `and others` at the end makes the list open. A name with too many commas is
 * kept whole, one without letters is left out; both are warnings `bib-name`.
 */
export function splitNames(field: BibField, vfile: VFile): { names: RawName[]; open: boolean } {
  const pieces = splitAtAnd(field);
  const open = pieces.length > 1 && others.test((pieces.at(-1) as BibField).value);
  const listed = open ? pieces.slice(0, -1) : pieces;
  return { names: listed.flatMap((piece) => toName(piece, vfile) ?? []), open };
}

function splitAtAnd(field: BibField): BibField[] {
  const pieces: BibField[] = [];
  const slice = createSlicer(field);
  let from = 0;
  for (const { index, 0: word } of maskGroups(field.value).matchAll(/(?<=^|\s)and(?=\s|$)/gi)) {
    pieces.push(sliceTrimmed(field, from, index, slice));
    from = index + word.length;
  }
  pieces.push(sliceTrimmed(field, from, field.value.length, slice));
  return pieces;
}

const kept = createMemory<RawName | undefined>();

/** The same people write together again and again: a name is taken apart once, and its parts are placed where it stands. */
function toName(piece: BibField, vfile: VFile): RawName | undefined {
  const { value, position } = piece;
  const known = kept(value, () => {
    const silent = new VFile();
    const name = readName(unplaced(value), silent);
    // What is wrong with a name is told at every place.
    return silent.messages.length === 0 ? name : undefined;
  });
  if (!known) return readName(piece, vfile);
  const slice = (part: BibField | undefined): BibField | undefined =>
    part && sliceField(piece, part.position.start.offset as number, part.position.end.offset as number);
  const { given, particle, family, suffix } = known.parts;
  const parts: RawParts = {
    given: slice(given),
    particle: slice(particle),
    family: slice(family) as BibField,
    suffix: slice(suffix),
  };
  return { ...known, parts, position };
}

/** A text with its own offsets as its place. */
function unplaced(value: string): BibField {
  const end = { line: 1, column: value.length + 1, offset: value.length };
  return { value, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

function readName(piece: BibField, vfile: VFile): RawName | undefined {
  const { rest, marks } = takeTrailingMarks(piece);
  if (!/[\p{L}\p{N}]/u.test(rest.value)) {
    addProblem(vfile, 'bib-name', {
      reason: piece.value ? `Cannot find a name in \`${piece.value}\`` : 'Cannot find a name beside `and`',
      note: 'Write a name there, or delete one `and`.',
      place: piece.position,
    });
    return undefined;
  }
  const { position } = piece;
  if (isGroup(rest.value)) return { ...toCorporateName(rest, marks), position };
  const parts = readExtendedName(rest) ?? readParts(rest, vfile);
  if (!parts) return { parts: { family: rest }, corporate: true, marks, position };
  const { family, given, particle } = parts;
  if (!given && !particle && isGroup(family.value)) return { ...toCorporateName(family, marks), position };
  return { ...withoutMarks(parts, marks), corporate: false, position };
}

/** The name between its braces, however many there are. */
function toCorporateName(field: BibField, marks: readonly AuthorMark[]): Omit<RawName, 'position'> {
  const inner = trimField(sliceField(field, 1, field.value.length - 1));
  if (isGroup(inner.value)) return toCorporateName(inner, marks);
  return { ...withoutMarks({ family: inner }, marks), corporate: true };
}

function withoutMarks(parts: RawParts, marks: readonly AuthorMark[]): Pick<RawName, 'parts' | 'marks'> {
  const all = [...marks];
  const kept = { ...parts };
  for (const name of partNames) {
    const part = parts[name];
    if (!part) continue;
    const taken = takeTrailingMarks(part);
    // A mark that is all of a part is the only text of it.
    if (taken.rest.value === '') continue;
    kept[name] = taken.rest;
    all.push(...taken.marks);
  }
  return { parts: kept, marks: sortMarks(all) };
}

function readParts(name: BibField, vfile: VFile): RawParts | undefined {
  const spans = splitName(name.value);
  if (!spans) {
    addProblem(vfile, 'bib-name', {
      reason: `Cannot tell the parts of \`${name.value}\` apart, it has too many commas`,
      note: 'Write `and` between two names, and braces around the name of an institution.',
      place: name.position,
    });
    return undefined;
  }
  if (/^,|,$/.test(name.value))
    addProblem(vfile, 'bib-name', {
      reason: `Cannot find the whole name in \`${name.value}\`, a part is missing beside the comma`,
      note: 'Write `Family, Given`, or delete the comma.',
      place: name.position,
    });
  const slice = (span: Span | undefined): BibField | undefined =>
    span && sliceField(name, span.start, span.end);
  return {
    given: slice(spans.given),
    particle: slice(spans.particle),
    family: slice(spans.family) as BibField,
    suffix: slice(spans.suffix),
  };
}
