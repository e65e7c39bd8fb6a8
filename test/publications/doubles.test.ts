import { expect, test } from 'vitest';
import { parseWithBib } from './parse-with-bib.ts';

test('entries with one DOI and two short titles have the DOI in common', async () => {
  const { messages } = await parseWithBib(`
@article{a, author = {Ada Lovelace}, title = {Notes}, journal = {J}, year = 2001, doi = {10.1000/x}}
@article{b, author = {Ada Lovelace}, title = {Sketch}, journal = {J}, year = 2001, doi = {https://doi.org/10.1000/X}}`);
  expect(messages).toEqual(['p.bib:3:1 duplicate-publication `b` and `a` have the same DOI']);
});
