import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { addProblem } from '../../problem.ts';
import { walkTree } from './walk-tree.ts';

/** Schemes that run code or reach files of the reader's machine. */
const unsafe: ReadonlySet<string> = new Set(['javascript', 'vbscript', 'data', 'file']);

/** Takes links and images away whose address is not safe in a document that others open. Their text stays. */
export function resolveLinks(root: Root, vfile: VFile): void {
  walkTree(root, (node) => {
    if (!('children' in node) || !node.children.some(isUnsafe)) return;
    (node.children as Nodes[]) = node.children.flatMap((child): Nodes[] => {
      if (!isUnsafe(child)) return [child];
      reportUnsafe(child, vfile);
      if (child.type === 'link') return child.children;
      return child.alt ? [{ type: 'text', value: child.alt, position: child.position }] : [];
    });
  });
}

function isUnsafe(node: Nodes): node is Extract<Nodes, { type: 'link' | 'image' }> {
  return (node.type === 'link' || node.type === 'image') && isUnsafeAddress(node.url);
}

/** True for an address that runs code or reaches files where it is opened. */
export function isUnsafeAddress(url: string): boolean {
  return unsafe.has(schemeOf(url));
}

/** Browsers and viewers pass over white space and control characters in a scheme. */
function schemeOf(url: string): string {
  const plain = url.replace(/[\s\p{C}]/gu, '');
  return /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase() ?? '';
}

function reportUnsafe(node: Extract<Nodes, { url: string }>, vfile: VFile): void {
  const isLink = node.type === 'link';
  addProblem(vfile, 'unsafe-link', {
    reason: `Cannot ${isLink ? 'link to' : 'use the image'} \`${shorten(node.url)}\`, expected an address on the web${
      isLink ? '' : ' or a file beside the Markdown file'
    }`,
    note: isLink
      ? 'The text is kept without a link.'
      : 'Put the image into a file beside the Markdown file and name that file.',
    place: node,
  });
}

function shorten(url: string): string {
  return url.length > 40 ? `${url.slice(0, 39)}…` : url;
}
