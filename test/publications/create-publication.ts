import type { Phrase } from '../../src/model/cv.ts';
import type { Author, AuthorList, Publication, PublicationList } from '../../src/model/publication.ts';

/** A journal article of 2020 with the key `key` and no authors, but for the values that are given. */
export function createPublication(values: Partial<Publication> = {}): Publication {
  return {
    key: 'key',
    kind: 'journal',
    entryType: 'article',
    title: createPhrase('A Title'),
    authors: createAuthors(),
    date: { year: 2020 },
    year: createPhrase('2020'),
    venue: createPhrase('Venue'),
    badges: [],
    links: [],
    keywords: [],
    ...values,
  };
}

export function createPhrase(value: string): Phrase {
  return { children: [{ type: 'text', value }] };
}

/** Authors by their family names; `*` before one makes it the owner's. */
export function createAuthors(...families: string[]): AuthorList {
  const shown = families.map(
    (family): Author => ({
      family: createPhrase(family.replace(/^\*/, '')),
      corporate: false,
      marks: [],
      owner: family.startsWith('*'),
    }),
  );
  return { shown, count: shown.length, open: false };
}

export function createList(
  publications: Publication[],
  values: Partial<PublicationList> = {},
): PublicationList {
  return { type: 'publications', style: 'compact', groups: [{ publications }], legend: [], ...values };
}
