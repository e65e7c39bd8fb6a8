import type { Html, Nodes, PhrasingContent, Root } from 'mdast';
import type { HtmlToken } from './html-tokens.ts';
import { createInlineParser } from './parse-blocks.ts';

/** HTML that holds a whole Markdown tree, and the nodes that its elements `mdcv-INDEX` stand for. */
export interface HtmlSource {
  html: string;
  nodes: Nodes[];
}

/** HTML in HTML beyond this depth is left out; it could only be an attack. */
const maxOpen = 60;

/**
 * Writes a tree as HTML: every Markdown node is an element `mdcv-INDEX`, so that nothing of it is lost, and the author's tags stand
 * between them, with the index of their place in the attribute `mdcv`. Text within HTML is read as Markdown of one line.
 */
export function toHtmlSource(root: Root, tokens: ReadonlyMap<Html, HtmlToken[]>): HtmlSource {
  const nodes: Nodes[] = [];
  let parseInline: ReturnType<typeof createInlineParser> | undefined;
  let open = 0;
  let skipped = 0;
  let verbatim = 0;

  function write(node: Nodes): string {
    if (node.type === 'html') return (tokens.get(node) as HtmlToken[]).map(writeToken).join('');
    const name = `mdcv-${nodes.push(node) - 1}`;
    return `<${name}>${'children' in node ? node.children.map(write).join('') : ''}</${name}>`;
  }

  function writeToken(tag: HtmlToken): string {
    if (tag.kind === 'text') return writeText(tag.value, tag.position);
    if (tag.kind === 'close') return writeClose(tag.name);
    if (tag.kind === 'open') {
      open += 1;
      if (open > maxOpen) {
        skipped += 1;
        return '';
      }
      if (tag.name === 'pre') verbatim += 1;
    }
    return `<${tag.name} mdcv="${nodes.push({ type: 'html', value: '', position: tag.position }) - 1}"${tag.attributes}>`;
  }

  function writeClose(name: string): string {
    open = Math.max(0, open - 1);
    if (skipped > 0) {
      skipped -= 1;
      return '';
    }
    if (name === 'pre') verbatim = Math.max(0, verbatim - 1);
    return `</${name}>`;
  }

  function writeText(value: string, position: Nodes['position']): string {
    if (verbatim > 0) return value.replaceAll('<', '&lt;');
    if (value.trim() === '') return value;
    const lead = /^\s/.test(value) ? ' ' : '';
    const trail = /\s$/.test(value) ? ' ' : '';
    const plain = value.trim().replace(/\s+/g, ' ');
    const inner = /[*_`~[\\&]/.test(plain) ? parseMarkdown(plain) : [{ type: 'text' as const, value: plain }];
    return `${lead}${inner.map((child) => write(withPosition(child, position))).join('')}${trail}`;
  }

  function parseMarkdown(line: string): PhrasingContent[] {
    parseInline ??= createInlineParser();
    return parseInline(line);
  }

  // Without an element around it, the parser would take `<td>` at the top as the inside of a table.
  return { html: `<mdcv-root>${root.children.map(write).join('')}</mdcv-root>`, nodes };
}

/** Markdown within HTML is placed where its text stands. */
function withPosition<T extends Nodes>(node: T, position: Nodes['position']): T {
  node.position = position;
  if ('children' in node) for (const child of node.children) withPosition(child, position);
  return node;
}
