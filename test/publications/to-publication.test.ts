import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { AuthorList, Publication } from '../../src/model/publication.ts';
import { createOwnerFinder } from '../../src/publications/match-owner.ts';
import { publicationWords } from '../../src/publications/publication-words.ts';
import { type PublicationContext, toPublication } from '../../src/publications/to-publication.ts';
import { readVenues } from '../../src/publications/venue-name.ts';
import { show as showPhrase } from '../content/recognition/phrasing.ts';
import { createEntry } from './create-entry.ts';
import { createVenues } from './create-venues.ts';

type Fields = Record<string, string>;
type Options = Partial<PublicationContext>;

function read(
  type: string,
  fields: Fields,
  options: Options = {},
): { publication: Publication; messages: string[] } {
  const vfile = new VFile({ path: 'cv.md' });
  const publication = toPublication(createEntry(type, fields), {
    vfile,
    lang: 'en',
    words: publicationWords('en'),
    venues: readVenues(createVenues({ ICML: ['Conference on Machine Learning'] })),
    markOwner: createOwnerFinder(undefined, ['Jintao Zhang']),
    line: [],
    ...options,
  });
  return { publication, messages: vfile.messages.map(({ name, reason }) => `${name} ${reason}`) };
}

const phraseNames = [
  'title',
  'year',
  'status',
  'venue',
  'venueShort',
  'volume',
  'number',
  'pages',
  'publisher',
  'place',
  'edition',
  'genre',
  'remark',
] as const;

/** The phrases that a publication has, but for its title where the entry has a plain one. */
function phrases(type: string, fields: Fields, options: Options = {}): Fields {
  const { publication } = read(type, { title: 'T', ...fields }, options);
  return Object.fromEntries(
    phraseNames.flatMap((name) => {
      const text = showPhrase(publication[name]);
      return text === undefined || (name === 'title' && text === 'T') ? [] : [[name, text]];
    }),
  );
}

test('makes a publication of an entry', () => {
  const fields = {
    author: 'Wei, Jia and Zhang, Jintao',
    title: 'A {T}itle',
    date: '2024-05-01',
    booktitle: 'Proceedings of the Conference on Machine Learning',
    volume: '2',
    number: '3',
    pages: '4 - 5',
    publisher: 'Press',
    location: 'Paris',
    edition: '2nd',
    keywords: 'ml, {Data Bases};Selected',
    doi: '10.1000/x',
    eprint: '2401.00001',
    pmid: '7',
    isbn: '8',
    url: 'https://example.org',
    code: 'https://example.org/code',
  };
  expect(phrases('inproceedings', fields, { line: ['keywords'] })).toEqual({
    title: 'A Title',
    year: '2024',
    venue: 'Proceedings of the Conference on Machine Learning',
    venueShort: 'ICML',
    volume: '2',
    number: '3',
    pages: '4–5',
    publisher: 'Press',
    place: 'Paris',
    edition: '2nd',
    remark: 'ml, Data Bases',
  });
  expect(read('inproceedings', fields)).toMatchObject({
    publication: {
      key: 'key',
      kind: 'conference',
      entryType: 'inproceedings',
      date: { year: 2024, month: 5, day: 1 },
      badges: [{ url: 'https://example.org/code' }],
      links: [{ url: 'https://doi.org/10.1000/x' }, { url: 'https://arxiv.org/abs/2401.00001' }],
      doi: '10.1000/x',
      arxiv: '2401.00001',
      pmid: '7',
      isbn: '8',
      url: 'https://example.org',
      keywords: ['ml', 'Data Bases', 'Selected'],
      position: { start: { file: 'publications.bib' } },
    },
    messages: [],
  });
});

test.each<[Fields, string]>([
  [{ title: 'Main', subtitle: 'Sub' }, 'Main: Sub'],
  [{ title: 'Why?', subtitle: '\\emph{Sub}' }, 'Why? *Sub*'],
  [{ title: 'Main', subtitle: '' }, 'Main'],
  [{ title: '', booktitle: 'Proceedings', maintitle: 'Works' }, 'Proceedings'],
  [{ maintitle: 'Works' }, 'Works'],
])('has the title of %j', (fields, expected) => {
  const { publication, messages } = read('misc', fields);
  expect([showPhrase(publication.title), messages]).toEqual([expected, []]);
});

test.each<[Fields, string]>([
  [{}, 'key'],
  [{ title: '\\relax' }, 'key'],
  [{ subtitle: 'Sub' }, 'Sub'],
])('tells that %j has no title', (fields, expected) => {
  const { publication, messages } = read('misc', fields);
  expect([showPhrase(publication.title), messages]).toEqual([
    expected,
    ['publications.bib:3:12 Cannot find the title of `key`'],
  ]);
});

/** `**Jintao Zhang**, {ATLAS}, et al. (3)`, marks behind a name. */
function showAuthors({ shown, open, count }: AuthorList): string {
  const names = shown.map((author) => {
    if (typeof author === 'number') return `… ${author}`;
    const { given, family, corporate, owner, marks } = author;
    const name = [showPhrase(given), showPhrase(family)].filter(Boolean).join(' ');
    const marked = [corporate ? `{${name}}` : name, ...marks].join(' ');
    return owner ? `**${marked}**` : marked;
  });
  return `${[...names, ...(open ? ['et al.'] : [])].join(', ')} (${count})`;
}

