// What it says of micromark's extensions, whose types are no package of ours.
import type {} from 'remark-parse';
import type { Data } from 'unified';

export type MicromarkExtension = NonNullable<Data['micromarkExtensions']>[number];
type OneOrMore = NonNullable<NonNullable<MicromarkExtension['text']>[string]>;
type Construct = Exclude<OneOrMore, readonly unknown[]>;

const autolinks = new Set(['wwwAutolink', 'protocolAutolink', 'emailAutolink']);

/** A sign of a paragraph is a few events; no address is looked for behind so many. */
const mostEvents = 5000;

/**
 * GFM looks for bare addresses at each letter, and each time through all that the paragraph holds before it for an open bracket. Behind thousands of
 * signs that is left to remark-gfm's search in the tree, which takes linear time and finds all but a few odd forms.
 * @param gfm the extension of remark-gfm
 */
export function boundAutolinks(gfm: MicromarkExtension): MicromarkExtension {
  const constructs = Object.entries(gfm.text as Record<string, OneOrMore>);
  return {
    ...gfm,
    text: Object.fromEntries(constructs.map(([code, found]) => [code, [found].flat().map(bound)])),
  };
}

function bound(construct: Construct): Construct {
  if (!autolinks.has(construct.name as string)) return construct;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return this.events.length > mostEvents ? nok : construct.tokenize.call(this, effects, ok, nok);
    },
  };
}
