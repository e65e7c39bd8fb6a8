import type { BibEntry, BibField } from './bib-entry.ts';
import type { EntryDate } from './publication-date.ts';
import type { PublicationStatus } from './publication-words.ts';
import { texToText } from './tex-to-text.ts';

/** How authors write that a publication is not out yet, where there is no `pubstate`. */
const phrases: readonly [RegExp, PublicationStatus][] = [
  [/\bin preparation\b|\bwork in progress\b|\bin vorbereitung\b/i, 'inpreparation'],
  [/\bsubmitted\b|\bunder (?:review|submission|revision)\b|\beingereicht\b/i, 'submitted'],
  [
    /\bto appear\b|\bforthcoming\b|\bto be published\b|\bupcoming\b|\berscheint\b|à paraître\b/i,
    'forthcoming',
  ],
  [/\bin press\b|\baccepted\b|\bim druck\b/i, 'inpress'],
];

const states: readonly PublicationStatus[] = [
  'inpreparation',
  'submitted',
  'forthcoming',
  'inpress',
  'prepublished',
];

/** Where the words stand that say that a publication is not out yet; `undefined` for one that is out. */
export function findStatus(entry: BibEntry): { status: PublicationStatus; field: BibField } | undefined {
  const { fields } = entry;
  const pubstate = fields.get('pubstate');
  const written = texToText(pubstate?.value ?? '')
    .trim()
    .toLowerCase();
  const state = states.find((name) => name === written);
  if (pubstate && state) return { status: state, field: pubstate };
  for (const name of ['pubstate', 'year', 'date', 'note', 'howpublished', 'addendum']) {
    const field = fields.get(name);
    const text = texToText(field?.value ?? '');
    // A whole sentence in a note is about something else.
    const found = text.length <= 60 && /[a-z]/i.test(text) && phrases.find(([pattern]) => pattern.test(text));
    if (field && found) return { status: found[1], field };
  }
  return undefined;
}

/** The status to print: none beside words of the author's that say it, in a year or a note. */
export function readStatus(entry: BibEntry, when: EntryDate): PublicationStatus | undefined {
  const found = findStatus(entry);
  if (!found) return undefined;
  const isWords = found.field !== entry.fields.get('pubstate') && found.field !== when.field;
  return isWords ? undefined : found.status;
}
