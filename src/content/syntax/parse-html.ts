import type { Literal, Nodes } from 'hast';
import { raw } from 'hast-util-raw';

/** What hast-util-raw reads besides hast: HTML that is still to be parsed. */
interface Raw extends Literal {
  type: 'raw';
}
declare module 'hast' {
  interface RootContentMap {
    raw: Raw;
  }
}

/** Parses HTML by all of HTML's rules. */
export function parseHtml(html: string): Nodes {
  return raw({ type: 'root', children: [{ type: 'raw', value: html }] });
}
