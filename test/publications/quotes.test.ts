import { expect, test } from 'vitest';
import { parseWithBib } from './parse-with-bib.ts';

const title = '{On \\enquote{Words} and \\enquote{words in \\enquote{words}}}';

test.each([
  ['en', '', 'On “Words” and “words in ‘words’”'],
  ['de', '', 'On „Words“ and „words in ‚words‘“'],
  ['fr', '', 'On «\u202fWords\u202f» and «\u202fwords in “words”\u202f»'],
  ['de', 'langid = {english}', 'On “Words” and “words in ‘words’”'],
  ['en', 'langid = {ngerman}', 'On „Words“ and „words in ‚words‘“'],
  ['en', 'langid = {German}', 'On „Words“ and „words in ‚words‘“'],
  ['en', 'hyphenation = {swissgerman}', 'On «Words» and «words in ‹words›»'],
  ['en', 'langid = {fr-CH}', 'On «\u202fWords\u202f» and «\u202fwords in ‹\u202fwords\u202f›\u202f»'],
  ['de', 'langid = {klingon}', 'On “Words” and “words in ‘words’”'],
])('\\enquote in a CV in %s, entry with %j', async (lang, langid, shown) => {
  const bib = `@article{a, author = {Ada Lovelace}, title = ${title}, journal = {J}, year = 2000, ${langid}}`;
  const list = await parseWithBib(bib, '::: publications\n:::', ['name: Ada Lovelace', `lang: ${lang}`]);
  expect(list.shown).toContain(`title: ${shown}\n`);
});

test('quotes that TeX has signs for stay as they are typed', async () => {
  const bib = "@article{a, author = {Ada Lovelace}, title = {On ``Words''}, journal = {J}, year = 2000}";
  const list = await parseWithBib(bib, '::: publications\n:::', ['name: Ada Lovelace', 'lang: de']);
  expect(list.shown).toContain('title: On “Words”\n');
});
