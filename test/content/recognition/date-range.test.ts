import { expect, test } from 'vitest';
import { parseDateRange } from '../../../src/content/date-range.ts';
import type { PartialDate } from '../../../src/model/cv.ts';

type Expected = [source: string, printed: string, start: string | undefined, end?: string];

const ranges: Expected[] = [
  // dashes
  ['2010-2014', '2010–2014', '2010', '2014'],
  ['2010 – 2014', '2010–2014', '2010', '2014'],
  ['2010--2014', '2010–2014', '2010', '2014'],
  ['2010 --- 2014', '2010–2014', '2010', '2014'],
  ['2010-14', '2010–14', '2010', '2014'],
  ['2019/20', '2019/20', '2019', '2020'],
  ['2019/2020', '2019/2020', '2019', '2020'],
  ['Oct 14 - Nov 15', 'Oct 14 – Nov 15', '2014-10', '2015-11'],
  ["'14–'16", "'14–'16", '2014', '2016'],
  ["'98", "'98", '1998'],
  ['Jan – Mar 2019', 'Jan – Mar 2019', '2019-1', '2019-3'],
  ['July–September 2018', 'July – September 2018', '2018-7', '2018-9'],
  ['2016.9~2019.7', '2016.9–2019.7', '2016-9', '2019-7'],
  ['2019年4月—2020年5月', '2019年4月–2020年5月', '2019-4', '2020-5'],
  ['2016-09 - 2017-03', '2016-09 – 2017-03', '2016-9', '2017-3'],
  ['01.2016 - 03.2019', '01.2016–03.2019', '2016-1', '2019-3'],
  ['10/2014 - 11/2015', '10/2014–11/2015', '2014-10', '2015-11'],
  ['Aug. 2024 – Dec.2026 (Expected)', 'Aug. 2024 – Dec.2026 (Expected)', '2024-8', '2026-12'],
  ['2010-2014 (expected)', '2010–2014 (expected)', '2010', '2014'],
  ['2010-2014 expected', '2010–2014 expected', '2010', '2014'],
  ['(2019–2021)', '2019–2021', '2019', '2021'],
  ['2006年至2010年', '2006年至2010年', '2006', '2010'],
  ['2010年至年2012年', '2010年至年2012年', '2010', '2012'],
  // open ends
  ['2033--', '2033–', '2033', 'open'],
  ['2011-', '2011–', '2011', 'open'],
  ['Sep 2019 - ', 'Sep 2019 –', '2019-9', 'open'],
  ['June 1661 - now', 'June 1661 – now', '1661-6', 'open'],
  ['2018-now', '2018–now', '2018', 'open'],
  ['2018 - now', '2018 – now', '2018', 'open'],
  ['Sep 2022--Now', 'Sep 2022 – Now', '2022-9', 'open'],
  ['2019 to present', '2019 to present', '2019', 'open'],
  ['2019 – heute', '2019 – heute', '2019', 'open'],
  ['septembre 2016 – aujourd’hui', 'septembre 2016 – aujourd’hui', '2016-9', 'open'],
  ['marzo de 2019 - actualidad', 'marzo de 2019 – actualidad', '2019-3', 'open'],
  ['gennaio 2013 - oggi', 'gennaio 2013 – oggi', '2013-1', 'open'],
  ['2022 até o momento', '2022 até o momento', '2022', 'open'],
  ['maart 2020 - heden', 'maart 2020 – heden', '2020-3', 'open'],
  ['wrzesień 2016 – obecnie', 'wrzesień 2016 – obecnie', '2016-9', 'open'],
  ['сентябрь 2013 г. — по настоящее время', 'сентябрь 2013 г. – по настоящее время', '2013-9', 'open'],
  ['2013 по настоящее время', '2013 по настоящее время', '2013', 'open'],
  ['2012年至今', '2012年至今', '2012', 'open'],
  ['2016年4月〜現在', '2016年4月–現在', '2016-4', 'open'],
  ['2016년 3월 ~ 현재', '2016년 3월 – 현재', '2016-3', 'open'],
  ['2015년부터', '2015년부터', '2015', 'open'],
  ['2015年まで', '2015年まで', '2015'],
  // since and until
  ['Since 2013', 'Since 2013', '2013', 'open'],
  ['Seit Mai 2024', 'Seit Mai 2024', '2024-5', 'open'],
  ['depuis 2019', 'depuis 2019', '2019', 'open'],
  ['desde marzo de 2019', 'desde marzo de 2019', '2019-3', 'open'],
  ['с 2013 по 2015', 'с 2013 по 2015', '2013', '2015'],
  ['van 2013 tot 2015', 'van 2013 tot 2015', '2013', '2015'],
  ['de septembre 2016 à juin 2018', 'de septembre 2016 à juin 2018', '2016-9', '2018-6'],
  ['dal 2013 al 2015', 'dal 2013 al 2015', '2013', '2015'],
  ['1. März 2019 bis 3. April 2020', '1. März 2019 bis 3. April 2020', '2019-3-1', '2020-4-3'],
  ['bis 2019', 'bis 2019', undefined, '2019'],
  // single dates
  ['2017.06', '2017.06', '2017-6'],
  ['03.2016', '03.2016', '2016-3'],
  ['2024/07', '2024/07', '2024-7'],
  ['2010-12', '2010-12', '2010-12'],
  ['2016年9月', '2016年9月', '2016-9'],
  ['2016年9月15日', '2016年9月15日', '2016-9-15'],
  ['2016年春', '2016年春', '2016'],
  ['2019-05-20', '2019-05-20', '2019-5-20'],
  ['20.05.2019', '20.05.2019', '2019-5-20'],
  ['12/31/2019', '12/31/2019', '2019-12-31'],
  ['May 20, 2019', 'May 20, 2019', '2019-5-20'],
  ['20 May 2019', '20 May 2019', '2019-5-20'],
  ['1er mars 2016', '1er mars 2016', '2016-3-1'],
  ['15 de marzo de 2019', '15 de marzo de 2019', '2019-3-15'],
  ['Oct 14', 'Oct 14', '2014-10'],
  ['Sept 2016', 'Sept 2016', '2016-9'],
  ['Sept. 2016.', 'Sept. 2016', '2016-9'],
  ['2016 September', '2016 September', '2016-9'],
  ['aout 2015', 'aout 2015', '2015-8'],
  ['2016 г.', '2016 г.', '2016'],
  ['prosinec 2016', 'prosinec 2016', '2016-12'],
  ['Summer 2015', 'Summer 2015', '2015'],
  ['2015 Summer', '2015 Summer', '2015'],
  ['Fall semester 2015', 'Fall semester 2015', '2015'],
  ["Fall '15", "Fall '15", '2015'],
  ['WS 2019/20', 'WS 2019/20', '2019', '2020'],
  ['Spring/Summer 2015', 'Spring/Summer 2015', '2015'],
  ['Q3 2020', 'Q3 2020', '2020'],
  ['Expected May 2026', 'Expected May 2026', '2026-5'],
  ['Mitte 2019', 'Mitte 2019', '2019'],
  ['mid-2019 to late 2020', 'mid-2019 to late 2020', '2019', '2020'],
  ['2008 (3 months)', '2008 (3 months)', '2008'],
  ['2020 (ongoing)', '2020 (ongoing)', '2020'],
  // lists
  ['2019 & 2020', '2019 & 2020', '2019', '2020'],
  ['2019 and 2020', '2019 and 2020', '2019', '2020'],
  ['2017, 2018', '2017, 2018', '2017', '2018'],
  ['Jan & Feb 2019', 'Jan & Feb 2019', '2019-1', '2019-2'],
];

test.each(ranges)('reads %j as a date', (source, printed, start, end) => {
  const parsed = parseDateRange(source);
  expect(parsed && [parsed.text, show(parsed.start), show(parsed.end)]).toEqual([printed, start, end]);
});

test.each([
  'year-year',
  'year',
  '1667 - death',
  '2 projects',
  '2019-2 projects',
  '2019 (Berlin)',
  '2019-2010',
  '3.14',
  '1999%',
  '2019.5.77',
  '1024',
  '平成28年',
  'May 2019, June 2020',
  'Spring 2019, Fall 2020',
  'Graduated 2015',
  'May',
  'Pro 2019',
  'bis morgen',
  'since then',
  'Foo 14',
  '2014 foo',
  '',
])('leaves %j alone', (source) => {
  expect(parseDateRange(source)).toBeUndefined();
});

function show(date: PartialDate | 'open' | undefined): string | undefined {
  if (!date || date === 'open') return date;
  return [date.year, date.month, date.day].filter((part) => part !== undefined).join('-');
}
