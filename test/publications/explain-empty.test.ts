import { expect, test } from 'vitest';
import { parseWithBib } from './parse-with-bib.ts';

const bib = `
@article{a, author = {Ada Lovelace}, title = {A}, journal = {Journal}, year = 2019, keywords = {engines, selected}}
@inproceedings{b, author = {Ada Lovelace}, title = {B}, booktitle = {Proceedings}, year = 2021, keywords = {engines}}`;

test.each([
  [
    'type=jurnal',
    'Its `type` fits none. Did you mean `journal`? There are: `journal`, `article`, `conference`, `inproceedings`.',
  ],
  [
    'type="!journal,!conference"',
    'Its `type` fits none. Did you mean `journal`? There are: `journal`, `article`, `conference`, `inproceedings`.',
  ],
  ['keyword=zzz', 'Its `keyword` fits none. There are: `engines`, `selected`.'],
  ['venue=zzz', 'Its `venue` fits none. There are: `journal`, `proceedings`.'],
  ['year=1999', 'None is of that `year`: they are from 2019 to 2021.'],
  [
    'type=journal year=2021',
    'Each of its filters finds some, but no publication fits them all: leave one of them out.',
  ],
  [
    'type=thesis year=1999',
    'Its `type` fits none. There are: `journal`, `article`, `conference`, `inproceedings`. None is of that `year`: they are from 2019 to 2021.',
  ],
])('a block with %s that nothing fits: %s', async (attributes, note) => {
  const { messages, notes } = await parseWithBib(bib, `::: publications {${attributes}}\n:::`);
  expect(messages).toEqual(['cv.md:8:1 empty-publications No publication is what this block asks for']);
  expect(notes).toEqual([note]);
});

test.each([
  ['keyword=x', '', 'No publication has a keyword.'],
  ['year=2000', '', 'No publication has a year.'],
  ['venue=x', '', 'No publication has a venue.'],
  [
    'selected=true',
    '',
    'None is `selected`: write `selected = {true}` into entries, or `selected` among their keywords.',
  ],
  ['selected=false', ', selected = {true}', 'All are `selected`.'],
])('a block with %s where no entry has such a field: %s', async (attributes, field, note) => {
  const entry = `@book{a, author = {Ada Lovelace}, title = {A}, pubstate = {inpress}${field}}`;
  expect((await parseWithBib(entry, `::: publications {${attributes}}\n:::`)).notes).toEqual([note]);
});

test('many values are not all told', async () => {
  const many = Array.from({ length: 20 }, (_, index) => `word${index}`).join(',');
  const { notes } = await parseWithBib(
    `@article{a, author = {Ada Lovelace}, title = {A}, journal = {J}, year = 2000, keywords = {${many}}}`,
    '::: publications {keyword=zzzzzzzzzz}\n:::',
  );
  expect(notes[0]).toMatch(/`word11` and others\.$/);
});

test('a key that is not there is told once', async () => {
  expect((await parseWithBib(bib, '[@nobody]')).messages).toEqual([
    'cv.md:8:1 unknown-citation Cannot find `@nobody`, no bibliography has this key',
  ]);
});
