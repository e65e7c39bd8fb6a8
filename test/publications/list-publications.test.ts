import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { PublicationPlace } from '../../src/content/nodes.ts';
import type { Block, Cv } from '../../src/model/cv.ts';
import type { BibEntry } from '../../src/publications/bib-entry.ts';
import { listPublications } from '../../src/publications/list-publications.ts';
import { createEntry } from './create-entry.ts';
import { createPhrase } from './create-publication.ts';

const common = { journal: 'Nature', title: 'On Computable Numbers' };
const entries: BibEntry[] = [
  createEntry('article', { ...common, key: 'a', author: 'A, B and C, D', year: '2020', note: 'Oral' }),
  createEntry('article', { ...common, key: 'bcdef', author: 'A, B', 'author+an': '1=equal', year: '2021' }),
];

/** A place at a line of its own. */
function placeAt(line: number, own: Partial<PublicationPlace> = {}): Block {
  const position = { start: { line, column: 1 }, end: { line, column: 9 } };
  return { type: 'prose', node: { type: 'publicationPlace', position, ...own } };
}

function asking(values: Record<string, string>): Partial<PublicationPlace> {
  return { data: { attributes: { classes: [], values } } };
}

/** A line a list, `style 1:a b (legend)`, and the messages but for those of the lint. */
function list(
  { introduction = [], blocks = [] }: { introduction?: Block[]; blocks?: Block[] },
  own: readonly BibEntry[] = entries,
): { cv: Cv; lists: string[]; messages: string[] } {
  const vfile = new VFile({ path: 'cv.md' });
  const cv = listPublications(
    {
      lang: 'en',
      person: { address: [], contacts: [] },
      introduction,
      sections: [{ title: createPhrase('S'), blocks }],
      keywords: [],
    },
    { entries: [...own], sources: [], inputs: [] },
    { contacts: [], publications: { value: { line: { value: 'none' } } } },
    vfile,
  );
  const messages = vfile.messages
    .filter(({ ruleId }) => !/^(?:duplicate|repeated)-publication$/.test(String(ruleId)))
    .map(({ name, ruleId, reason, note }) => `${name} ${ruleId} ${reason}. ${note}`);
  return { cv, lists: [...cv.introduction, ...(cv.sections[0]?.blocks ?? [])].flatMap(show), messages };
}

function show(block: Block): string[] {
  if (block.type === 'entry' || block.type === 'item') return block.body.flatMap(show);
  if (block.type === 'subsection') return block.blocks.flatMap(show);
  if (block.type !== 'publications') return [block.type];
  const keys = block.groups.flatMap(({ publications }) =>
    publications.map(
      ({ key, label, authors }) => `${label ? `${label}:` : ''}${key}${authors.shown.length > 0 ? '' : '-'}`,
    ),
  );
  return [`${block.style} ${keys.join(' ')}${block.legend.length > 0 ? ` (${block.legend.join(' ')})` : ''}`];
}

test('puts a list in every place', () => {
  const text: Block = { type: 'prose', node: { type: 'thematicBreak' } };
  const title = createPhrase('T');
  const blocks: Block[] = [
    text,
    { type: 'entry', title, details: [], body: [placeAt(2), text] },
    { type: 'item', label: title, body: [placeAt(3)] },
    { type: 'subsection', title, blocks: [{ type: 'subsection', title, blocks: [placeAt(4)] }] },
  ];
  const whole = 'venue-left bcdef a';
  // The marks are explained once.
  expect(list({ introduction: [placeAt(1)], blocks })).toMatchObject({
    lists: [`${whole} (equal)`, 'prose', whole, 'prose', whole, whole],
    messages: [],
  });
});

test.each<[Partial<PublicationPlace>, string]>([
  [asking({ style: 'compact', limit: '1' }), 'compact bcdef (equal)'],
  [asking({ style: 'numbered' }), 'numbered 1:bcdef 2:a (equal)'],
  [asking({ style: 'numbered', number: 'reverse' }), 'numbered 2:bcdef 1:a (equal)'],
  [asking({ keys: 'a' }), 'venue-left a'],
  [{ keys: ['a', 'bcdef'] }, 'venue-left a bcdef (equal)'],
  [{ keys: ['*'] }, 'venue-left bcdef a (equal)'],
  [{ ...asking({ keys: 'a' }), keys: ['bcdef'] }, 'venue-left bcdef (equal)'],
  [{ keys: ['a', 'bcdef'], hidesAuthors: true }, 'venue-left a- bcdef-'],
])('lists what %j asks for', (own, expected) => {
  expect(list({ blocks: [placeAt(1, own)] })).toMatchObject({ lists: [expected], messages: [] });
});

test('keeps what a place is, and what the front matter says for all', () => {
  const { data } = asking({ style: 'compact' });
  const { cv } = list({ blocks: [placeAt(7, { data, keys: ['a'] })] });
  expect(cv.sections[0]?.blocks).toMatchObject([
    {
      type: 'publications',
      attributes: data?.attributes,
      position: { start: { line: 7 } },
      groups: [{ publications: [{ key: 'a', remark: undefined }] }],
    },
  ]);
});

test('warns of keys that no entry has', () => {
  expect(list({ blocks: [placeAt(3, { keys: ['bcdeg', 'a', 'zzzzz', '*'] })] }).messages).toEqual([
    'cv.md:3:1 unknown-citation Cannot find `@bcdeg`, no bibliography has this key. Did you mean `@bcdef`?',
    'cv.md:3:1 unknown-citation Cannot find `@zzzzz`, no bibliography has this key. Check the key in the .bib file.',
  ]);
});

test('warns of a block that asks for nothing that is there', () => {
  const blocks = [placeAt(3, asking({ year: '1999' }))];
  expect(list({ blocks })).toMatchObject({
    lists: ['venue-left '],
    messages: [
      'cv.md:3:1 empty-publications No publication is what this block asks for. None is of that `year`: they are from 2020 to 2021.',
    ],
  });
  expect(list({ blocks }, []).messages).toEqual([]);
});

test('warns of a bibliography that is printed nowhere', () => {
  expect(list({}).messages).toEqual([
    'cv.md:1:1 unused-bibliography The bibliography is read, but no publication is printed. Write `::: publications` and `:::` on lines of their own where they are to stand.',
  ]);
  expect(list({}, []).messages).toEqual([]);
});

test('tells what is wrong with an entry once, however often it is printed', () => {
  const broken = createEntry('misc', {
    key: 'k',
    author: 'A, B',
    year: '2020',
    slides: 'a.pdf',
    howpublished: 'Web',
  });
  const { messages } = list({ blocks: [placeAt(1), placeAt(2)] }, [broken]);
  expect(messages.map((message) => message.split(' ')[1])).toEqual(['bib-syntax', 'unsafe-link']);
});
