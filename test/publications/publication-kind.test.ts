import { expect, test } from 'vitest';
import { kindPrefixes, kindsInOrder, toPublicationKind } from '../../src/publications/publication-kind.ts';
import { createEntry } from './create-entry.ts';

test.each([
  ['article', 'journal'],
  ['inproceedings', 'conference'],
  ['conference', 'conference'],
  ['proceedings', 'editorship'],
  ['book', 'book'],
  ['incollection', 'chapter'],
  ['mastersthesis', 'thesis'],
  ['techreport', 'report'],
  ['talk', 'talk'],
  ['patent', 'patent'],
  ['artifactsoftware', 'software'],
  ['dataset', 'dataset'],
  ['www', 'online'],
  ['preprint', 'preprint'],
  ['unpublished', 'preprint'],
  ['misc', 'other'],
  ['', 'other'],
  ['unheardof', 'other'],
  // What JavaScript's objects have.
  ['constructor', 'other'],
])('takes @%s for %s', (type, expected) => {
  expect(toPublicationKind(createEntry(type))).toBe(expected);
});

test.each<[type: string, fields: Record<string, string>, expected: string]>([
  ['article', { journal: 'arXiv preprint arXiv:2401.00001' }, 'preprint'],
  ['article', { journaltitle: '{bioRxiv}', journal: 'Nature' }, 'preprint'],
  ['article', { journal: 'CoRR' }, 'preprint'],
  ['article', { journal: 'CoRR, abs/2401.00001' }, 'preprint'],
  ['article', { journal: 'Corr. Sci.' }, 'journal'],
  ['article', { journal: 'Journal of Correlations' }, 'journal'],
  ['article', { journal: 'Nature', eprint: '2401.00001' }, 'journal'],
  ['article', { eprint: '2401.00001' }, 'preprint'],
  ['article', { archiveprefix: 'arXiv' }, 'preprint'],
  ['article', { eprint: '123', eprinttype: 'pubmed' }, 'journal'],
  ['article', { journal: ' ' }, 'journal'],
  ['unpublished', { eventtitle: 'A Meeting' }, 'talk'],
  ['unpublished', { venue: 'A Town' }, 'talk'],
  ['misc', { eprint: '2401.00001' }, 'preprint'],
  ['misc', { eprint: 'id', eprinttype: 'googlebooks' }, 'other'],
  ['misc', { howpublished: 'arXiv:2401.00001' }, 'preprint'],
  ['misc', { howpublished: '\\url{https://example.org}' }, 'other'],
  ['online', { publisher: 'SSRN' }, 'preprint'],
  ['online', { organization: 'Example' }, 'online'],
  ['inproceedings', { eprint: '2401.00001' }, 'conference'],
])('takes @%s with %j for %s', (type, fields, expected) => {
  expect(toPublicationKind(createEntry(type, fields))).toBe(expected);
});

test('orders every kind, and numbers each with a prefix of its own', () => {
  const prefixes = Object.values(kindPrefixes);
  expect(new Set(kindsInOrder)).toEqual(new Set(Object.keys(kindPrefixes)));
  expect(kindsInOrder).toHaveLength(prefixes.length);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});
