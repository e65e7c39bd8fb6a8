/** Bullets that begin with a date, or with a bold name and a date, as entries. */
import type { List, ListItem } from 'mdast';
import type { Block } from '../../model/cv.ts';
import type { ToBlocks } from './block-maker.ts';
import { buildDated } from './build-entry.ts';
import { readBulletHead, takeTitle } from './paragraph-head.ts';
import { attributesOf } from './prose.ts';

/** The items of a list as entries; `undefined` unless every one of them has its date. Numbered lists keep their numbers. */
export function toListEntries(list: List, toBlocks: ToBlocks): Block[] | undefined {
  if (list.ordered) return undefined;
  const made = (isLenient: boolean): Block[] =>
    list.children.flatMap((item) => toEntry(item, list, toBlocks, isLenient) ?? []);
  const blocks = made(false);
  // Among ranges a year alone is no book's.
  const all =
    blocks.length < list.children.length && blocks.length * 3 >= list.children.length ? made(true) : blocks;
  return all.length === list.children.length ? all : undefined;
}

/** @param isLenient whether a single year in brackets at the end is enough */
function toEntry(item: ListItem, list: List, toBlocks: ToBlocks, isLenient: boolean): Block | undefined {
  const [first, ...others] = item.children;
  if (first?.type !== 'paragraph' || typeof item.checked === 'boolean') return undefined;
  const head = readBulletHead(first, isLenient);
  const { lines, content } = takeTitle(head?.lines ?? [], [...(head?.rest ?? []), ...others]);
  if (!head || !lines.some(({ fields }) => fields.length > 0)) return undefined;
  return buildDated(lines, {
    body: toBlocks(content, 'entry'),
    attributes: attributesOf(item) ?? attributesOf(list),
    position: item.position,
  });
}
