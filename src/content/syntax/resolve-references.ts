import type { Definition, Image, ImageReference, Link, LinkReference, Nodes, Paragraph, Root } from 'mdast';
import { around, slicePhrasing } from '../phrasing-text.ts';
import { walkTree } from './walk-tree.ts';

/**
 * Turns reference links and images into plain ones and takes the definitions out. What only looks like a definition, such as
 * `[P1]: Title`, stays as text.
 */
export function resolveReferences(root: Root, source: string): void {
  const definitions = new Map<string, Definition>();
  const used = new Set<string>();
  walkTree(root, (node) => {
    // The first definition of a label wins, as in CommonMark.
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    } else if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
  });
  if (definitions.size === 0) return;
  walkTree(root, (node) => {
    if (!('children' in node)) return;
    if (!node.children.some((child) => child.type === 'definition' || 'referenceType' in child)) return;
    const children: Nodes[] = [];
    for (const child of node.children) {
      const resolved = resolveNode(child, definitions, used, source);
      if (resolved?.type === 'link' && 'referenceType' in child && child.referenceType === 'shortcut') {
        moveSpacedText(children, resolved);
      }
      if (resolved) children.push(resolved);
    }
    (node.children as Nodes[]) = children;
  });
}

function resolveNode(
  node: Nodes,
  definitions: ReadonlyMap<string, Definition>,
  used: ReadonlySet<string>,
  source: string,
): Nodes | undefined {
  if (node.type === 'definition') {
    const isLink = used.has(node.identifier) || /[./:#@]/.test(node.url) || node.url === '';
    return isLink ? undefined : toText(node, source);
  }
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return node;
  // micromark makes references only of labels that are defined.
  const definition = definitions.get(node.identifier) as Definition;
  return toResource(node, definition);
}

function toResource(node: LinkReference | ImageReference, definition: Definition): Link | Image {
  const { url, title } = definition;
  const shared = { url, ...(title != null && { title }), position: node.position };
  if (node.type === 'linkReference') return { type: 'link', ...shared, children: node.children };
  return { type: 'image', ...shared, alt: node.alt as string };
}

function toText(node: Definition, source: string): Paragraph {
  const { position } = node;
  const value = source.slice(position?.start.offset, position?.end.offset);
  return { type: 'paragraph', children: [{ type: 'text', value, position }], position };
}

/** `[text] [label]` with a blank between was a link in the first Markdown. */
function moveSpacedText(before: Nodes[], link: Link): void {
  const text = before.at(-1);
  const match = text?.type === 'text' ? /\[([^[\]]+)\][ \n]$/.exec(text.value) : null;
  if (text?.type !== 'text' || !match) return;
  const start = match.index + 1;
  const label = slicePhrasing([text], start, start + (match[1] as string).length);
  before.splice(-1, 1, ...slicePhrasing([text], 0, match.index));
  link.children = label;
  link.position = around([...label, link]);
}
