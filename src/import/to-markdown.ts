import type { Root, RootContent } from 'mdast';
import { VFile } from 'vfile';
import { readContactBlock } from '../content/recognition/contact-block.ts';
import { parseMarkdown } from '../content/syntax/parse-markdown.ts';
import type { Description } from './description.ts';
import { writeEntry } from './write-entry.ts';
import { contactLine, writeFrontMatter } from './write-front-matter.ts';
import { writeMarkdown } from './write-markdown.ts';

/** A described CV as the Markdown that a person would write for mdcv. */
export async function toMarkdown(description: Description): Promise<string> {
  const { lang, person, summary, sections } = description;
  const nodes: RootContent[] = [...contactLine(person.contacts)];
  const isPlain = await staysText(summary);
  if (isPlain) nodes.push(...summary);
  for (const { title, blocks } of sections) {
    nodes.push({ type: 'heading', depth: 2, children: [{ type: 'text', value: title }] });
    for (const block of blocks)
      nodes.push(...(block.type === 'entry' ? await writeEntry(block, lang) : block.nodes));
  }
  const head = isPlain
    ? description
    : { ...description, frontMatter: [...description.frontMatter, summaryKey(summary)] };
  return `---\n${writeFrontMatter(head)}---\n\n${writeMarkdown(nodes)}`;
}

function summaryKey(summary: readonly RootContent[]): [string, string] {
  return ['summary', writeMarkdown(summary).trim()];
}

/** Whether nothing in an introduction would be taken for contacts, which stand in the same place. */
async function staysText(nodes: readonly RootContent[]): Promise<boolean> {
  const value = `---\nname: A\n---\n\n${writeMarkdown(nodes)}`;
  const { root }: { root: Root } = await parseMarkdown(new VFile({ path: 'cv.md', value }));
  return root.children.every((node) => node.type !== 'thematicBreak' && !readContactBlock(node));
}
