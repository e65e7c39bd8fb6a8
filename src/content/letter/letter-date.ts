import type { Phrase } from '../../model/cv.ts';
import type { Placed } from '../front-matter/front-matter.ts';
import { toLocales } from '../language-tag.ts';
import { textPhrase } from '../recognition/phrase.ts';

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a date is that of the build, so that it is another one tomorrow. */
export function isToday(date: Placed<string> | undefined): boolean {
  return date?.value.toLowerCase() === 'today';
}

/**
 * The date of a letter: `today` and `2026-03-01` in full in its language, anything else as it is written. Nothing makes a date where there is
 * none, since then the same letter would be another one tomorrow.
 * @param now what `today` means; `SOURCE_DATE_EPOCH` of the environment (seconds) where that is set, see reproducible-builds.org/specs
 */
export function toLetterDate({ value, position }: Placed<string>, lang: string, now: Date = today()): Phrase {
  if (isToday({ value })) return textPhrase(inFull(now, lang), position);
  const [, year, month, day] = isoDate.exec(value) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // `2026-02-31` is no day, and stays what the author wrote.
  const isDay = year !== undefined && date.toISOString().startsWith(value);
  return textPhrase(isDay ? inFull(date, lang, 'UTC') : value, position);
}

function today(): Date {
  const seconds = process.env.SOURCE_DATE_EPOCH;
  return seconds && /^\d+$/.test(seconds) ? new Date(Number(seconds) * 1000) : new Date();
}

/** Digits that every font has, years that every reader counts. Where Node does not know the language, English stands in. */
function inFull(date: Date, lang: string, timeZone?: string): string {
  const options = { dateStyle: 'long', calendar: 'gregory', numberingSystem: 'latn', timeZone } as const;
  return new Intl.DateTimeFormat([...toLocales(lang), 'en'], options).format(date);
}
