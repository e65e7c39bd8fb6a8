import type { Image, Link, Nodes, Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { walkTree } from './walk-tree.ts';

/** Hosts of badges: pictures of a word or two, which their text says as well. */
const badge = /^https?:\/\/(?:img\.shields\.io|badgen\.net|custom-icon-badges\.\w+\.\w+|forthebadge\.com)\//u;

/**
 * Gives words to what a page shows as a picture and a PDF could not show: a link around an icon (`[<i class="fa fa-github"></i>](…)`) says its
 * address, one around a picture of the web says the picture's text, and so does a badge. Links to places of the page are anchors and stay.
 */
export function showBareLinks(root: Root): void {
  walkTree(root, (node) => {
    if (!('children' in node)) return;
    (node.children as Nodes[]) = node.children.map((child): Nodes => {
      if (child.type === 'link') showBareLink(child);
      // A tag, as a code span is one.
      if (child.type === 'image' && isBadge(child))
        return {
          type: 'inlineCode',
          value: (child.alt as string).trim(),
          data: { isBadge: true },
          position: child.position,
        };
      return child;
    });
  });
}

function isBadge({ url, alt }: Image): boolean {
  return badge.test(url) && Boolean(alt?.trim());
}

function showBareLink(link: Link): void {
  if (toText(link, { includeImageAlt: false }).trim() !== '') return;
  const images = imagesIn(link);
  if (images.some(({ url }) => !/^https?:/u.test(url))) return;
  const said = images.flatMap(({ alt }) => alt?.trim() || []).join(' ');
  const words = said ? [toWords(said, link)] : addressText(link);
  if (words.length > 0) link.children = words;
  if (said || images.some(({ url }) => badge.test(url))) link.data = { ...link.data, isBadge: true };
}

function imagesIn(node: Nodes): Image[] {
  if (node.type === 'image') return [node];
  return 'children' in node ? node.children.flatMap(imagesIn) : [];
}

/** An address as people write it: `github.com/jane`, `jane@doe.org`; nothing of one that is neither the web's nor a person's. */
export function addressText({
  url,
  position,
}: Pick<Link, 'url' | 'position'>): Extract<Nodes, { type: 'text' }>[] {
  const [, rest] = /^(?:https?:\/\/(?:www\.)?|mailto:|tel:)([^?#]+)/u.exec(url) ?? [];
  return rest ? [toWords(rest.replace(/\/+$/u, ''), { position })] : [];
}

function toWords(value: string, { position }: Pick<Nodes, 'position'>): Extract<Nodes, { type: 'text' }> {
  return { type: 'text', value, position };
}
