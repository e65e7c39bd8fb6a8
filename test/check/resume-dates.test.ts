import { expect, it } from 'vitest';
import { isDate, splitDate } from '../../src/check/ats/resume-dates.ts';

it.each([
  '2019',
  'May 2023',
  'Aug. 2024 – Dec. 2026 (Expected)',
  '2008–2013',
  '2017 & 2018',
  'Since Oct 2021',
  'Mar 2021 – present',
  '09/2016 – heute',
  '2016年9月 – 至今',
  'Mar 2021 –',
])('%s is a date', (text) => {
  expect(isDate(text)).toBe(true);
});

it.each([
  'Engineer',
  'Grade: A',
  'SREcon 2024 in Dublin',
  '40,000 messages',
  'Room 2019 and more words here',
])('%s is none', (text) => {
  expect(isDate(text)).toBe(false);
});

it('is cut off the end of a line', () => {
  expect(splitDate('Postmortems People Read 2022')).toEqual({
    rest: 'Postmortems People Read',
    date: '2022',
  });
  expect(splitDate('Analyst Sept. 2019 – present')).toEqual({
    rest: 'Analyst',
    date: 'Sept. 2019 – present',
  });
  expect(splitDate('2022')).toBeUndefined();
});
