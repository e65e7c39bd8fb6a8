import type { PhrasingContent } from 'mdast';
import { phrasingToText } from './phrasing-to-text.ts';

/** What is no word but an address, shortened or of another kind than the link's own: `example.org/~ada`, `@ada@example.org`. */
const addressPattern = /^(?=.{12})(?=.*[/@])(?=.*\w\.\w)[\w@.:/~%?#=&+-]+$/;

/** Whether a node is a link whose text is an address: its own, with or without the scheme, or a like one. */
export function isBareLink(node: PhrasingContent): boolean {
  if (node.type !== 'link') return false;
  const text = phrasingToText(node.children);
  return text !== '' && (addressPattern.test(text) || withoutScheme(text) === withoutScheme(node.url));
}

function withoutScheme(url: string): string {
  return url.replace(/^(?:https?:\/\/|mailto:|tel:)?(?:www\.)?/i, '').replace(/\/$/, '');
}
