/** Labelled items of which the label, or what stands behind it, is a date. */
import type { PhrasingContent } from 'mdast';
import type { Block, Item } from '../../model/cv.ts';
import { toOpenText } from '../phrasing-text.ts';
import { buildDated } from './build-entry.ts';
import { type EntryLine, readEntryLine } from './entry-line.ts';
import { findDates, readDateNodes } from './find-date.ts';

/** `**1999 – 2002:** BSc, University of Portsmouth`: what has a date for its label is an entry, unless a long text stands behind it. */
export function toDatedItem(item: Item): Block {
  const date = readDateNodes(item.label.children);
  const [first, ...body] = item.body;
  if (first?.type !== 'prose' || first.node.type !== 'paragraph') return item;
  const line = readEntryLine(first.node.children);
  const { attributes, position } = item;
  // `**Software Engineer:** 2021 – present, Saltmarsh Ltd, Kiel`
  if (!date && line.date?.end && startsWithPeriod(first.node.children)) {
    const title: EntryLine = { fields: [item.label.children], remarks: [], divided: true };
    return buildDated([title, line], { body, attributes, position });
  }
  if (!date) return item;
  return line.date ? item : buildDated([{ ...line, date }], { body, attributes, position });
}

/** A period, a comma and few words. */
function startsWithPeriod(nodes: readonly PhrasingContent[]): boolean {
  const text = toOpenText(nodes);
  const [date] = text.length <= 120 ? findDates(text) : [];
  return (
    date?.from === 0 &&
    /^\s*[,，|｜]\s*\S/u.test(text.slice(date.end)) &&
    !/[.!?]\s/u.test(text.slice(date.end))
  );
}
