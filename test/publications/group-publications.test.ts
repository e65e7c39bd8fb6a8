import { expect, test } from 'vitest';
import type { Phrase } from '../../src/model/cv.ts';
import type { Publication } from '../../src/model/publication.ts';
import { groupPublications } from '../../src/publications/group-publications.ts';
import type { PublicationRequest } from '../../src/publications/publication-request.ts';
import { publicationWords } from '../../src/publications/publication-words.ts';
import { show as showPhrase } from '../content/recognition/phrasing.ts';
import { createPhrase, createPublication } from './create-publication.ts';
import { createRequest } from './create-request.ts';

/** `title: a b | other title: c`, with numbers as `1:a`. */
function show(
  publications: readonly Partial<Publication>[],
  request: Partial<PublicationRequest>,
  lang = 'en',
): string {
  const groups = groupPublications(
    publications.map((values, index) => createPublication({ key: 'abcdef'.charAt(index), ...values })),
    createRequest(request),
    publicationWords(lang),
  );
  return groups
    .map(({ title, publications: members }) => {
      const keys = members.map(({ key, label }) => (label === undefined ? key : `${label}:${key}`)).join(' ');
      return title ? `${showPhrase(title)}: ${keys}` : keys;
    })
    .join(' | ');
}

const phrase = (value: string): Phrase => createPhrase(value);
const emphasised: Phrase = {
  children: [
    { type: 'text', value: 'in ' },
    { type: 'emphasis', children: [{ type: 'text', value: 'press' }] },
  ],
};

test('makes one group without a title, or none', () => {
  expect(show([{}, {}], {})).toBe('a b');
  expect(show([], { group: 'year', number: 'forward' })).toBe('');
});

test('groups by year, in the order of the publications', () => {
  const undated = { date: undefined, year: undefined };
  expect(
    show(
      [
        { date: undefined, year: emphasised },
        undated,
        { date: { year: 2021 } },
        { date: { year: 2020 }, status: phrase('submitted') },
        { ...undated, status: phrase('submitted') },
        { date: { year: 2021, month: 2 } },
      ],
      { group: 'year' },
    ),
  ).toBe('In press: a | 2021: c f | 2020: d | Submitted: e | Other: b');
});

test('groups by kind, in the order of academics', () => {
  const kinds = ['other', 'talk', 'conference', 'journal', 'conference'] as const;
  const publications = kinds.map((kind) => ({ kind }));
  expect(show(publications, { group: 'type' })).toBe(
    'Journal articles: d | Conference papers: c e | Talks: b | Other publications: a',
  );
  expect(show([{ kind: 'talk' }], { group: 'type' }, 'de')).toBe('Vorträge: a');
});

test('groups by venue, the short name first', () => {
  expect(
    show(
      [
        { venue: undefined },
        { venueShort: phrase('ICML'), venue: phrase('Conference') },
        { venue: phrase('icml') },
        { venue: phrase('Nature') },
      ],
      { group: 'venue' },
    ),
  ).toBe('ICML: b c | Nature: d | Other: a');
});

test('groups by the first keyword that is asked for', () => {
  const publications = [
    { keywords: [] },
    { keywords: ['Selected', 'Ships'] },
    { keywords: ['ships', 'Compilers'] },
    { keywords: ['compilers'] },
    { keywords: ['selected'] },
    { keywords: ['other'] },
  ];
  expect(show(publications, { group: 'keyword' })).toBe('Ships: b c | compilers: d | Other: a e f');
  const keyword = { any: ['compilers'], none: [] };
  expect(show(publications, { group: 'keyword', keyword })).toBe('Compilers: c d | Other: a b e f');
});

test.each([
  ['none', '2020: a | 2019: b d | 2018: c'],
  ['forward', '2020: 1:a | 2019: 2:b 3:d | 2018: 4:c'],
  ['reverse', '2020: 4:a | 2019: 3:b 2:d | 2018: 1:c'],
  ['prefix', '2020: J1:a | 2019: J2:b BC1:d | 2018: J3:c'],
  ['prefix-reverse', '2020: J3:a | 2019: J2:b BC1:d | 2018: J1:c'],
] as const)('numbers over all groups: %s', (number, expected) => {
  const publications = [
    { date: { year: 2020 } },
    { date: { year: 2019 } },
    { date: { year: 2018 } },
    { date: { year: 2019 }, kind: 'chapter' as const },
  ];
  expect(show(publications, { group: 'year', number })).toBe(expected);
});
