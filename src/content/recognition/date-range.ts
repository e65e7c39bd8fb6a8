/** The one grammar of dates and ranges, in every form and language that CVs use. */
import type { PartialDate } from '../../model/cv.ts';
import { type DatePoint, match, readDatePoint, readMonth } from './date-point.ts';
import { letter, listWords, openWords, rangeWords, remark, sinceWords, untilWords } from './date-words.ts';
import { readSchoolYear, readShortYear } from './school-year.ts';

/** A date or range as it stands in a text. */
export interface DateMatch {
  /** Offset behind it. */
  end: number;
  /** The author's words with dashes set right. */
  text: string;
  start?: PartialDate | undefined;
  finish?: PartialDate | 'open' | undefined;
  /** One year and nothing else: perhaps a number, or a name's part (`ICLR 2025`). */
  bareYear: boolean;
}

export interface ParsedDateRange {
  text: string;
  start?: PartialDate | undefined;
  end?: PartialDate | 'open' | undefined;
}

const dash = /\s*(?:-{1,3}|[–—‐‑‒−－~〜～→])\s*/uy;
// Blanks in a row, such as `&nbsp;&nbsp;&nbsp;`, end a column.
const dashAtEnd =
  /\s*(?:-{1,3}|[–—‐‑‒−－~〜～→])(?:\s*(?:\.{3}|…)?(?=$|[\])）\]\n\u2028|,;:：.])|(?=\s{3,}))/uy;
const wordBetween = new RegExp(
  `\\s+(?:${rangeWords})(?!${letter}|/)\\s*年?\\s*|\\s*(?:[至到迄]|から|부터|에서)年?\\s*`,
  'uy',
);
const joint = new RegExp(`\\s*(?:[&,;、，+/])\\s*|\\s+(?:${listWords})\\s+|\\s*[和及与]\\s*`, 'uy');
// Two patterns, because as one they take ten times as long to compile.
const rangeWord = new RegExp(`(?:${rangeWords})\\s+|[至到迄]`, 'uy');
const openEnd = new RegExp(`(?:${openWords})(?!${letter})\\.?`, 'uy');
const since = new RegExp(`(?:${sinceWords})(?:\\s*(?:${untilWords}))?\\s+|[自从從]\\s*`, 'uy');
const until = new RegExp(`(?:${untilWords})\\s+`, 'uy');
const bracket = /\s*[([（][^()[\]（）]{1,40}[)\]）]/uy;
const bareRemark =
  /,?\s+(?:expected|anticipated|planned|ongoing|erwartet|voraussichtlich|geplant|laufend|prévu)(?![a-z])/uy;
// "Jan 2012 – Jun 2017 · 5 yrs 6 mos", "2012 - 1 year"
const length =
  /(?:\s+[·•-]\s+|\s+)(?:\d{1,3}(?:[.,]\d)?\s?\+?\s*\p{L}{2,9}\.?(?:\s+(?=\d)|,?\s+(?=\d)|(?=\s*(?:$|[,;|｜)\n\u2028])))){1,2}(?=\s*(?:$|[,;|｜)\n\u2028]))/uy;
