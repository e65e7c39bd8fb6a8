import type { DateRange, PartialDate } from '../model/cv.ts';

/** `2013`, `2013-12` or `2013-12-01`. */
export function toIsoDate({ year, month, day }: PartialDate): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return [String(year).padStart(4, '0'), ...(month ? [two(month), ...(day ? [two(day)] : [])] : [])].join(
    '-',
  );
}

/** Both ends; a single date is both, since a beginning without an end means until now. */
export function toIsoRange(date: DateRange | undefined): { startDate?: string; endDate?: string } {
  if (!date) return {};
  const { start, end } = date;
  const last = end === undefined ? start : end;
  return {
    ...(start && { startDate: toIsoDate(start) }),
    ...(last && last !== 'open' && { endDate: toIsoDate(last) }),
  };
}
