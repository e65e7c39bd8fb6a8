import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { AuthorMark } from '../model/publication.ts';
import { nearestName } from '../nearest-name.ts';
import { addProblem } from '../problem.ts';
import type { BibEntry, BibField } from './bib-entry.ts';
import { createSlicer, sliceField, sliceTrimmed, trimField } from './slice-field.ts';
import { sortMarks, takeTrailingMarks } from './trailing-mark.ts';

/** Marks by the number of the name, counted from 1; those under 0 are for all names. */
export type AuthorAnnotations = ReadonlyMap<number, AuthorAnnotation>;

export interface AuthorAnnotation {
  marks: AuthorMark[];
  /** Of the first word for this name. */
  position: Position;
}

/** Words for marks, with nothing but their letters. */
const words: Readonly<Record<AuthorMark, readonly string[]>> = {
  equal: [
    'equal',
    'equally',
    'equalcontrib',
    'equalcontribution',
    'equalcontributor',
    'equalauthor',
    'contributedequally',
    'cofirst',
    'cofirstauthor',
    'jointfirst',
    'jointfirstauthor',
    'sharedfirst',
    'sharedfirstauthor',
  ],
  corresponding: [
    'corresponding',
    'correspondingauthor',
    'correspondence',
    'corresp',
    'corr',
    'contact',
    'contactauthor',
  ],
  student: [
    'student',
    'studentauthor',
    'phdstudent',
    'graduatestudent',
    'gradstudent',
    'undergraduate',
    'undergraduatestudent',
    'undergrad',
    'mastersstudent',
    'masterstudent',
    'advisee',
    'mentee',
    'supervisee',
    'supervised',
    'advised',
  ],
};

/** Words that other templates make the owner bold by. mdcv finds the owner by the name. */
const wordsForOwner: readonly string[] = [
  'highlight',
  'bold',
  'me',
  'self',
  'myself',
  'owner',
  'cvowner',
  'cvauthor',
];

const marksByWord: ReadonlyMap<string, AuthorMark> = new Map(
  (Object.keys(words) as AuthorMark[]).flatMap((mark) => words[mark].map((word) => [word, mark] as const)),
);

/** A word with its `1=`, `1:family=` or `=`, or without where it goes on; quotes are kept. */
const item = /(?:"[^"]*"|[^",;])+/g;
const selector = /^(?:(\d+)\s*(?::\s*[A-Za-z-]+\s*)?)?=\s*/;

/**
 * Reads the marks of names from BibLaTeX's data annotations (manual of BibLaTeX, "Data Annotations"): `1=equal; 2=equal,corresponding`
 * in the field `author+an`, or `author+an:NAME`. A part of a name (`2:family=student`) stands for the name, quotes make no difference,
 * and a comma may stand for the semicolon. Unknown words are warnings `bib-name`, but for texts in quotes in a named annotation, which
 * are for something else.
 * @param name of the field whose names are annotated: `author`
 */
export function readAnnotations(name: string, { fields }: BibEntry, vfile: VFile): AuthorAnnotations {
  const found = new Map<number, AuthorAnnotation>();
  for (const [key, field] of fields) {
    if (!key.includes('+an')) continue;
    const [base, label = 'default'] = key.split(/\+an:?/);
    if (base !== name || key === name) continue;
    for (const { index, word, isQuoted } of readItems(field, vfile)) {
      const marks = toMarks(word);
      if (!marks && (!isQuoted || (label || 'default') === 'default')) reportWord(word, vfile);
      if (!marks || marks.length === 0) continue;
      const before = found.get(index);
      found.set(index, {
        marks: sortMarks([...(before?.marks ?? []), ...marks]),
        position: before?.position ?? word.position,
      });
    }
  }
  return found;
}

interface Item {
  index: number;
  word: BibField;
  isQuoted: boolean;
}

function readItems(field: BibField, vfile: VFile): Item[] {
  const items: Item[] = [];
  const slice = createSlicer(field);
  let index: number | undefined;
  for (const { 0: text, index: at } of field.value.matchAll(item)) {
    const piece = sliceTrimmed(field, at, at + text.length, slice);
    if (piece.value === '') continue;
    const selected = selector.exec(piece.value);
    if (selected) index = selected[1] === undefined ? 0 : Number(selected[1]);
    else if (field.value[at - 1] !== ',') index = undefined;
    if (index === undefined || selected?.[1]?.match(/^0+$/)) {
      addProblem(vfile, 'bib-name', {
        reason: `Cannot tell which name \`${piece.value}\` is about, expected one such as \`1=equal\``,
        note: 'Write the number of the name, counted from 1, before the equals sign.',
        place: piece.position,
      });
      continue;
    }
    const bare = sliceField(piece, selected?.[0].length ?? 0, piece.value.length);
    const quotes = /^"[^"]*"$/.test(bare.value) ? 1 : 0;
    const word = trimField(sliceField(bare, quotes, bare.value.length - quotes));
    items.push({ index, word, isQuoted: quotes === 1 });
  }
  return items;
}

/** None for a word that needs no mark, nothing for one that is unknown. */
function toMarks(word: BibField): AuthorMark[] | undefined {
  const { rest, marks } = takeTrailingMarks(word);
  if (rest.value === '') return marks;
  const letters = toLetters(word.value);
  if (wordsForOwner.includes(letters)) return [];
  const mark = marksByWord.get(letters);
  return mark && [mark];
}

function reportWord(word: BibField, vfile: VFile): void {
  const near = nearestName(toLetters(word.value), [...marksByWord.keys()]);
  addProblem(vfile, 'bib-name', {
    reason: `Cannot mark a name with \`${word.value}\`, expected \`equal\`, \`corresponding\` or \`student\``,
    note: near ? `Did you mean \`${near}\`? Until then the name has no mark.` : 'The name has no mark.',
    place: word.position,
  });
}

function toLetters(word: string): string {
  return word.toLowerCase().replace(/[^a-z]/g, '');
}
