import type { RootContent } from 'mdast';

export interface HeadedContent<Head> {
  /** What stands before the first head. */
  preface: RootContent[];
  groups: { head: Head; content: RootContent[] }[];
}

/** Cuts a run of nodes at those that `toHead` knows: each opens a group that lasts to the next. */
export function splitAtHeads<Head>(
  nodes: readonly RootContent[],
  toHead: (node: RootContent) => Head | undefined,
): HeadedContent<Head> {
  const preface: RootContent[] = [];
  const groups: HeadedContent<Head>['groups'] = [];
  for (const node of nodes) {
    const head = toHead(node);
    if (head) groups.push({ head, content: [] });
    else (groups.at(-1)?.content ?? preface).push(node);
  }
  return { preface, groups };
}
