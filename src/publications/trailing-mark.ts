import type { AuthorMark } from '../model/publication.ts';
import type { BibField } from './bib-entry.ts';
import { sliceField } from './slice-field.ts';

const signs: readonly (readonly [mark: AuthorMark, sign: string])[] = [
  [
    'equal',
    String.raw`[*∗⁎﹡＊#＃⋆★]|\\(?:#|(?:textasteriskcentered|textasterisk|asterisk|ast|star)(?![A-Za-z]))`,
  ],
  ['corresponding', String.raw`[†✉✝]|\\(?:textdagger|dagger|dag|Letter|Envelope)(?![A-Za-z])`],
  ['student', String.raw`[‡§]|\\(?:textdaggerdbl|ddagger|ddag|textsection|S)(?![A-Za-z])`],
];

const sign = signs.map(([, source]) => source).join('|');
/** What a superscript may hold: marks, and the numbers of affiliations beside them. */
const inner = String.raw`(?:${sign}|[\d,;\s{}^]|\\[,;!])*`;
const mark = new RegExp(
  [
    String.raw`\$${inner}\$`,
    String.raw`\\\(${inner}\\\)`,
    String.raw`\\textsuperscript\s*\{${inner}\}`,
    String.raw`\{${inner}\}`,
    String.raw`\^?(?:${sign})`,
  ]
    .map((source) => `${source}(?:\\s*\\{\\})?$`)
    .join('|'),
  'u',
);
const patterns = signs.map(([name, source]) => ({ name, pattern: new RegExp(source, 'u') }));
const blanks = /(?:[\s~,]|\\[ ,;:!/])+$/;

/** Longer marks are none; it keeps the time linear in the length of the text. */
const longestMark = 80;

/**
 * Takes marks off the end of a name or a part of one: `*` (equal), `†` (corresponding), `‡` or `§` (student), typed as such, as TeX's
 * commands, in mathematics or as a superscript; `#` is read as `*`, an envelope as `†`. The numbers of affiliations in the same
 * superscript go with them; others stay.
 */
export function takeTrailingMarks(field: BibField): { rest: BibField; marks: AuthorMark[] } {
  const { value } = field;
  if (!value.includes('\\') && /[\p{L}.]$/u.test(value)) return { rest: field, marks: [] };
  let end = value.length;
  const marks = new Set<AuthorMark>();
  for (;;) {
    const stop = trimEnd(value, end);
    const from = Math.max(0, stop - longestMark);
    const found = mark.exec(value.slice(from, stop));
    const text = found?.[0] ?? '';
    const names = patterns.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name);
    if (!found || names.length === 0) break;
    for (const name of names) marks.add(name);
    end = trimEnd(value, from + found.index);
  }
  return {
    rest: end === value.length ? field : sliceField(field, 0, end),
    marks: sortMarks(marks),
  };
}

/** Each mark once, in the order of the legend. */
export function sortMarks(marks: Iterable<AuthorMark>): AuthorMark[] {
  const given = new Set(marks);
  if (given.size === 0) return [];
  return signs.map(([name]) => name).filter((name) => given.has(name));
}

function trimEnd(value: string, end: number): number {
  const from = Math.max(0, end - longestMark);
  const found = blanks.exec(value.slice(from, end));
  return found ? from + found.index : end;
}