test.each<[Fields, Options, authors: string, editors?: string]>([
  [{}, {}, ' (0)'],
  [{ author: 'Wei, Jia and Zhang, J. and others' }, {}, 'Jia Wei, **J. Zhang**, et al. (2)'],
  [{ author: 'Wei, Jia and Zhang, J.', 'author+an': '1=equal' }, {}, 'Jia Wei equal, **J. Zhang** (2)'],
  [{ author: 'A, B and C, D and E, F and Zhang, J.' }, { authors: 2 }, 'B A, … 2, **J. Zhang** (4)'],
  [{ author: 'A, B and C, D and others' }, { authors: 0 }, ' (2)'],
  [{ author: 'A, B', editor: 'C, D' }, {}, 'B A (1)', 'D C (1)'],
  [{ author: 'A, B', editor: 'C, D', 'editor+an': '1=equal' }, {}, 'B A (1)', 'D C equal (1)'],
  [{ author: 'A, B', editor: ' ' }, {}, 'B A (1)'],
  // Who stands where authors would.
  [{ author: '', editor: 'Zhang, Jintao', 'editor+an': '1=student' }, {}, '**Jintao Zhang student** (1)'],
  [{ organization: 'Department of Trade and Industry' }, {}, '{Department of Trade and Industry} (1)'],
  [{ organization: '{ACM} $^*$' }, {}, '{ACM {superscript *}} (1)'],
  [{ organization: '\\relax' }, {}, ' (0)'],
  [{ holder: '{Company}' }, {}, '{Company} (1)'],
])('has the authors of %j', (fields, options, authors, editors) => {
  const { publication, messages } = read('proceedings', { title: 'T', ...fields }, options);
  expect(showAuthors(publication.authors)).toBe(authors);
  expect(publication.editors && showAuthors(publication.editors)).toBe(editors);
  expect(messages).toEqual([]);
});

test.each<[type: string, Fields, expected: Fields]>([
  ['misc', { year: '2020' }, { year: '2020' }],
  ['misc', { year: 'around then' }, { year: 'around then' }],
  ['misc', { year: 'in press' }, { status: 'in press' }],
  ['misc', { year: '2020', pubstate: 'inpress' }, { year: '2020', status: 'in press' }],
  ['misc', { pubstate: 'submitted' }, { status: 'submitted' }],
  // Where it appeared.
  ['misc', { howpublished: 'Web' }, { venue: 'Web' }],
  [
    'article',
    { journal: 'A \\emph{Journal}', abbr: '{\\em AJ}' },
    { venue: 'A *Journal*', venueShort: '*AJ*' },
  ],
  ['misc', { series: 'Short' }, { venueShort: 'Short' }],
  ['misc', { eprint: '2401.00001' }, { venue: 'arXiv' }],
  ['misc', { eprint: '2401.00001', archiveprefix: 'arXiv' }, { venue: 'arXiv', venueShort: 'arXiv' }],
  ['inproceedings', { booktitle: '\\relax', eprint: '2401.00001' }, { venue: 'arXiv' }],
  // What is a venue is not printed again.
  ['book', { publisher: 'Press', number: '2' }, { venue: 'Press', number: '2' }],
  ['patent', { number: 'US 1', publisher: 'Press' }, { venue: 'US 1', publisher: 'Press', genre: 'Patent' }],
  ['article', { journal: 'J', number: '', issue: '4' }, { venue: 'J', number: '4' }],
  // Pages.
  ['misc', { pages: '1--2, 5---7' }, { pages: '1–2, 5–7' }],
  ['misc', { pages: 'e1-e5' }, { pages: 'e1–e5' }],
  ['misc', { pages: '', eid: '12' }, { pages: '12' }],
  ['misc', { pages: '-' }, { pages: '-' }],
  // Kinds of theses and reports.
  ['phdthesis', {}, { genre: 'PhD thesis' }],
  ['mastersthesis', {}, { genre: 'Master’s thesis' }],
  ['bachelorsthesis', { type: '' }, { genre: 'Bachelor’s thesis' }],
  ['techreport', {}, { genre: 'Technical report' }],
  ['thesis', { type: 'candthesis' }, { genre: 'Candidate thesis' }],
  ['thesis', { type: '{PhDthesis}' }, { genre: 'PhD thesis' }],
  ['phdthesis', { type: 'Habilitation' }, { genre: 'Habilitation' }],
  ['thesis', {}, {}],
  ['constructor', {}, {}],
])('has the texts of @%s with %j', (type, fields, expected) => {
  expect(phrases(type, fields)).toEqual(expected);
});

test.each<[Fields, line: string[], remark: string | undefined]>([
  [{ note: 'Oral' }, [], undefined],
  [{ note: '\\emph{Oral}' }, ['note'], '*Oral*'],
  [{ note: ' ', addendum: 'Oral' }, ['note', 'addendum'], 'Oral'],
  [{ note: 'Oral', keywords: 'a' }, ['keywords', 'note'], 'a'],
  [{ keyword: 'a; b' }, ['keywords'], 'a, b'],
  [{ note: 'Oral', keywords: 'Selected' }, ['keywords', 'note'], 'Oral'],
  [
    { note: 'Oral', keywords: 'many, words, of, a, library, of, some, thousands' },
    ['keywords', 'note'],
    'Oral',
  ],
  [{}, ['note', 'keywords'], undefined],
])('has the line below the venue of %j by %j', (fields, line, remark) => {
  expect(phrases('misc', fields, { line }).remark).toBe(remark);
});

test('says it in the language of the CV', () => {
  const words = publicationWords('de');
  expect(phrases('phdthesis', { pubstate: 'inpress' }, { words })).toEqual({
    status: 'im Druck',
    genre: words.genres.phdthesis,
  });
});
