import type { List } from 'mdast';
import type { DescribedBlock } from './description.ts';

/** Blocks with lists that follow one another as one list. */
export function joinLists(blocks: readonly DescribedBlock[]): DescribedBlock[] {
  const joined: DescribedBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const before = last?.type === 'flow' ? last.nodes.at(-1) : undefined;
    const [first, ...others] = block.type === 'flow' ? block.nodes : [];
    if (
      before?.type === 'list' &&
      first?.type === 'list' &&
      before.ordered === first.ordered &&
      last?.type === 'flow'
    ) {
      (before as List).children.push(...first.children);
      last.nodes.push(...others);
    } else joined.push(block);
  }
  return joined;
}
