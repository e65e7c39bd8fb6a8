import type { PartialDate } from '../model/cv.ts';
import type { BibEntry, BibField } from './bib-entry.ts';
import { texToText } from './tex-to-text.ts';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const anyMonthName = new RegExp(monthNames.join('|'));

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
 * `eventdate` is taken last.
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
  // `../2024` has no first day.
  const match = isoDate.exec(
    field.value
      .trim()
      .replace(/^(?:\.\.)?\//, '')
      .replace(/\/.*/s, ''),
  );
  if (!match) return undefined;
  return {
    date: { year: Number(match[1]), ...toMonth(Number(match[2] ?? 0), Number(match[3] ?? 0)) },
    field,
  };
}

function readMonth(fields: BibEntry['fields']): { month?: number; day?: number } {
  const text = texToText(fields.get('month')?.value ?? '').toLowerCase();
  const named = monthNames.indexOf(anyMonthName.exec(text)?.[0] ?? '') + 1;
  const month = named > 0 ? named : Number(/^\d{1,2}$/.exec(text.trim())?.[0] ?? 0);
  const beside = named > 0 ? /\b\d{1,2}\b/.exec(text) : null;
  return toMonth(month, Number((beside ?? /^\d{1,2}$/.exec(fields.get('day')?.value ?? ''))?.[0] ?? 0));
}

/** A season (21 to 24 in ISO 8601-2) is no month. */
function toMonth(month: number, day: number): { month?: number; day?: number } {
  if (month < 1 || month > 12) return {};
  return { month, ...(day >= 1 && day <= 31 && { day }) };
}
