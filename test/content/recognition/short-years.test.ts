import { expect, test } from 'vitest';
import { readShortYears } from '../../../src/content/recognition/short-years.ts';

test.each([
  // One can only be years, so all of them are.
  [
    ['2006-07', 'Tutor (2014-15)'],
    ['2006–07', 'Tutor (2014–15)'],
  ],
  [
    ['2006-07', '1999-00'],
    ['2006–07', '1999–00'],
  ],
  [
    ['2003-08', '2014–17'],
    ['2003–08', '2014–17'],
  ],
  // One can only be a month.
  [
    ['2006-07', '2014-15', '2015-03'],
    ['2006-07', '2014-15', '2015-03'],
  ],
  // Nothing tells.
  [
    ['2006-07', '2008-11'],
    ['2006-07', '2008-11'],
  ],
  // Years in a row.
  [['2005-06, 2006-07 and 2007-08; 2010-11'], ['2005–06, 2006–07 and 2007–08; 2010–11']],
  [['2005-06, 2009-12'], ['2005-06, 2009-12']],
  // No dates of this form.
  [
    ['2014-15', '2006-07-01, X2006-07, 12.2006-07, 2006-07a'],
    ['2014–15', '2006-07-01, X2006-07, 12.2006-07, 2006-07a'],
  ],
])('%j', (texts, expected) => {
  expect(texts.map(readShortYears(texts))).toEqual(expected);
});
