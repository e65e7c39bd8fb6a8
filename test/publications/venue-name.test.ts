import { expect, test } from 'vitest';
import { toPublicationKind } from '../../src/publications/publication-kind.ts';
import { findShortVenue, findVenue, readVenues } from '../../src/publications/venue-name.ts';
import { createEntry } from './create-entry.ts';
import { createVenues } from './create-venues.ts';

type Fields = Record<string, string>;

test.each<[type: string, fields: Fields, expected: string | undefined]>([
  ['article', { journal: 'Old', journaltitle: 'New' }, 'New'],
  ['article', { journal: 'Old', journaltitle: ' ' }, 'Old'],
  ['inproceedings', { booktitle: 'Proceedings', eventtitle: 'Event' }, 'Proceedings'],
  ['phdthesis', { publisher: 'Press', school: 'School' }, 'School'],
  ['patent', { number: 'US 1', holder: 'Company' }, 'US 1'],
  ['proceedings', { booktitle: 'Proceedings' }, undefined],
  ['misc', { howpublished: 'Web' }, 'Web'],
  ['article', { journal: '' }, undefined],
  ['misc', {}, undefined],
])('finds the venue of @%s with %j', (type, fields, expected) => {
  const entry = createEntry(type, fields);
  expect(findVenue(entry, toPublicationKind(entry))?.value).toBe(expected);
});

const venues = {
  ICML: ['International Conference on Machine Learning'],
  'Journal of Short Names': ['JSN'],
  'Short Names': ['SN'],
  '': [],
};

/** The short name as text; `field` before it where it is a field of the entry. */
function short(fields: Fields, names: Record<string, string[]> = venues): string | undefined {
  const entry = createEntry('article', fields);
  const found = findShortVenue(entry, findVenue(entry, 'journal'), readVenues(createVenues(names)));
  return typeof found === 'object' ? `field ${found.value}` : found;
}

test.each<[Fields, string]>([
  // The names that the CV gives.
  [{ booktitle: 'Proceedings of the 38th {International} Conference on Machine Learning (X)' }, 'ICML'],
  [{ journal: 'journal of short-names' }, 'JSN'],
  [{ series: 'ICML ’21', shortjournal: 'Other' }, 'ICML'],
  // Those of the entry.
  [{ journal: 'A Journal', shortjournal: 'A. J.', abbr: 'AJ' }, 'field A. J.'],
  [{ journal: 'A Journal', abbr: 'AJ' }, 'field AJ'],
  [{ journal: 'A Journal', shortjournal: '', abbr: 'AJ' }, 'field AJ'],
  [{ booktitle: 'A Meeting', shortbooktitle: 'AM' }, 'field AM'],
  [{ booktitle: 'A Meeting', series: "CHI '24" }, 'CHI'],
  [{ booktitle: 'A Meeting', series: 'ESEC/FSE 2024' }, 'ESEC/FSE'],
  [{ booktitle: 'A Meeting', eventtitle: 'EMNLP 2023' }, 'EMNLP'],
  [{ booktitle: 'A Meeting', eventtitle: '2023 Annual  Meeting' }, 'Annual Meeting'],
  // Series of books, numbers of series and years are no venues.
  [{ booktitle: 'A Meeting (AM)', series: 'Lecture Notes in CS' }, 'AM'],
  [{ booktitle: 'A Meeting (AM)', series: '2024', eventtitle: '3' }, 'AM'],
  [{ booktitle: 'A Meeting (AM)', eventtitle: 'The Annual Meeting of All of Them' }, 'AM'],
  // What stands in brackets behind the long name.
  [{ booktitle: 'A Conference (SECRYPT 2013).' }, 'SECRYPT'],
  [{ booktitle: "A Conference (SIGMOD'19)" }, 'SIGMOD'],
  // Archives.
  [{ journal: 'arXiv preprint arXiv:2401.00001' }, 'arXiv'],
  [{ journal: 'CoRR' }, 'arXiv'],
  [{ journal: 'biorxiv' }, 'bioRxiv'],
])('finds the short name of %j', (fields, expected) => {
  expect(short(fields)).toBe(expected);
});

test.each<Fields>([
  {},
  { journal: 'A Journal' },
  { journal: 'A Journal (online)' },
  { journal: 'A Journal (Of Something With A Long Name)' },
  { journal: 'Microicml' },
  { journal: 'Corr. Sci.' },
  { journal: 'On bioRxiv' },
  { booktitle: 'A Meeting', series: '' },
])('finds no short name of %j', (fields) => {
  expect(short(fields)).toBeUndefined();
});

test('takes the closest of several names of the CV', () => {
  const fields = { journal: 'Journal of Machine Learning Research' };
  expect(short(fields, { ML: ['Machine Learning'], JMLR: ['Journal of Machine Learning Research'] })).toBe(
    'JMLR',
  );
});

test('knows no venues where the CV names none', () => {
  expect(readVenues(undefined)).toEqual([]);
  expect(readVenues(createVenues({ 'A B': [], Long: ['L-O'] }))).toEqual([
    { short: 'L-O', keys: ['long', 'l o'] },
    { short: 'A B', keys: ['a b'] },
  ]);
});
