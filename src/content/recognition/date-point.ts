/** A single date within a text in lower case: `2017.06`, `03.2016`, `2016年9月`, `Sept 2016`, `Oct 14`, `Summer 2015`, `1994`. */
import type { PartialDate } from '../../model/cv.ts';
import { letter, seasons, vagueWords } from './date-words.ts';
import { monthOf } from './month-names.ts';

export interface DatePoint {
  date: PartialDate;
  /** Offset behind the date. */
  end: number;
  /** Nothing but four digits: a number as well as a year, so that its surroundings have to tell. */
  bareYear: boolean;
}

interface Form {
  pattern: RegExp;
  /** What it begins with; most words of a text are ruled out by that. Apostrophes count as letters. */
  start: 'digit' | 'letter' | 'both';
  toDate: (groups: Record<string, string | undefined>) => PartialDate | undefined;
}

const year = '(?<year>(?:1[4-9]|2[01])\\d\\d)';
const month = '(?<month>1[0-2]|0?[1-9])';
const day = '(?<day>3[01]|[12]\\d|0?[1-9])';
const end = '(?![\\d])';
// Some Arabic months have two words.
const word = `(?<word>${letter}{2,}(?:\\s(?:الأول|الاول|الثاني)(?!${letter}))?)\\.?`;
const of = '(?:(?:de|del|of)\\s+)?';
// Russian and Polish write "year" behind it, as one letter.
const yearMark = '(?:\\s?(?:гг?\\.|r\\.|рр?\\.))?';
const ordinal = '(?:st|nd|rd|th|er|º|°|\\.|-?го)?';

/** Years before the first of each era of Japan, and of the Republic of China. */
const eras: ReadonlyMap<string, number> = new Map([
  ['令和', 2018],
  ['平成', 1988],
  ['昭和', 1925],
  ['民国', 1911],
  ['民國', 1911],
]);

// The first form that fits wins, so the longer ones stand first.
const forms: readonly Form[] = [
  form('digit', `${year}\\s?[年년]\\s?${month}\\s?[月월](?:\\s?${day}\\s?[日일])?`, numeric),
  form('digit', `${year}\\s?[年년](?:度|\\s?[春夏秋冬]季?|\\s?(?:봄|여름|가을|겨울))?`, numeric),
  form(
    'letter',
    `(?<era>${[...eras.keys()].join('|')})\\s?(?<count>元|\\d{1,3})\\s?年度?(?:\\s?${month}\\s?月(?:\\s?${day}\\s?日)?)?`,
    inEra,
  ),
  form('digit', `${year}(?<s>[-./])${month}\\k<s>${day}${end}`, numeric),
  form('digit', `${day}(?<s>[-./])\\s?${month}\\k<s>\\s?${year}${end}`, numeric),
  form('digit', `${month}(?<s>[-/])${day}\\k<s>${year}${end}`, numeric),
  form('digit', `${year}\\s?[./]\\s?${month}${end}(?![./]\\d)(?:\\.(?=\\s*[-–—]))?`, numeric),
  form('digit', `${year}-(?<month>1[0-2]|0[1-9])${end}`, numeric),
  form('digit', `${month}\\s?[./-]\\s?${year}${end}`, numeric),
  form('letter', `${word}\\s+${day}(?:st|nd|rd|th)?,?\\s+${year}${end}`, named),
  form('both', `(?:${day}${ordinal}\\s+${of})?${word}[,/-]?\\s*${of}${year}${end}${yearMark}`, named),
  // Hungarian writes the year first, with a full stop: `2022. július`, `2014.09. –`.
  form('digit', `${year}[.,]?\\s+${word}(?!${letter})(?:\\s+${day}\\.)?`, named),
  form('letter', `${word}\\s*['’]?(?<short>\\d\\d)${end}(?!\\s?[%.:,]?\\d)`, named),
  form('letter', `(?:${seasons})(?:\\s+(?:semester|term|quarter))?,?\\s+${of}${year}${end}`, numeric),
  form('letter', `(?:${seasons})\\s?['’]?(?<short>\\d\\d)${end}`, numeric),
  form('digit', `${year},?\\s+(?:${seasons})(?!${letter})`, numeric),
  form('digit', `${year}${end}(?![,.]\\d|\\s?[%€$£¥])${yearMark}`, numeric),
  form('letter', `['’](?<short>\\d\\d)${end}`, numeric),
];

const vaguePattern = new RegExp(`(?:${vagueWords})(?!${letter})[\\s-]*`, 'uy');
const monthPattern = new RegExp(word, 'uy');
const seasonPattern = new RegExp(`(?:${seasons})(?!${letter})`, 'uy');

/** The date that begins at an offset, its vague prefix (`mid 2019`) included. */
export function readDatePoint(text: string, at: number): DatePoint | undefined {
  const vague = match(vaguePattern, text, at)?.[0].length ?? 0;
  return readPlain(text, at + vague);
}

/** A month or season without a year at an offset: the first half of `Jan – Mar 2019`. */
export function readMonth(text: string, at: number): { month: number | undefined; end: number } | undefined {
  const named = match(monthPattern, text, at);
  const number = named && monthOf(named.groups?.word as string);
  if (named && number) return { month: number, end: at + named[0].length };
  const season = match(seasonPattern, text, at);
  return season && { month: undefined, end: at + season[0].length };
}

/** Runs a sticky pattern at an offset. */
export function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function readPlain(text: string, at: number): DatePoint | undefined {
  const start = /\d/.test(text[at] ?? '') ? 'digit' : 'letter';
  for (const { pattern, toDate, ...form } of forms) {
    if (form.start !== start && form.start !== 'both') continue;
    const found = match(pattern, text, at);
    const date = found && toDate(found.groups as Record<string, string | undefined>);
    if (date) return { date, end: at + found[0].length, bareYear: /^\d+$/.test(found[0]) };
  }
  return undefined;
}

function form(start: Form['start'], source: string, toDate: Form['toDate']): Form {
  return { start, pattern: new RegExp(source, 'uy'), toDate };
}

function numeric(groups: Record<string, string | undefined>): PartialDate {
  return {
    year: toYear(groups),
    ...(groups.month && { month: Number(groups.month) }),
    ...(groups.day && { day: Number(groups.day) }),
  };
}

function inEra({ era = '', count = '', ...groups }: Record<string, string | undefined>): PartialDate {
  const year = (eras.get(era) as number) + (count === '元' ? 1 : Number(count));
  return numeric({ ...groups, year: String(year) });
}

function named(groups: Record<string, string | undefined>): PartialDate | undefined {
  const number = monthOf(groups.word as string);
  return number
    ? { ...numeric({ ...groups, month: undefined }), month: number, ...dayOf(groups) }
    : undefined;
}

function dayOf({ day }: Record<string, string | undefined>): { day?: number } {
  return day ? { day: Number(day) } : {};
}

// Two digits are the year of a living person's career: up to 50 this century, above it the last one.
function toYear({ year, short }: Record<string, string | undefined>): number {
  if (year) return Number(year);
  const number = Number(short);
  return number <= 50 ? 2000 + number : 1900 + number;
}
