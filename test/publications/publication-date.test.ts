import { expect, test } from 'vitest';
import { readEntryDate } from '../../src/publications/publication-date.ts';
import { createEntry } from './create-entry.ts';

type Fields = Readonly<Record<string, string>>;

/** `2024-3-1 from date`, or the words in quotes. */
function show(fields: Fields): string {
  const entry = createEntry('article', fields);
  const { date, field, words } = readEntryDate(entry);
  const name = Object.keys(fields).find((one) => entry.fields.get(one) === field);
  const parts = date && [date.year, date.month, date.day].filter((part) => part !== undefined).join('-');
  return `${parts ?? (words === undefined ? 'none' : `"${words}"`)} from ${name}`;
}

test.each<[Fields, string]>([
  [{ date: '2024' }, '2024 from date'],
  [{ date: '2024-03' }, '2024-3 from date'],
  [{ date: '2024-03-01' }, '2024-3-1 from date'],
  [{ date: '2024-03-01T10:00:00Z' }, '2024-3-1 from date'],
  [{ date: ' 2024-03/2024-05 ' }, '2024-3 from date'],
  [{ date: '2024/..' }, '2024 from date'],
  [{ date: '../2024' }, '2024 from date'],
  [{ date: '/2024-05' }, '2024-5 from date'],
  [{ date: '2024~' }, '2024 from date'],
  [{ date: '[2024?]' }, '2024 from date'],
  // A season, and what is no month or day.
  [{ date: '2024-21' }, '2024 from date'],
  [{ date: '2024-00-10' }, '2024 from date'],
  [{ date: '2024-03-00' }, '2024-3 from date'],
  [{ date: '2024-03-32' }, '2024-3 from date'],
  // What is no date of ISO 8601 may hold a year.
  [{ date: '{May 2024}' }, '2024 from date'],
  [{ date: '199X' }, '"199X" from date'],
  [{ date: '/' }, '"/" from date'],
])('reads the date of %j', (fields, expected) => {
  expect(show(fields)).toBe(expected);
});

test.each<[Fields, string]>([
  [{ year: '2024' }, '2024 from year'],
  [{ year: '{2024}' }, '2024 from year'],
  [{ year: '2024a' }, '2024 from year'],
  [{ year: 'c. 1998' }, '1998 from year'],
  [{ year: '2023--2024' }, '2023 from year'],
  [{ year: '2023/24' }, '2023 from year'],
  [{ year: '20240' }, '"20240" from year'],
  [{ year: 'in \\emph{press}' }, '"in press" from year'],
  [{ year: '' }, 'none from year'],
  [{}, 'none from undefined'],
])('reads the year of %j', (fields, expected) => {
  expect(show(fields)).toBe(expected);
});

test.each<[Fields, string]>([
  [{ month: 'mar' }, '2024-3'],
  [{ month: 'March' }, '2024-3'],
  [{ month: '3' }, '2024-3'],
  [{ month: ' 03 ' }, '2024-3'],
  [{ month: 'mar', day: '5' }, '2024-3-5'],
  [{ month: '3', day: '05' }, '2024-3-5'],
  [{ month: '5~mar' }, '2024-3-5'],
  [{ month: 'mar~5', day: '7' }, '2024-3-5'],
  [{ month: 'March 5--8, 2024' }, '2024-3-5'],
  [{ month: 'mar', day: '32' }, '2024-3'],
  [{ month: 'mar', day: '0' }, '2024-3'],
  [{ month: 'mar', day: 'Friday' }, '2024-3'],
  // Of a range the first.
  [{ month: 'nov/dec' }, '2024-11'],
  [{ month: 'dec--jan' }, '2024-12'],
  [{ month: '13' }, '2024'],
  [{ month: '0' }, '2024'],
  [{ month: 'spring' }, '2024'],
  [{ day: '5' }, '2024'],
])('reads the month of %j', (fields, expected) => {
  expect(show({ year: '2024', ...fields })).toBe(`${expected} from year`);
});

test.each<[Fields, string]>([
  [{ date: '2024-05', year: '2023', month: 'jan' }, '2024-5 from date'],
  [{ date: 'soon', year: '2023', month: 'jan' }, '2023-1 from year'],
  [{ year: '2023', eventdate: '2024-05' }, '2023 from year'],
  [{ year: 'in press', eventdate: '2024-05-01/2024-05-03' }, '2024-5-1 from eventdate'],
  [{ eventdate: 'May' }, 'none from undefined'],
  [{ urldate: '2024-05-01' }, 'none from undefined'],
])('chooses among %j', (fields, expected) => {
  expect(show(fields)).toBe(expected);
});
