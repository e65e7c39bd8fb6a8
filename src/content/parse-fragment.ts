import type { Nodes, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Placed } from './front-matter.ts';
import { parseMarkdown } from './parse-markdown.ts';

/**
 * Parses a value of the front matter as Markdown. Its nodes and messages have the place of the YAML value, since YAML folds and
 * unescapes lines.
 */
export async function parseFragment(
  { value, position }: Placed<string>,
  vfile: VFile,
): Promise<RootContent[]> {
  // An empty first line keeps a text that begins with `---` from being read as front matter.
  const fragment = new VFile({ path: vfile.path, value: `\n${value}` });
  const { root } = await parseMarkdown(fragment);
  for (const message of fragment.messages) {
    message.place = position;
    message.line = position?.start.line;
    message.column = position?.start.column;
    message.name = `${vfile.path}:${position?.start.line}:${position?.start.column}`;
    vfile.messages.push(message);
  }
  visit(root, (node: Nodes) => {
    if (position) node.position = position;
  });
  return root.children;
}
