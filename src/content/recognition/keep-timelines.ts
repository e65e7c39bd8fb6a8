/** Bullets that say what happened when, below an entry that has a time of its own: a reader sees bullets, and no entries in the entry. */
import type { List, ListItem, RootContent } from 'mdast';
import type { DateRange, PartialDate } from '../../model/cv.ts';
import { toOpenText } from '../phrasing-text.ts';
import type { EntryLine } from './entry-line.ts';
import { type FoundDate, findDates } from './find-date.ts';

/** The content of an entry with its lists marked of which each item begins with a date within the entry's time, and most with a single one. */
export function keepTimelines(lines: readonly EntryLine[], content: readonly RootContent[]): RootContent[] {
  const [date] = lines.flatMap((line) => line.date ?? []);
  if (!date?.start || !date.end || lines.every(({ fields }) => fields.length === 0)) return [...content];
  return content.map((node) =>
    node.type === 'list' && isTimeline(node, date)
      ? { ...node, data: { ...node.data, isTimeline: true } }
      : node,
  );
}

/** Ranges are what jobs of an entry have: positions at one firm. */
function isTimeline({ children }: List, period: DateRange): boolean {
  const dates = children.map(firstDate);
  const single = dates.filter((date) => date && !date.finish);
  return dates.every((date) => date && isWithin(date, period)) && single.length * 2 > dates.length;
}

function firstDate({ children: [first] }: ListItem): FoundDate | undefined {
  const [date] = first?.type === 'paragraph' ? findDates(toOpenText(first.children)) : [];
  return date?.from === 0 ? date : undefined;
}

function isWithin({ start, finish }: FoundDate, period: DateRange): boolean {
  const from = (period.start as PartialDate).year;
  const to = period.end === 'open' ? Number.POSITIVE_INFINITY : (period.end as PartialDate).year;
  const last = finish === 'open' ? undefined : finish;
  return start !== undefined && start.year >= from && (last ?? start).year <= to;
}
