import type { Link, Nodes, Root, Text } from 'mdast';
import type { Position } from 'unist';
import type { TextPoints } from './text-points.ts';
import { walkTree } from './walk-tree.ts';

/** Replaces every position by that of the same place in the author's file. */
export function mapPositions(
  root: Root,
  points: TextPoints,
  toOriginal: (offset: number, side: 'start' | 'end') => number,
): void {
  walkTree(root, (node) => {
    const { position } = node;
    if (!position) return;
    const start = toOriginal(position.start.offset as number, 'start');
    const end = toOriginal(position.end.offset as number, 'end');
    node.position = points.position(start, Math.max(start, end));
  });
}

/**
 * Gives a position to the nodes without one: those that GFM makes of addresses in running text. They are looked for between their
 * neighbours, by what they show.
 */
export function fillPositions(root: Root, source: string, points: TextPoints): void {
  walkTree(root, (node) => {
    if (!('children' in node) || !node.position) return;
    if (node.children.every((child) => child.position)) return;
    let from = node.position.start.offset as number;
    for (const [index, child] of node.children.entries()) {
      if (!child.position) {
        const until = startOf(node.children.slice(index + 1)) ?? (node.position.end.offset as number);
        child.position = findIn(child, source, from, until, points);
      }
      from = child.position.end.offset as number;
    }
  });
}

function startOf(nodes: readonly Nodes[]): number | undefined {
  return nodes.find((node) => node.position)?.position?.start.offset;
}

function findIn(node: Nodes, source: string, from: number, until: number, points: TextPoints): Position {
  const shown = shownText(node as Text | Link);
  const at = source.indexOf(shown, from);
  if (at === -1 || at + shown.length > until) return points.position(from, until);
  return points.position(at, at + shown.length);
}

function shownText(node: Text | Link): string {
  return node.type === 'text' ? node.value : shownText(node.children[0] as Text);
}
