/** Years of which only a part is written, or that reach into the next one: `2010-14`, `2019/20`. */
import type { PartialDate } from '../../model/cv.ts';
import { type DatePoint, match } from './date-point.ts';

// A stop ends a sentence behind "2008–12", but not behind "2008 – 12".
const short = /(?<year>\d\d)(?:(?![\d./-]|\s?[%a-z])|(?<=\d[-–—]\d\d)(?=\.(?:\s|$)))/uy;
const schoolYearEnd = /[/–-](?<year>(?:\d\d)?\d\d)(?![\d./-])/uy;

/** Two digits at an offset as the year that follows another one: of its century, or from the last one into this. */
export function readShortYear(text: string, at: number, { year: first }: PartialDate): DatePoint | undefined {
  const found = match(short, text, at);
  if (!found) return undefined;
  const year = Math.floor(first / 100) * 100 + Number(found.groups?.year);
  return { date: { year: year < first && first < 2000 ? year + 100 : year }, end: at + 2, bareYear: false };
}

/** Of `2015/16` or `2015-2016` the second year, where it is the one after the first: a school year. */
export function readSchoolYear(
  text: string,
  { date, end }: Pick<DatePoint, 'date' | 'end'>,
): DatePoint | undefined {
  const found = date.month ? undefined : match(schoolYearEnd, text, end);
  const year = date.year + 1;
  return found && String(year).endsWith(found.groups?.year as string)
    ? { date: { year }, end: end + found[0].length, bareYear: false }
    : undefined;
}
