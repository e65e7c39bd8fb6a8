import type { Nodes, RootContent } from 'mdast';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { createSelection, type IsLeftOut, tagsOf } from '../selection/selection.ts';
import type { FrontMatter, Placed } from './front-matter/front-matter.ts';
import { parseMarkdown } from './syntax/parse-markdown.ts';

/** What is taken out of a value, and who is told. */
export interface FragmentRemoval {
  isLeftOut: IsLeftOut;
  onRemoved: (removed: Nodes[][], position: Position | undefined) => void;
}

/**
 * Parses a value of the front matter as Markdown. Its nodes and messages have the place of the YAML value, since YAML folds and
 * unescapes lines.
 * @param frontMatter says which variant is built, and in which language
 * @param without what stays out besides
 */
export async function parseFragment(
  { value, position }: Placed<string>,
  vfile: VFile,
  frontMatter: FrontMatter,
  without?: FragmentRemoval | undefined,
): Promise<RootContent[]> {
  // Empty front matter keeps a text that looks like some from being read as it.
  const fragment = new VFile({ path: vfile.path, value: `---\n---\n${value}` });
  const { root } = await parseMarkdown(fragment, { tags: tagsOf(frontMatter) });
  for (const message of fragment.messages) {
    const { line, column } = position?.start ?? {};
    Object.assign(message, {
      place: position,
      line,
      column,
      name: `${vfile.path}:${line ?? 1}:${column ?? 1}`,
    });
    vfile.messages.push(message);
  }
  const isNotSelected = createSelection(frontMatter);
  if (isNotSelected || without) {
    const { removeNodes } = await import('../selection/remove-nodes.ts');
    if (isNotSelected) removeNodes(root, { isLeftOut: isNotSelected, ranges: [] });
    const removed = without ? removeNodes(root, { isLeftOut: without.isLeftOut, ranges: [] }) : [];
    if (removed.length > 0) without?.onRemoved(removed, position);
  }
  visit(root, (node: Nodes) => {
    node.position = position;
  });
  return root.children;
}
