import { expect, test } from 'vitest';
import { readEntryDate } from '../../src/publications/publication-date.ts';
import { findStatus, readStatus } from '../../src/publications/publication-status.ts';
import { createEntry } from './create-entry.ts';

/** Field and status, and whether mdcv prints it. */
function show(fields: Record<string, string>): string {
  const entry = createEntry('article', fields);
  const found = findStatus(entry);
  if (!found) return 'none';
  const name = Object.keys(fields).find((one) => entry.fields.get(one) === found.field);
  return `${name}: ${found.status}${readStatus(entry, readEntryDate(entry)) ? ', printed' : ''}`;
}

test.each([
  [{ pubstate: 'inpress' }, 'pubstate: inpress, printed'],
  [{ pubstate: ' {Forthcoming} ' }, 'pubstate: forthcoming, printed'],
  [{ pubstate: 'prepublished' }, 'pubstate: prepublished, printed'],
  [{ pubstate: 'Accepted for publication' }, 'pubstate: inpress, printed'],
  [{ year: 'to appear' }, 'year: forthcoming, printed'],
  [{ date: 'In Preparation' }, 'date: inpreparation, printed'],
  [{ year: '2030', note: 'Under review' }, 'note: submitted'],
  [{ howpublished: 'im Druck' }, 'howpublished: inpress'],
  [{ addendum: 'à paraître' }, 'addendum: forthcoming'],
  [{ pubstate: 'submitted', note: 'to appear' }, 'pubstate: submitted, printed'],
])('finds the status of %j', (fields, expected) => {
  expect(show(fields)).toBe(expected);
});

test.each<Record<string, string>>([
  {},
  { year: '2020', pubstate: 'published' },
  { note: 'Invited' },
  { note: 'unsubmitted' },
  { note: 'A revised version of the paper that was accepted at the workshop' },
])('finds none of %j', (fields) => {
  expect(show(fields)).toBe('none');
  expect(readStatus(createEntry('article', fields), {})).toBeUndefined();
});
