import { expect, test } from 'vitest';
import { parseWithBib } from './parse-with-bib.ts';

test.each([
  ['eprint = {2501.00001}, eprinttype = {arxiv}', 'venue: arXiv'],
  ['eprint = {2501.00001}, archiveprefix = {ARXIV}', 'venue: arXiv'],
  ['journal = {biorxiv}', 'venue: bioRxiv'],
  ['journal = {arXiv preprint arXiv:2501.00001}', 'venue: arXiv preprint arXiv:2501.00001'],
])('an archive has its own capitals: %s', async (fields, venue) => {
  const { shown } = await parseWithBib(`@misc{a, title = {T}, year = 2025, ${fields}}`);
  expect(shown).toContain(`    ${venue}\n`);
});

test('the number of a patent is its venue, and a patent is called so', async () => {
  const { shown } = await parseWithBib('@patent{a, title = {T}, number = {US12}, year = 2016}');
  expect(shown).toContain('    venue: US12\n    genre: Patent\n');
  expect(shown).not.toContain('number:');
});
