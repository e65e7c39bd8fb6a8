/** Bullets that begin with a date, or with a bold name and a date, as entries. */
import type { List, ListItem, RootContent } from 'mdast';
import type { Block } from '../../model/cv.ts';
import type { ToBlocks } from './block-maker.ts';
import { buildDated } from './build-entry.ts';
import type { EntryLine } from './entry-line.ts';
import { readBulletHead, takeTitle } from './paragraph-head.ts';
import { attributesOf } from './prose.ts';

/**
 * The items of a list as entries; `undefined` unless every one of them has its date. Numbered lists keep their numbers. What is below the
 * items is read only when that is known: lists within lists would be read over and over.
 */
export function toListEntries(list: List, toBlocks: ToBlocks): Block[] | undefined {
  if (list.ordered) return undefined;
  const strict = readHeads(list, false);
  // Among ranges a year alone is no book's.
  const isMixed = strict.length < list.children.length && strict.length * 3 >= list.children.length;
  const heads = isMixed ? readHeads(list, true) : strict;
  if (heads.length < list.children.length) return undefined;
  return heads.map(({ item, lines, content }) =>
    buildDated(lines, {
      body: toBlocks(content, 'entry'),
      attributes: attributesOf(item) ?? attributesOf(list),
      position: item.position,
    }),
  );
}

interface ItemHead {
  item: ListItem;
  lines: EntryLine[];
  /** What stands below them. */
  content: RootContent[];
}

/** @param isLenient whether a single year in brackets at the end is enough */
function readHeads(list: List, isLenient: boolean): ItemHead[] {
  return list.children.flatMap((item) => {
    const [first, ...others] = item.children;
    if (first?.type !== 'paragraph' || typeof item.checked === 'boolean') return [];
    const head = readBulletHead(first, isLenient);
    if (!head) return [];
    const { lines, content } = takeTitle(head.lines, [...head.rest, ...others]);
    return lines.some(({ fields }) => fields.length > 0) ? [{ item, lines, content }] : [];
  });
}
