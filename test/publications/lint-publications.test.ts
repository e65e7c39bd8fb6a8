import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { Cv } from '../../src/model/cv.ts';
import type { Publication, PublicationList } from '../../src/model/publication.ts';
import type { BibEntry } from '../../src/publications/bib-entry.ts';
import { checkPublications } from '../../src/publications/lint-publications.ts';
import { createEntry } from './create-entry.ts';
import { createAuthors, createList, createPhrase, createPublication } from './create-publication.ts';

const cv: Cv = {
  lang: 'en',
  person: { address: [], contacts: [] },
  introduction: [],
  sections: [],
  keywords: [],
};
const today = new Date('2024-05-31T12:00:00Z');

/** The codes and reasons, of an entry for each publication unless others are given. */
function check(
  lists: PublicationList[],
  { entries, name }: { entries?: BibEntry[]; name?: string } = {},
): string[] {
  const vfile = new VFile({ path: 'cv.md' });
  const keys = lists.flatMap(({ groups }) =>
    groups.flatMap((group) => group.publications.map(({ key }) => key)),
  );
  const person = {
    ...cv.person,
    name: name === undefined ? undefined : { given: createPhrase(name), text: name },
  };
  checkPublications(
    lists,
    entries ?? keys.map((key) => createEntry('article', { key })),
    { ...cv, person },
    vfile,
    today,
  );
  return vfile.messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`);
}

/** A list of publications with keys `a`, `b` … and titles of their own. */
function listOf(...values: Partial<Publication>[]): PublicationList {
  return createList(
    values.map((own, index) => {
      const key = 'abcdefgh'.charAt(index);
      return createPublication({ key, title: createPhrase(`A Title of ${key}`), ...own });
    }),
  );
}

test('finds nothing wrong with what is right', () => {
  expect(check([])).toEqual([]);
  expect(check([listOf({}, {}, {})])).toEqual([]);
  expect(check([listOf({ authors: createAuthors('Wei', '*Zhang') })], { name: 'Jintao Zhang' })).toEqual([]);
});

test('tells what is printed in two lists', () => {
  expect(check([listOf({}, {}), listOf({}), createList([createPublication()])])).toEqual([
    'repeated-publication `a` is printed in another list already',
  ]);
  const many = listOf({}, {}, {}, {}, {}, {}, {});
  expect(check([many, many])).toEqual([
    'repeated-publication `a`, `b`, `c`, `d`, `e` and 2 more are printed in another list already',
  ]);
});

const none = { venue: undefined, date: undefined, year: undefined };

test.each<[Partial<Publication>, string[]]>([
  [{ venue: undefined }, ['missing-venue `a` does not say where it appeared']],
  [{ venue: undefined, kind: 'thesis' }, ['missing-venue `a` does not say where it appeared']],
  [{ venue: undefined, kind: 'book' }, []],
  [{ venue: undefined, kind: 'talk' }, []],
  [{ date: undefined, year: undefined }, ['missing-year `a` has no year']],
  [{ date: undefined }, []],
  [{ year: undefined }, []],
  [none, ['missing-venue `a` does not say where it appeared', 'missing-year `a` has no year']],
  // What is not out yet may have neither.
  [{ ...none, status: createPhrase('submitted') }, []],
])('asks for venue and year of %j', (values, expected) => {
  expect(check([listOf(values)])).toEqual(expected);
});

test.each([
  ['10.1145/3448016', []],
  ['3448016', ['bad-doi `3448016` of `a` is no DOI, expected one such as `10.1145/3448016`']],
])('looks at the DOI %s', (doi, expected) => {
  const entry = createEntry('article', { key: 'a', doi });
  expect(check([listOf({})], { entries: [entry] })).toEqual(expected);
  // Only what is printed is looked at.
  expect(check([], { entries: [entry] })).toEqual([]);
});

test.each<[Publication['date'], Record<string, string>, boolean]>([
  [{ year: 2023, month: 12 }, { pubstate: 'inpress' }, true],
  [{ year: 2023 }, { note: 'to appear' }, true],
  [{ year: 2024, month: 4 }, { pubstate: 'inpress' }, true],
  [{ year: 2024, month: 5 }, { pubstate: 'inpress' }, false],
  [{ year: 2024 }, { pubstate: 'inpress' }, false],
  [{ year: 2025, month: 1 }, { pubstate: 'inpress' }, false],
  [undefined, { pubstate: 'inpress' }, false],
  [{ year: 2023 }, { pubstate: 'prepublished' }, false],
  [{ year: 2023 }, {}, false],
])('sees whether %j with %j is over', (date, fields, isOver) => {
  const entries = [createEntry('article', { key: 'a', ...fields })];
  expect(check([listOf({ date })], { entries })).toEqual(
    isOver ? ['past-status `a` is still to come, but its date is over'] : [],
  );
});

const title = createPhrase('On Computable Numbers');

test.each<[Partial<Publication>, Partial<Publication>, string[]]>([
  [{ title }, { title }, ['duplicate-publication `b` and `a` have the same title']],
  [
    { title },
    { title: createPhrase('On computable ‘numbers’') },
    ['duplicate-publication `b` and `a` have the same title'],
  ],
  [{ title: createPhrase('Editorial') }, { title: createPhrase('Editorial') }, []],
  [{ doi: '10.1000/A' }, { doi: '10.1000/a' }, ['duplicate-publication `b` and `a` have the same DOI']],
  [{ doi: '10.1000/a' }, { doi: '10.1000/b' }, []],
  // The preprint is the one to leave out, wherever it stands.
  [
    { title, kind: 'preprint' },
    { title },
    ['superseded-preprint `a` is the preprint of `b`, which is printed, too'],
  ],
  [
    { title },
    { title, kind: 'preprint' },
    ['superseded-preprint `b` is the preprint of `a`, which is printed, too'],
  ],
  [
    { title, kind: 'preprint' },
    { title, kind: 'preprint' },
    ['duplicate-publication `b` and `a` have the same title'],
  ],
  // A talk on a paper is named as the paper.
  [{ title, doi: '10.1000/a' }, { title, doi: '10.1000/a', kind: 'talk' }, []],
  [{ title }, { title, kind: 'other', genre: createPhrase('Poster') }, []],
  [{ title }, { title, kind: 'other', venue: createPhrase('Talk at the Royal Society') }, []],
  [{ title }, { title, kind: 'other', remark: createPhrase('invited lecture') }, []],
  [
    { title },
    { title, kind: 'other', venue: createPhrase('Outposters') },
    ['duplicate-publication `b` and `a` have the same title'],
  ],
  [
    { title, kind: 'talk' },
    { title, kind: 'talk' },
    ['duplicate-publication `b` and `a` have the same title'],
  ],
  [
    { doi: '10.1000/a', kind: 'talk' },
    { doi: '10.1000/a', kind: 'talk' },
    ['duplicate-publication `b` and `a` have the same DOI'],
  ],
])('compares %j and %j', (one, other, expected) => {
  expect(check([listOf(one, other)])).toEqual(expected);
});

test('compares the publications of all lists', () => {
  expect(check([listOf({ title }), createList([createPublication({ title })])])).toEqual([
    'duplicate-publication `key` and `a` have the same title',
  ]);
});

test.each<[Partial<Publication>[], string[]]>([
  [
    [{ authors: createAuthors('Wei') }, { authors: createAuthors('*Zhang') }, {}],
    ['missing-owner Jintao Zhang is not among the authors of `a`'],
  ],
  [
    [{ authors: createAuthors('Wei') }, { authors: createAuthors('Li') }],
    ['missing-owner Jintao Zhang is not among the authors of any publication'],
  ],
  [[{ authors: createAuthors('Wei'), editors: createAuthors('*Zhang') }], []],
  [
    [{ authors: createAuthors('Wei'), editors: createAuthors('Li') }],
    ['missing-owner Jintao Zhang is not among the authors of any publication'],
  ],
  // Names that are not shown say nothing.
  [[{ authors: { shown: [], count: 4, open: false } }], []],
  [[{ authors: { ...createAuthors('*Zhang'), shown: [3, ...createAuthors('*Zhang').shown] } }], []],
])('looks for the owner in %j', (values, expected) => {
  expect(check([listOf(...values)], { name: 'Jintao Zhang' })).toEqual(expected);
  expect(check([listOf(...values)])).toEqual([]);
});
