/** Bullets that begin with a date, or with a bold name and a date, as entries. */
import type { List, ListItem, RootContent } from 'mdast';
import type { Block } from '../../model/cv.ts';
import type { ToBlocks } from './block-maker.ts';
import { buildDated } from './build-entry.ts';
import { type EntryLine, readEntryLine } from './entry-line.ts';
import { keepTimelines } from './keep-timelines.ts';
import { isBoldHeading } from './labelled-item.ts';
import { readBulletHead, takeTitle } from './paragraph-head.ts';
import { attributesOf } from './prose.ts';

/**
 * The items of a list as entries; `undefined` unless every one of them has its date. Numbered lists keep their numbers. What is below the
 * items is read only when that is known: lists within lists would be read over and over.
 */
export function toListEntries(list: List, toBlocks: ToBlocks): Block[] | undefined {
  if (list.ordered || list.data?.isTimeline) return undefined;
  const strict = readHeads(list, false);
  // Among ranges a year alone is no book's.
  const isMixed = strict.length < list.children.length && strict.length * 3 >= list.children.length;
  const heads = isMixed ? readHeads(list, true) : strict;
  const all = withBoldItems(list, heads);
  return all?.map(({ item, lines, content }) =>
    buildDated(lines, {
      body: toBlocks(keepTimelines(lines, content), 'entry'),
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

/** The heads of all items; of many certificates in bold with their dates a few may have none. `undefined` where an item is none. */
function withBoldItems(list: List, heads: readonly ItemHead[]): readonly ItemHead[] | undefined {
  if (heads.length === list.children.length) return heads;
  if (heads.length * 4 < list.children.length * 3 || !heads.every(isBold)) return undefined;
  const headed = new Map(heads.map((head) => [head.item, head]));
  const all = list.children.map((item) => headed.get(item) ?? readBoldItem(item));
  return all.every((head) => head !== undefined) ? all : undefined;
}

function isBold({ item }: ItemHead): boolean {
  const [first] = item.children;
  return first?.type === 'paragraph' && first.children[0]?.type === 'strong';
}

/** An item of nothing but a bold name. */
function readBoldItem(item: ListItem): ItemHead | undefined {
  const [only, ...others] = item.children;
  if (only?.type !== 'paragraph' || others.length > 0 || !isBoldHeading(only)) return undefined;
  return { item, lines: [readEntryLine(only.children)], content: [] };
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
