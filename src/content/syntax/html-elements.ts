import type { Nodes } from 'mdast';
import type { Position } from 'unist';
import type { AttributeCheck } from './known-attributes.ts';

/** What converting an element needs beside the element. */
export interface ElementContext {
  /** Of the HTML node that the element was written in. */
  position: Position | undefined;
  /** For what is wrong with its classes. */
  check: AttributeCheck;
  /** The content, already mdast, in whatever mixture. */
  children: () => Nodes[];
}

/** What mdcv knows of HTML's elements. A tag that is in none of these sets is unknown: it goes, its content stays. */

/** Elements within a line. One that is not closed where it was opened must not swallow what follows. */
export const inlineElements: ReadonlySet<string> = setOf(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong ' +
    'sub sup time tt u var',
);

/** Elements that are blocks, or parts of blocks. */
export const blockElements: ReadonlySet<string> = setOf(
  'address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav ol p pre rb rp rt rtc ruby search section summary table tbody td ' +
    'tfoot th thead tr ul',
);

/** Elements without content that show something. */
export const voidElements: ReadonlySet<string> = setOf('br hr img wbr');

/** Their content is no text of the CV. */
export const vanishingElements: ReadonlySet<string> = setOf('head script style svg template');

/** Tags that go without a word. */
export const silentElements: ReadonlySet<string> = setOf(
  'base body button col colgroup html input link meta noscript picture source title track',
);

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(/\s+/));
}