const suffix = /起|以来|以來|이후|부터|から|['’]?[dt][ae]n (?:beri|itibaren)|(?<until>まで|까지)/uy;

/** Reads a text that is a date or range from end to end; `undefined` for any other. Brackets round it are dropped. */
export function parseDateRange(text: string): ParsedDateRange | undefined {
  if (text.length > 80 || !/\d/.test(toLower(text))) return undefined;
  const trimmed = text.trim().replace(/[.,;:]$/u, '');
  const inner = trimmed.replace(/^[([（](.*)[)\]）]$/u, '$1').trim();
  for (const one of [text.trim(), trimmed, inner]) {
    const found = readDateRange(one, 0);
    if (found && found.end === one.length) return { text: found.text, start: found.start, end: found.finish };
  }
  return undefined;
}

/**
 * Reads the longest date or range that begins at an offset.
 * @param lower the text as `toLower` gives it, for callers that try many offsets
 */
export function readDateRange(
  text: string,
  at: number,
  lower: string = toLower(text),
): DateMatch | undefined {
  const range = readSince(lower, at) ?? readUntil(lower, at) ?? readFromTo(lower, at);
  return range && withRemark(text, lower, at, range);
}

/**
 * A text in lower case, letter by letter, so that offsets stay: patterns that ignore case are slow to compile. Digits of Arabic, Persian and
 * those as wide as an ideograph become those of dates.
 */
export function toLower(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : text.replace(/\p{Lu}/gu, lowerLetter);
  return otherDigits.test(same) ? same.replace(new RegExp(otherDigits, 'g'), toDigit) : same;
}

const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/;

// The zeros of the three rows end in 0, as hexadecimal numbers.
function toDigit(digit: string): string {
  return String(digit.charCodeAt(0) & 0xf);
}

interface Range {
  end: number;
  /** The place of the dash between two dates. */
  dash?: { from: number; to: number } | undefined;
  start?: PartialDate | undefined;
  finish?: PartialDate | 'open' | undefined;
  bareYear?: boolean;
}

function readSince(text: string, at: number): Range | undefined {
  const prefix = match(since, text, at);
  const range = prefix && readFromTo(text, at + prefix[0].length);
  if (!range) return undefined;
  return { ...range, finish: range.finish ?? 'open', bareYear: false };
}

function readUntil(text: string, at: number): Range | undefined {
  const prefix = match(until, text, at);
  const point = prefix && readDatePoint(text, at + prefix[0].length);
  return point && { end: point.end, finish: point.date };
}

function readFromTo(text: string, at: number): Range | undefined {
  const first = readStart(text, at);
  if (!first) return undefined;
  const schoolYear = first.date && readSchoolYear(text, { date: first.date, end: first.end });
  const fromSchoolYear = schoolYear && readRange(text, { ...first, end: schoolYear.end });
  return fromSchoolYear ?? readRange(text, first) ?? readList(text, first);
}

/** What goes from a first date to another one, or is open. */
function readRange(text: string, first: Start): Range | undefined {
  const separator = match(dash, text, first.end);
  if (separator) {
    const from = first.end;
    const to = from + separator[0].length;
    const finish = readFinish(text, to, first);
    if (finish) return withYear({ ...finish, dash: { from, to }, start: first.date });
    const trailing = match(dashAtEnd, text, from);
    if (trailing && first.date)
      return { end: from + trailing[0].length, dash: { from, to }, start: first.date, finish: 'open' };
  }
  const worded = match(wordBetween, text, first.end);
  const finish = worded && readFinish(text, first.end + worded[0].length, first);
  return finish && withYear({ ...finish, start: first.date });
}

interface Start {
  end: number;
  /** Without a year until the other end gives one. */
  date?: PartialDate | undefined;
  month?: number | undefined;
  bareYear: boolean;
}

function readStart(text: string, at: number): Start | undefined {
  const point = readDatePoint(text, at);
  if (point) return point;
  const month = readMonth(text, at);
  return month && { end: month.end, month: month.month, bareYear: false };
}

function readFinish(text: string, at: number, start: Start): (Range & { month?: number }) | undefined {
  const open = start.date && readOpenEnd(text, at);
  if (open) return { end: open, finish: 'open' };
  const point = readDatePoint(text, at);
  if (point && isAfter(point, start)) {
    const { date, end } = readSchoolYear(text, point) ?? point;
    return { end, finish: date, bareYear: false, ...monthOnly(start) };
  }
  const short = start.date && readShortYear(text, at, start.date);
  return short && isAfter(short, start) ? { end: short.end, finish: short.date } : undefined;
}

/** The offset behind words that mean "until now". */
function readOpenEnd(text: string, at: number): number | undefined {
  const prefix = match(rangeWord, text, at)?.[0].length ?? 0;
  for (const from of new Set([at + prefix, at])) {
    const open = match(openEnd, text, from);
    // The stop behind a whole word ends the line.
    if (open) return from + open[0].replace(/^([^.]{4,})\.$/u, '$1').length;
  }
  return undefined;
}

// `2019 - 2 projects`: no second date. A range that runs backwards is two numbers, not two dates.
function isAfter(point: DatePoint, start: Start): boolean {
  return !start.date || point.date.year >= start.date.year;
}

function monthOnly({ date, month }: Start): { month?: number } {
  return date || !month ? {} : { month };
}

// "Jan – Mar 2019": the first month takes the second one's year.
function withYear({ month, ...range }: Range & { month?: number }): Range {
  if (range.start || !range.finish || range.finish === 'open') return range;
  return { ...range, start: { year: range.finish.year, ...(month && { month }) } };
}

/** Single dates, alone or in a list: `2019 & 2020`, `2019/20`. */
function readList(text: string, first: Start): Range | undefined {
  let { end } = first;
  let start = first.date;
  let finish: PartialDate | undefined;
  for (let separator = match(joint, text, end); separator; separator = match(joint, text, end)) {
    const at = end + separator[0].length;
    const next =
      readDatePoint(text, at) ??
      (separator[0] === '/' && first.date ? readShortYear(text, at, first.date) : undefined);
    // A comma joins years (`2017, 2018`); between other dates it divides.
    if (!next || (/^\s*[,;，]/u.test(separator[0]) && !(first.bareYear && next.bareYear))) break;
    end = next.end;
    finish = next.date;
    start ??= { year: next.date.year, ...(first.month && { month: first.month }) };
  }
  if (finish && start?.year === finish.year && !finish.month) finish = undefined;
  return start && { end, start, finish, bareYear: first.bareYear && end === first.end };
}

// Only "İ" becomes two letters.
function lowerLetter(capital: string): string {
  const lower = capital.toLowerCase();
  return lower.length === capital.length ? lower : capital;
}

function withRemark(text: string, lower: string, at: number, range: Range): DateMatch {
  let { end, finish } = range;
  const behind = match(suffix, lower, end);
  if (behind) {
    end += behind[0].length;
    if (!behind.groups?.until) finish ??= 'open';
  }
  const extra = match(bracket, lower, end) ?? match(bareRemark, lower, end) ?? match(length, lower, end);
  if (extra && remark.test(extra[0])) end += extra[0].length;
  const { start, bareYear = false } = range;
  return { end, text: setDash(text.slice(at, end), at, range), start, finish, bareYear: bareYear && !extra };
}

function setDash(text: string, at: number, { dash: place, end }: Range): string {
  if (!place) return text.replace(/\s+/gu, ' ');
  const before = text.slice(0, place.from - at);
  const after = text.slice(place.to - at);
  const written = text.slice(place.from - at, place.to - at);
  const space = spaceAround(before, text.slice(place.to - at, end - at), written) ? ' ' : '';
  return `${before}${space}–${after ? space : ''}${after}`.replace(/\s+/gu, ' ');
}

// Years stand close to their dash, dates of several words do not; beside one word, as the author has it.
function spaceAround(before: string, after: string, written: string): boolean {
  if (/^\d\d$/u.test(after)) return false;
  if (/[\s–-]/u.test(before) || /[\s–-]/u.test(after)) return true;
  return /^\D/u.test(after) && /\s/u.test(written);
}
