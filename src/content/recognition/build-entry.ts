/** An entry from its lines: the heading or term first, the short lines beneath it after. */
import type { PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import type { Attributes, Block, DateRange, Entry, Item, Phrase } from '../../model/cv.ts';
import { around, toPhrasingText } from '../phrasing-text.ts';
import type { EntryLine } from './entry-line.ts';
import { toPhrase } from './phrase.ts';
import { toProse } from './prose.ts';

export interface EntryRest {
  /** Its title where no line has a word for one, such as a picture. */
  heading?: Phrase | undefined;
  body: Block[];
  attributes?: Attributes | undefined;
  position?: Position | undefined;
}

/** Joins lines in order: the first field is the title, the second the subtitle, the third the place, the others are details. */
export function buildEntry(lines: readonly EntryLine[], rest: EntryRest): Entry {
  const dates = lines.flatMap(({ date }) => date ?? []);
  const places = lines.flatMap(({ place }) => (place ? [place] : []));
  const fields = phrases(lines.flatMap((line) => line.fields));
  const [date, ...otherDates] = dates;
  // A heading of nothing but a date or a place has it as its title: there is no entry without one.
  const title = fields.shift() ?? date?.text ?? phrases(places.splice(0, 1))[0] ?? rest.heading;
  const subtitle = fields.shift();
  const place = phrases(places.splice(0, 1))[0] ?? fields.shift();
  const remarks = phrases(lines.flatMap((line) => line.remarks));
  return {
    type: 'entry',
    date: title === date?.text ? undefined : date,
    title: title as Phrase,
    subtitle,
    place,
    details: [...remarks, ...fields, ...phrases(places), ...otherDates.map(({ text }) => text)],
    body: rest.body,
    attributes: rest.attributes,
    position: rest.position,
  };
}

/**
 * As `buildEntry`, but a date with a long running text, or with nothing but what stands below it, is a labelled item: no template sets
 * a paragraph as a title, and a date is none.
 */
export function buildDated(lines: readonly EntryLine[], rest: EntryRest): Entry | Item {
  const [line] = lines;
  const field = line?.fields[0];
  const [date, ...others] = lines.flatMap((one) => one.date ?? []);
  const isBare = lines.every(({ fields, place, remarks }) => !place && fields.length + remarks.length === 0);
  if (isBare && date && others.length === 0 && rest.body.length > 0)
    return { ...rest, type: 'item', label: date.text };
  const isRunning =
    lines.length === 1 && line?.date && line.fields.length === 1 && !line.place && line.remarks.length === 0;
  if (!isRunning || !field || toPhrasingText(field).length <= 120) return buildEntry(lines, rest);
  const paragraph = toProse({ type: 'paragraph', children: field, position: around(field) });
  const label = (line as { date: DateRange }).date.text;
  return { ...rest, type: 'item', label, body: [paragraph, ...rest.body] };
}

function phrases(fields: readonly PhrasingContent[][]): Phrase[] {
  // A line has no field without words.
  return fields.map((field) => toPhrase(field) as Phrase);
}
