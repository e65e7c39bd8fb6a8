import { expect, test } from 'vitest';
import { toEntryFacts } from '../../src/publications/entry-facts.ts';
import type { PublicationRequest, SortKey } from '../../src/publications/publication-request.ts';
import { selectEntries } from '../../src/publications/select-entries.ts';
import { createEntry } from './create-entry.ts';
import { createRequest } from './create-request.ts';

/** The keys of what is chosen from entries by type and fields; their keys are `a`, `b` … */
function select(
  entries: readonly [type: string, fields: Record<string, string>][],
  request: Partial<PublicationRequest>,
): string {
  const facts = entries.map(([type, fields], index) =>
    toEntryFacts(createEntry(type, { key: 'abcdefgh'.charAt(index), ...fields }), index, []),
  );
  return selectEntries(facts, createRequest(request))
    .map(({ entry }) => entry.key)
    .join('');
}

const some: [string, Record<string, string>][] = [
  ['article', { year: '2020', keywords: 'x, y', journal: 'Nature', selected: 'true' }],
  ['inproceedings', { year: '2022', keywords: 'x', booktitle: 'Meeting (ICML 2022)' }],
  ['book', { year: 'in press', publisher: 'Press' }],
  ['phdthesis', { date: '2020-05', school: 'School' }],
  ['article', { keywords: 'y', journal: 'Science' }],
  ['xdata', { year: '2022' }],
];

test.each<[Partial<PublicationRequest>, string]>([
  [{}, 'cbdae'],
  [{ type: { any: ['journal'], none: [] } }, 'ae'],
  [{ type: { any: ['article', 'thesis'], none: [] } }, 'dae'],
  [{ type: { any: [], none: ['journal', 'book'] } }, 'bd'],
  [{ keyword: { any: ['x'], none: [] } }, 'ba'],
  [{ keyword: { any: ['x', 'y'], none: ['x'] } }, 'e'],
  [{ venue: { any: ['icml', 'nat'], none: [] } }, 'ba'],
  [{ year: [{ from: 2020, to: 2021 }] }, 'da'],
  [
    {
      year: [
        { from: 2022, to: Infinity },
        { from: -Infinity, to: 2020 },
      ],
    },
    'bda',
  ],
  [{ selected: true }, 'a'],
  [{ selected: false }, 'cbde'],
  [{ limit: 2 }, 'cb'],
  [{ limit: 20 }, 'cbdae'],
  // Keys give their order, each once, unless the block says how to sort.
  [{ keys: ['d', 'b', 'none', 'd'] }, 'db'],
  [{ keys: ['f'] }, 'f'],
  [{ keys: [] }, ''],
  [{ keys: ['d', '*'] }, 'cbdae'],
  [{ keys: ['e', 'a', 'b'], keyword: { any: ['y'], none: [] } }, 'ea'],
  [{ keys: ['d', 'a', 'b'], sort: [{ key: 'file', ascending: true }], isDefaultSort: false }, 'abd'],
])('chooses %j', (request, expected) => {
  expect(select(some, request)).toBe(expected);
});

function sort(entries: Record<string, string>[], key: SortKey, ascending: boolean): string {
  return select(
    entries.map((fields) => ['misc', fields]),
    { sort: [{ key, ascending }] },
  );
}

test('sorts by year, month and day; what is to come is the newest, what has no year the oldest', () => {
  const entries = [
    {},
    { year: '2020' },
    { date: '2020-02' },
    { date: '2020-02-03' },
    { year: '2021' },
    { pubstate: 'inpress' },
    { year: '2020', pubstate: 'inpress' },
    { note: 'to appear' },
  ];
  expect(sort(entries, 'year', false)).toBe('fhedcbga');
  expect(sort(entries, 'year', true)).toBe('abgcdefh');
});

test.each<[Record<string, string>[], string]>([
  [
    [{ author: 'Zuse, Konrad' }, { author: 'Ada Lovelace and Konrad Zuse' }, { author: 'Curry, Haskell' }],
    'cba',
  ],
  // Particles do not count, however the name is written.
  [[{ author: 'van der Berg, Jan' }, { author: 'Jan van der Berg' }, { author: 'Curry, H.' }], 'abc'],
  [[{ author: '{The Zoo and Zebra Collaboration}' }, { author: 'Voss' }], 'ab'],
  [[{ author: '{\\"O}rsted, Hans' }, { author: 'Zuse, Konrad' }, { author: 'Nash, John' }], 'cab'],
  [[{ author: 'Zuse, Konrad' }, { editor: 'Berg, Jan' }, { author: '', organization: '{Company}' }], 'bca'],
  [[{ author: 'Zuse, Konrad' }, { author: 'and' }, {}], 'bca'],
])('sorts by the first author of %j', (entries, expected) => {
  expect(sort(entries, 'author', true)).toBe(expected);
});

test('sorts by title, venue, kind and place in the file', () => {
  const titles = [{ title: 'b' }, { title: '{\\"A}b' }, { title: 'A' }, { title: 'B' }, {}];
  expect(sort(titles, 'title', true)).toBe('ecbad');
  expect(sort(titles, 'title', false)).toBe('dabce');
  expect(sort(titles, 'file', false)).toBe('edcba');
  expect(sort([{ howpublished: 'Web' }, { howpublished: 'Post' }], 'venue', true)).toBe('ba');
  expect(select(some, { sort: [{ key: 'type', ascending: true }] })).toBe('aebcd');
});

test('sorts by one key after another', () => {
  expect(
    select(some, {
      sort: [
        { key: 'type', ascending: false },
        { key: 'year', ascending: true },
      ],
    }),
  ).toBe('dcbea');
});
