import type { Link } from 'mdast';
import { isBareLink } from '../bare-link.ts';
import { addressToTex, linkToTex } from '../link-to-tex.ts';
import { phrasingToText } from '../phrasing-to-text.ts';
import type { Tex } from '../tex.ts';
import type { PhrasingState } from './phrasing-state.ts';

export function handleLink(node: Link, { context, all }: PhrasingState): Tex {
  return isBareLink(node)
    ? addressToTex(node.url, phrasingToText(node.children), context, node.position)
    : linkToTex(node.url, all(node.children), context, node.position);
}
