import type { Nodes, Parents } from 'mdast';

/** Calls `visit` for every node, parents first, without recursion: a tree may be as deep as a file makes it. */
export function walkTree(
  root: Nodes,
  visit: (node: Nodes, parent: Parents | undefined, depth: number) => void,
): void {
  const stack: [Nodes, Parents | undefined, number][] = [[root, undefined, 0]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, parent, depth] = next;
    visit(node, parent, depth);
    if (!('children' in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      stack.push([node.children[index] as Nodes, node, depth + 1]);
    }
  }
}
