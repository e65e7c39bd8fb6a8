/** Flow content that no recogniser claims, set as the author wrote it. */
import type { RootContent } from 'mdast';
import type { Attributes, Prose } from '../../model/cv.ts';

export function toProse(node: RootContent): Prose {
  return {
    type: 'prose',
    node: node as Prose['node'],
    attributes: attributesOf(node),
    position: node.position,
  };
}

/** The pandoc attributes of a node. */
export function attributesOf(
  node: { data?: { attributes?: Attributes | undefined } } | RootContent,
): Attributes | undefined {
  return 'data' in node ? node.data?.attributes : undefined;
}
