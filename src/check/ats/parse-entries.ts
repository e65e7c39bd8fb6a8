import { isDate, splitDate } from './resume-dates.ts';
import type { ResumeLine, Segment } from './resume-lines.ts';

export interface ResumeEntry {
  title: string;
  organisation?: string | undefined;
  date: string;
  place?: string | undefined;
}

/** A line of an entry's head: its date taken out. */
interface HeadLine {
  segments: Segment[];
  date?: string | undefined;
}

/**
 * The entries of a section: a date makes one, together with the line above it or below it where that is set as a head is, in parts or in
 * another font than running text, whose style is given.
 */
export function parseEntries(lines: readonly ResumeLine[], running: string | undefined): ResumeEntry[] {
  const entries: ResumeEntry[] = [];
  const heads = lines.map((line) => toHeadLine(line, running));
  for (let index = 0; index < heads.length; index += 1) {
    const line = heads[index];
    const next = heads[index + 1];
    if (!line) continue;
    if (line.date !== undefined) {
      const below = next && next.date === undefined && !startsLike(next, line) ? next : undefined;
      entries.push(toEntry(line, below));
      if (below) index += 1;
    } else if (next?.date !== undefined && !startsLike(next, line)) {
      entries.push(toEntry(line, next));
      index += 1;
    }
  }
  return entries;
}

/** Two titles follow each other: they are set alike. */
function startsLike(line: HeadLine, title: HeadLine): boolean {
  return line.segments.length > 0 && line.segments[0]?.style === title.segments[0]?.style;
}

/** The style of most letters in lines of one part: that of running text. */
export function runningStyle(lines: readonly ResumeLine[]): string | undefined {
  const letters = new Map<string, number>();
  for (const { segments } of lines)
    for (const { style, text } of segments.length === 1 ? segments : [])
      letters.set(style, (letters.get(style) ?? 0) + text.length);
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function toHeadLine({ segments }: ResumeLine, running: string | undefined): HeadLine | undefined {
  const dates = segments.filter(({ text }) => isDate(text));
  const rest = segments.filter((segment) => !dates.includes(segment));
  const last = rest.at(-1);
  const cut =
    dates.length === 0 && last && rest.length > 0 && rest[0]?.style !== running
      ? splitDate(last.text)
      : undefined;
  if (cut && last) rest[rest.length - 1] = { ...last, text: cut.rest };
  const date = dates[0]?.text ?? cut?.date;
  const [first] = rest;
  if (/^[•◦▪–*-](?:\s|$)/.test(first?.text ?? '')) return undefined;
  // A label set bold before running text, and running text itself, are no heads.
  const isParted = rest.slice(1).some(({ apart }) => apart);
  if (date === undefined && (rest.length === 0 || (first?.style === running && !isParted))) return undefined;
  if (date === undefined && /:$/.test(first?.text ?? '') && rest.length > 1) return undefined;
  return { segments: rest, date };
}

function toEntry(upper: HeadLine, lower: HeadLine | undefined): ResumeEntry {
  const [title, ...beside] = upper.segments;
  const [organisation, ...places] = lower?.segments ?? beside;
  const place = lower ? (beside.at(-1) ?? places.at(-1)) : places.at(-1);
  return {
    title: clean(title?.text ?? ''),
    organisation: organisation && clean(organisation.text),
    date: upper.date ?? lower?.date ?? '',
    place: place && clean(place.text),
  };
}

function clean(text: string): string {
  return text.replace(/^[\s,;|–•]+|[\s,;|–•]+$/g, '');
}
