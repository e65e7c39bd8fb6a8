/** Contacts in large letters: `#### Email: jane@doe.org` below the name is no section. */
import type { Heading, RootContent } from 'mdast';
import { toOpenText, toPhrasingText } from '../phrasing-text.ts';
import { readContactBlock } from './contact-block.ts';
import { isKnownLabel } from './fact-lines.ts';
import { findDates } from './find-date.ts';
import { isPostalAddress } from './recognise-contact.ts';

/** The nodes with the headings of contacts right below the first heading as paragraphs. */
export function demoteContactHeadings(nodes: readonly RootContent[]): RootContent[] {
  const [first, ...below] = nodes.filter(({ type }) => type === 'heading') as Heading[];
  // Where the front matter has the name, the address may be first.
  const others = first && isPostalAddress(toPhrasingText(first.children)) ? [first, ...below] : below;
  const end = others.findIndex((heading) => !isContacts(heading));
  const demoted = new Set<RootContent>(others.slice(0, end < 0 ? others.length : end));
  return nodes.map((node) =>
    node.type === 'heading' && demoted.has(node)
      ? { type: 'paragraph', children: node.children, data: node.data, position: node.position }
      : node,
  );
}

/** An entry's heading may be one link, and words beside it (`[Shop](https://…) | Python`), but has no label, no mail and no number. */
function isContacts(heading: Heading): boolean {
  if (isPostalAddress(toPhrasingText(heading.children))) return true;
  const contacts = readContactBlock(heading)?.contacts ?? [];
  if (contacts.length === 0 || findDates(toOpenText(heading.children)).length > 0) return false;
  const label = /^([^:：]{2,25})[:：]/u.exec(toPhrasingText(heading.children).trim())?.[1];
  if (label && isKnownLabel(label)) return true;
  const leading = contacts.filter(({ kind, url }) => kind !== 'text' && url !== undefined);
  return leading.length > 1 || contacts.some(({ kind }) => /^(?:email|phone|mobile)$/u.test(kind));
}
