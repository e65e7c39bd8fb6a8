import { expect, test } from 'vitest';
import { type EntryFacts, toEntryFacts } from '../../src/publications/entry-facts.ts';
import { readVenues } from '../../src/publications/venue-name.ts';
import { createEntry } from './create-entry.ts';
import { createVenues } from './create-venues.ts';

const venues = readVenues(createVenues({ ICML: ['Conference on Machine Learning'] }));

test.each<[fields: Record<string, string>, expected: Partial<EntryFacts>]>([
  [{}, { kind: 'conference', keywords: [], venue: '\n', selected: false, isComing: false }],
  [{ keywords: 'ML, {Data Bases} ;\\LaTeX,,' }, { keywords: ['ml', 'data bases', 'latex'] }],
  [{ keyword: 'A', keywords: 'B' }, { keywords: ['b', 'a'] }],
  [{ booktitle: 'A Conference on Machine Learning' }, { venue: 'icml\na conference on machine learning' }],
  [{ booktitle: 'Meeting', abbr: '{M}' }, { venue: 'm\nmeeting' }],
  [{ booktitle: 'M{\\"u}nchen' }, { venue: '\nmünchen' }],
  [{ selected: 'true' }, { selected: true }],
  [{ selected: '{Yes}' }, { selected: true }],
  [{ selected: '1' }, { selected: true }],
  [{ selected: 'false' }, { selected: false }],
  [{ keywords: 'ml, Selected' }, { selected: true, keywords: ['ml', 'selected'] }],
  [{ pubstate: 'inpress' }, { isComing: true }],
  [{ year: '2024', month: 'may' }, { when: expect.objectContaining({ date: { year: 2024, month: 5 } }) }],
])('knows of %j', (fields, expected) => {
  const entry = createEntry('inproceedings', fields);
  expect(toEntryFacts(entry, 3, venues)).toMatchObject({ entry, index: 3, ...expected });
});
