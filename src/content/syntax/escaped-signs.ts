import type { Root, Text } from 'mdast';
import type { Position } from 'unist';
import { walkTree } from './walk-tree.ts';

/** A brace or bracket of the source: escaped by a backslash, written as an entity, or as it stands. Other escapes are passed over. */
const written =
  /\\[[\]{]|&(?:lbrace|lcub|lsqb|lbrack|rsqb|rbrack|#0*(?:123|91|93)|#[xX]0*(?:7[bB]|5[bBdD]));|\\[^\n]|[[\]{]/g;
const signs = '{[]';
const sign = /[[\]{]/g;
/** Noncharacters, which no text of a CV holds: each stands for the sign at its place in `signs`. */
const standIns = '\uFDD1\uFDD2\uFDD3';
const standIn = /[\uFDD1-\uFDD3]/g;

/**
 * Hides the `{`, `[` and `]` that the author escaped (`\{`, `&#123;`), so that they are not read as attributes or raw LaTeX.
 * @returns puts them back
 */
export function hideEscapedSigns(root: Root, source: string): () => void {
  let hidden = false;
  if (/\\[[\]{]|&/.test(source))
    walkTree(root, (node) => {
      if (node.type === 'text') hidden = hideIn(node, source) || hidden;
    });
  return () => {
    if (hidden)
      walkTree(root, (node) => {
        if (node.type === 'text')
          node.value = node.value.replace(standIn, (one) => signs.charAt(standIns.indexOf(one)));
      });
  };
}

/** The signs of a text and those of its source come in the same order; where they are not as many, something was cut out between them. */
function hideIn(text: Text, source: string): boolean {
  const { start, end } = text.position as Position;
  const raw = source.slice(start.offset, end.offset);
  const tokens = (raw.match(written) ?? []).filter((token) => !/^\\[^[\]{]/.test(token));
  let at = -1;
  if (tokens.length !== (text.value.match(sign) ?? []).length) return false;
  text.value = text.value.replace(sign, (one) => {
    at += 1;
    return (tokens[at] as string).length > 1 ? standIns.charAt(signs.indexOf(one)) : one;
  });
  return true;
}
