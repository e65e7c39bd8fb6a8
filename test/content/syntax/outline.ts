import type { Nodes, Root } from 'mdast';
import { VFile } from 'vfile';
import type { FrontMatter } from '../../../src/content/front-matter/front-matter.ts';
import { parseMarkdown } from '../../../src/content/syntax/parse-markdown.ts';

/** A CV's tree, front matter and problems in the short form that the tests compare. */
export interface Parsed {
  root: Root;
  tree: string;
  /** With positions `line:column-line:column`. */
  placed: string;
  frontMatter: FrontMatter;
  /** `line:column code` */
  problems: string[];
  vfile: VFile;
}

export async function parse(source: string): Promise<Parsed> {
  const vfile = new VFile({ path: 'cv.md', value: source });
  const { root, frontMatter } = await parseMarkdown(vfile);
  return {
    root,
    tree: outline(root.children, false),
    placed: outline(root.children, true),
    frontMatter,
    problems: vfile.messages.map((message) => `${message.line}:${message.column} ${message.ruleId}`),
    vfile,
  };
}

/** One line a node that holds blocks, inline nodes in one line: `paragraph: text "a" strong(text "b")`. */
function outline(nodes: readonly Nodes[], withPlaces: boolean, depth = 0): string {
  return nodes
    .map((node) => {
      const indent = '  '.repeat(depth);
      const head = `${indent}${label(node, withPlaces)}`;
      if (!('children' in node)) return head;
      const isLine = lines.has(node.type);
      if (isLine)
        return `${head}: ${node.children.map((child) => inline(child, withPlaces)).join(' ')}`.trimEnd();
      return [head, outline(node.children, withPlaces, depth + 1)].filter((part) => part !== '').join('\n');
    })
    .join('\n');
}

const lines = new Set(['paragraph', 'heading', 'tableCell', 'definitionTerm']);

function inline(node: Nodes, withPlaces: boolean): string {
  const head = label(node, withPlaces);
  if (!('children' in node)) return head;
  return `${head}(${node.children.map((child) => inline(child, withPlaces)).join(' ')})`;
}

function label(node: Nodes, withPlaces: boolean): string {
  const { position } = node;
  const place = position
    ? `@${position.start.line}:${position.start.column}-${position.end.line}:${position.end.column}`
    : '@?';
  const attributes = node.data?.attributes;
  return [
    node.type + (withPlaces ? place : ''),
    'depth' in node && node.depth,
    'ordered' in node && node.ordered && `from ${node.start}`,
    'name' in node && node.name,
    'url' in node && `<${node.url}>`,
    'title' in node && node.title && `'${node.title}'`,
    'lang' in node && node.lang,
    'alt' in node && node.alt && JSON.stringify(node.alt),
    'identifier' in node && `[${node.identifier}]`,
    'value' in node && JSON.stringify(node.value),
    attributes && JSON.stringify(attributes),
  ]
    .filter((part) => part !== undefined && part !== false && part !== null && part !== '')
    .join(' ');
}
