import { expect, test } from 'vitest';
import {
  doiAddress,
  type Identifiers,
  readIdentifiers,
  toWebAddress,
} from '../../src/publications/identifiers.ts';
import { createEntry } from './create-entry.ts';

function read(fields: Record<string, string>): Identifiers {
  return readIdentifiers(createEntry('article', fields));
}

test.each([
  '10.1145/3448016',
  'https://doi.org/10.1145/3448016',
  'http://dx.doi.org/10.1145/3448016',
  'https://www.doi.org/10.1145/3448016',
  'doi.org/10.1145/3448016',
  'doi:10.1145/3448016',
  'DOI: 10.1145/3448016',
  '{10.1145/3448016}',
  '\\url{https://doi.org/10.1145/3448016}',
])('reads the DOI of %s', (doi) => {
  expect(read({ doi })).toEqual({ doi: '10.1145/3448016', url: 'https://doi.org/10.1145/3448016' });
});

test.each([
  ['10.1000.10/a\\_b\\%28\\#', '10.1000.10/a_b%28#'],
  ['10.1002/(SICI)1097-0118<1::AID>', '10.1002/(SICI)1097-0118<1::AID>'],
])('keeps the signs of the DOI %s', (doi, expected) => {
  expect(read({ doi }).doi).toBe(expected);
});

test.each(['3448016', '10.1/x', '10.1145', '10.1145/a b', '11.1145/3448016'])('refuses the DOI %s', (doi) => {
  expect(read({ doi })).toEqual({ badDoi: doi });
});

test('encodes what an address cannot hold', () => {
  expect(doiAddress('10.1000/a<b>#%"{}|\\^`')).toBe(
    'https://doi.org/10.1000/a%3Cb%3E%23%25%22%7B%7D%7C%5C%5E%60',
  );
});

test.each([
  [{ eprint: '2401.00001' }, '2401.00001'],
  [{ eprint: '2401.00001v2', archiveprefix: 'arXiv' }, '2401.00001v2'],
  [{ eprint: 'arXiv:0704.0001 [cs.LG]', eprinttype: 'arxiv' }, '0704.0001'],
  [{ eprint: 'hep-th/9901001' }, 'hep-th/9901001'],
  [{ arxiv: 'math.GT/0309136', eprint: '1234.5678' }, 'math.GT/0309136'],
  [{ url: 'https://arxiv.org/abs/2401.00001' }, '2401.00001'],
  [{ journal: 'arXiv preprint arXiv:2401.00001' }, '2401.00001'],
  [{ journal: 'Nature 2401.00001', note: 'arXiv:2401.00002' }, '2401.00002'],
  [{ journaltitle: 'arXiv', howpublished: 'arXiv: 2401.00003' }, undefined],
  [{ eprint: '2401.000011' }, undefined],
  [{ eprint: '12401.00001' }, undefined],
  [{ eprint: '2401.00001', eprinttype: 'jstor' }, undefined],
  [{ journal: 'Nature', note: '2401.00001' }, undefined],
])('reads the arXiv number of %j', (fields, expected) => {
  expect(read(fields).arxiv).toBe(expected);
});

test.each<[Record<string, string>, Partial<Identifiers>]>([
  [{ pmid: '123' }, { pmid: '123', url: 'https://pubmed.ncbi.nlm.nih.gov/123/' }],
  [
    { eprint: '123', eprinttype: 'PubMed' },
    { pmid: '123', url: 'https://pubmed.ncbi.nlm.nih.gov/123/' },
  ],
  [{ pmid: 'PMC123' }, { pmid: 'PMC123' }],
  [{ isbn: '{978-0-00}' }, { isbn: '978-0-00' }],
  [{ doi: ' ', isbn: '{}' }, {}],
  [{ eprint: '2401.00001' }, { arxiv: '2401.00001', url: 'https://arxiv.org/abs/2401.00001' }],
  [
    { url: 'https://example.org/\\~{}me/a\\_b', doi: '10.1000/x', pmid: '1' },
    { url: 'https://example.org/~me/a_b', doi: '10.1000/x', pmid: '1' },
  ],
  [{ url: '\\url{example.org/{\\textasciitilde}me}' }, { url: 'https://example.org/~me' }],
  [{ url: 'example.org/\\textasciitilde{}me' }, { url: 'https://example.org/~me' }],
  [
    { url: 'see there', doi: '10.1000/x' },
    { doi: '10.1000/x', url: 'https://doi.org/10.1000/x' },
  ],
])('reads what identifies %j', (fields, expected) => {
  expect(read(fields)).toEqual(expected);
});

test.each([
  ['https://example.org', 'https://example.org'],
  ['HTTP://example.org/a.pdf', 'HTTP://example.org/a.pdf'],
  ['example.org', 'https://example.org'],
  ['www.example.co.uk/paper.pdf', 'https://www.example.co.uk/paper.pdf'],
  ['example.org?q', 'https://example.org?q'],
])('takes %s for a web address', (text, expected) => {
  expect(toWebAddress(text)).toBe(expected);
});

test.each([
  undefined,
  '',
  'https://',
  'https:///a',
  'https://a b.org',
  'ftp://example.org',
  'javascript:alert.com',
  'me@example.org',
  'localhost',
  // Files beside the CV.
  'paper.pdf',
  'paper.PDF#page=2',
  'talk.pptx',
  'talk.final.key',
  'poster.png',
  'index.html',
  'docs/paper.pdf',
  './example.org',
])('takes %s for none', (text) => {
  expect(toWebAddress(text)).toBeUndefined();
});
