/** Bullets that begin with a date, or with a bold name and a date, as entries. */
import type { List, ListItem } from 'mdast';
import type { Block } from '../../model/cv.ts';
import type { ToBlocks } from './block-maker.ts';
import { buildDated } from './build-entry.ts';
import { readBulletHead } from './paragraph-head.ts';
import { attributesOf } from './prose.ts';

/** The items of a list as entries; `undefined` unless every one of them has its date. Numbered lists keep their numbers. */
export function toListEntries(list: List, toBlocks: ToBlocks): Block[] | undefined {
  if (list.ordered) return undefined;
  const blocks = list.children.map((item) => toEntry(item, list, toBlocks));
  return blocks.every((block) => block !== undefined) ? blocks : undefined;
}

function toEntry(item: ListItem, list: List, toBlocks: ToBlocks): Block | undefined {
  const [first, ...others] = item.children;
  if (first?.type !== 'paragraph' || typeof item.checked === 'boolean') return undefined;
  const head = readBulletHead(first);
  if (!head?.lines.some(({ fields }) => fields.length > 0)) return undefined;
  return buildDated(head.lines, {
    body: toBlocks([...head.rest, ...others], 'entry'),
    attributes: attributesOf(item) ?? attributesOf(list),
    position: item.position,
  });
}
