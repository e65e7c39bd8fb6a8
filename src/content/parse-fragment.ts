import type { Nodes, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Placed } from './front-matter/front-matter.ts';
import { parseMarkdown } from './syntax/parse-markdown.ts';

/**
 * Parses a value of the front matter as Markdown. Its nodes and messages have the place of the YAML value, since YAML folds and
 * unescapes lines.
 */
export async function parseFragment(
  { value, position }: Placed<string>,
  vfile: VFile,
): Promise<RootContent[]> {
  // Empty front matter keeps a text that looks like some from being read as it.
  const fragment = new VFile({ path: vfile.path, value: `---\n---\n${value}` });
  const { root } = await parseMarkdown(fragment);
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
  visit(root, (node: Nodes) => {
    node.position = position;
  });
  return root.children;
}
