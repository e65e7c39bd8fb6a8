import type { PhrasingContent } from 'mdast';
import { phrasingToText } from './phrasing-to-text.ts';

/** Whether a node is a link whose text is its own address, with or without the scheme. */
export function isBareLink(node: PhrasingContent): boolean {
  if (node.type !== 'link') return false;
  const text = phrasingToText(node.children);
  return text !== '' && withoutScheme(text) === withoutScheme(node.url);
}

function withoutScheme(url: string): string {
  return url.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
}
