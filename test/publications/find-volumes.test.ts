import { expect, test } from 'vitest';
import { parseWithBib } from './parse-with-bib.ts';

const paper = '@inproceedings{paper, author = {Ada Lovelace}, title = {Paper}, crossref = {Volume}}';
const volume = (editor: string): string =>
  `@proceedings{volume, editor = {${editor}}, title = {Proceedings of All}, year = 2001, publisher = {P}}`;

/** The keys of a list, in its order. */
async function keys(bib: string, body = '::: publications\n:::'): Promise<string[]> {
  const { shown } = await parseWithBib(bib, body);
  return [...shown.matchAll(/^ {2}(\w+) \(\w+\)$/gm)].map(([, key]) => key as string);
}

test('proceedings that a paper refers to are no publication of their own', async () => {
  expect(await keys(`${paper}\n${volume('Some One')}`)).toEqual(['paper']);
  expect(await keys(`${paper}\n${volume('Some One')}`, '[@*]')).toEqual(['paper']);
  expect(await keys(`${paper.replace('crossref', 'xref')}\n${volume('Some One')}`)).toEqual(['paper']);
});

test('proceedings are listed where the owner edited them, a key asks for them, or no entry refers to them', async () => {
  expect(await keys(`${paper}\n${volume('Some One and Lovelace, A.')}`)).toEqual(['paper', 'volume']);
  expect(await keys(`${paper}\n${volume('Some One')}`, '[@volume]')).toEqual(['volume']);
  expect(await keys(volume('Some One'))).toEqual(['volume']);
});

test('a book is listed beside its chapter where the owner wrote it', async () => {
  const chapter = '@inbook{part, author = {Ada Lovelace}, title = {Part}, crossref = {whole}}';
  const book = (author: string): string =>
    `@book{whole, author = {${author}}, editor = {Ed Itor}, title = {Whole}, year = 2001, publisher = {P}}`;
  expect(await keys(`${chapter}\n${book('Ada Lovelace')}`)).toEqual(['part', 'whole']);
  expect(await keys(`${chapter}\n${book('Charles Babbage')}`)).toEqual(['part']);
  expect(await keys(`${chapter}\n${book('Charles Babbage').replace('Ed Itor', 'Ada Lovelace')}`)).toEqual([
    'part',
    'whole',
  ]);
});
