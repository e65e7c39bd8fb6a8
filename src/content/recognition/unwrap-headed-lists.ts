/** Lists in which every item begins with a heading: the bullets are an editor's outline, the headings are the CV's own. */
import type { List, RootContent } from 'mdast';

/** The nodes with the content of such lists in their place. */
export function unwrapHeadedLists(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node) =>
    node.type === 'list' && isHeaded(node)
      ? unwrapHeadedLists(node.children.flatMap(({ children }) => children as RootContent[]))
      : [node],
  );
}

function isHeaded({ ordered, children }: List): boolean {
  return !ordered && children.every((item) => item.children[0]?.type === 'heading');
}
