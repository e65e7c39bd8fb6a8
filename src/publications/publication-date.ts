import type { PartialDate } from '../model/cv.ts';
import type { BibEntry, BibField } from './bib-entry.ts';
import { texToText } from './tex-to-text.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day, month or year; ISO 8601-2, as BibLaTeX reads it: `2024-03-01`, `2024~`, `2024-03/2024-05`, `../2024`. */
const isoDate = /^[[(]?(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T[\d:.+-]*Z?)?[~?%\])]*$/;

export interface EntryDate {
  date?: PartialDate | undefined;
  /** The field it was read from, or the one that could not be read. */
  field?: BibField | undefined;
  /** What the field says in words, where it holds no date: "in press". */
  words?: string | undefined;
}

/**
 * When an entry was published: of a range its first day. `date` goes before `year` and `month`, as in BibLaTeX; a conference's
 * `eventdate` and a preprint's `urldate` are taken last.
 */
export function readEntryDate({ fields }: BibEntry): EntryDate {
  const date = readIso(fields.get('date'));
  if (date) return date;
  const year = fields.get('year') ?? fields.get('date');
  const text = texToText(year?.value ?? '').trim();
  // `2024a` and `c. 1998` are years, too.
  const found = /(?:^|\D)(\d{4})(?!\d)/.exec(text);
  if (found) return { date: { year: Number(found[1]), ...readMonth(fields) }, field: year };
  return readIso(fields.get('eventdate')) ?? { field: year, words: text || undefined };
}

function readIso(field: BibField | undefined): EntryDate | undefined {
  if (!field) return undefined;
  const [first = '', second = ''] = field.value.trim().split('/');
  const match = isoDate.exec(/\d/.test(first) ? first : second);
  if (!match) return undefined;
  return { date: toPartialDate(match[1] as string, match[2], match[3]), field };
}

function readMonth(fields: BibEntry['fields']): { month?: number; day?: number } {
  const text = texToText(fields.get('month')?.value ?? '').toLowerCase();
  const named = months.findIndex((name) => text.includes(name)) + 1;
  const number = named || Number(/^\d{1,2}$/.exec(text.trim())?.[0] ?? 0);
  if (number < 1 || number > 12) return {};
  const day = Number(
    (/\b(\d{1,2})\b/.exec(named ? text : '') ?? /^(\d{1,2})$/.exec(fields.get('day')?.value ?? ''))?.[1] ?? 0,
  );
  return { month: number, ...(day >= 1 && day <= 31 && { day }) };
}

/** A season (21 to 24 in ISO 8601-2) is no month. */
function toPartialDate(year: string, month: string | undefined, day: string | undefined): PartialDate {
  const number = Number(month ?? 0);
  if (number < 1 || number > 12) return { year: Number(year) };
  return { year: Number(year), month: number, ...(day && { day: Number(day) }) };
}
