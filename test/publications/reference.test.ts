import { expect, test } from 'vitest';
import type { Author, AuthorList, Publication } from '../../src/model/publication.ts';
import { publicationWords } from '../../src/publications/publication-words.ts';
import { shortNames, toReference } from '../../src/publications/reference.ts';
import { show } from '../content/recognition/phrasing.ts';
import { createAuthors, createPhrase, createPublication } from './create-publication.ts';

const words = publicationWords('en');
const bare = { venue: undefined, date: undefined, year: undefined };

function listOf(...authors: (Partial<Author> | number)[]): AuthorList {
  const [one] = createAuthors('Zhang').shown as [Author];
  const shown = authors.map((author) => (typeof author === 'number' ? author : { ...one, ...author }));
  return { shown, count: shown.length, open: false };
}

test.each<[Partial<Publication>, string]>([
  [{}, '*A Title*. Venue, 2020.'],
  [bare, '*A Title*.'],
  [{ venueShort: createPhrase('V') }, '*A Title*. Venue, 2020.'],
  [{ venue: undefined, venueShort: createPhrase('V') }, '*A Title*. V, 2020.'],
  [{ status: createPhrase('to appear') }, '*A Title*. Venue, 2020, to appear.'],
  [{ authors: createAuthors('Wei', '*Zhang') }, '{span Wei}, **Zhang**. *A Title*. Venue, 2020.'],
  [
    {
      ...bare,
      authors: listOf({
        given: createPhrase('Jan'),
        particle: createPhrase('van der'),
        suffix: createPhrase('II'),
        marks: ['equal', 'corresponding', 'student'],
      }),
    },
    '{span Jan van der Zhang II*†‡}. *A Title*.',
  ],
  [{ ...bare, authors: listOf({}, 7, { owner: true }) }, '{span Zhang}, …, **Zhang**. *A Title*.'],
  // No second full stop.
  [{ ...bare, authors: { ...createAuthors('Wei'), open: true } }, '{span Wei}, et al. *A Title*.'],
  [{ ...bare, authors: listOf({ suffix: createPhrase('Jr.') }) }, '{span Zhang Jr.} *A Title*.'],
  [{ ...bare, authors: listOf({}, 7) }, '{span Zhang}, … *A Title*.'],
  [{ title: createPhrase('Why?') }, '*Why?* Venue, 2020.'],
  [{ title: createPhrase('What is “so?”') }, '*What is “so?”* Venue, 2020.'],
  [
    { title: createPhrase('A Title (2nd ed.)'), year: createPhrase('n.d.') },
    '*A Title (2nd ed.)*. Venue, n.d.',
  ],
  [
    {
      badges: [
        { label: createPhrase('code'), url: 'https://example.org', remark: createPhrase('2K stars') },
        { label: createPhrase('Best Paper') },
      ],
    },
    '*A Title*. Venue, 2020. <[code · 2K stars]> {span [Best Paper]}',
  ],
])('writes out %j', (values, expected) => {
  expect(show(toReference(createPublication(values), words))).toBe(expected);
});

test.each<[AuthorList, string]>([
  [createAuthors(), ''],
  [createAuthors('Wei'), 'Wei'],
  [createAuthors('Wei', '*Zhang'), 'Wei and Zhang'],
  [createAuthors('Wei', 'Zhang', 'Li'), 'Wei et al.'],
  [{ ...createAuthors('Wei'), open: true }, 'Wei et al.'],
  [{ ...createAuthors(), open: true }, 'et al.'],
  [{ ...listOf({}, 2), count: 3 }, 'Zhang et al.'],
  [
    listOf({
      family: {
        children: [
          { type: 'text', value: 'The ' },
          { type: 'emphasis', children: createPhrase('ATLAS').children },
        ],
      },
    }),
    'The ATLAS',
  ],
])('cites %j', (authors, expected) => {
  expect(shortNames(authors, words)).toBe(expected);
});
