import { parseDateRange } from '../content/recognition/date-range.ts';
import { presentWord } from '../content/recognition/present-word.ts';
import type { PartialDate } from '../model/cv.ts';
import type { DescribedDate } from './description.ts';

export interface DateText {
  text: string;
  /** Whether mdcv reads it as the date that it is; else it can only be a text. */
  isRead: boolean;
}

/** A date or range as it stands in a heading, its ends as the file has them. */
export function toDateText({ start, end, open }: DescribedDate, lang: string): DateText {
  if (start === undefined) return read(`until ${end}`, undefined, end);
  if (open) {
    const texts = [presentWord(lang), 'present'].flatMap((word) =>
      word ? [read(`${start} – ${word}`, start, 'open')] : [],
    );
    return texts.find(({ isRead }) => isRead) ?? { text: start, isRead: false };
  }
  if (end === undefined) return { text: start, isRead: parseDateRange(start) !== undefined };
  // `Present`, `now`, `heute`: whatever the words, it is not over. English ones are what tools write in any language.
  const isOpen = parseDateRange(end) === undefined && parseDateRange(`${start} – ${end}`)?.end === 'open';
  if (isOpen && !/^en(?:-|$)/iu.test(lang)) return toDateText({ start, open: true }, lang);
  return read(`${start} – ${end}`, start, isOpen ? 'open' : end);
}

/** Judged by reading it back: each end has to be what it is by itself. */
function read(text: string, start: string | undefined, end: string | undefined): DateText {
  const found = parseDateRange(text);
  const wanted = end === 'open' ? 'open' : point(end);
  const isRead =
    found !== undefined &&
    same(found.start, point(start)) &&
    (start === undefined || found.start !== undefined) &&
    (wanted === 'open' ? found.end === 'open' : found.end !== 'open' && same(found.end, wanted));
  return { text, isRead };
}

function point(text: string | undefined): PartialDate | undefined {
  return text === undefined ? undefined : parseDateRange(text)?.start;
}

function same(a: PartialDate | undefined, b: PartialDate | undefined): boolean {
  return a?.year === b?.year && a?.month === b?.month && a?.day === b?.day;
}
