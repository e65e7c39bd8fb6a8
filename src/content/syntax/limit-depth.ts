import type { Nodes, PhrasingContent, Root } from 'mdast';
import { walkTree } from './walk-tree.ts';

/** Far beyond what lists (limited line by line) and sensible emphasis reach, and far below what the stack holds. */
const maxDepth = 250;

/** Replaces inline nodes that nest too deep by their text. Returns the first, if there is one. */
export function limitDepth(root: Root): Nodes | undefined {
  let first: Nodes | undefined;
  walkTree(root, (node, _parent, depth) => {
    if (depth < maxDepth || !('children' in node) || node.children.length === 0) return;
    first ??= node;
    const value = textOf(node);
    const { position } = node;
    (node.children as PhrasingContent[]) = [{ type: 'text', value, position }];
  });
  return first;
}

function textOf(node: Nodes): string {
  const values: string[] = [];
  walkTree(node, (inner) => {
    if ('value' in inner) values.push(inner.value);
  });
  return values.join('');
}
