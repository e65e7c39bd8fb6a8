import type { Root } from 'mdast';
import { createCodeRegions } from './code-regions.ts';
import type { Edit } from './source-edits.ts';
import { walkTree } from './walk-tree.ts';

/** More signs than this in one paragraph are no emphasis, no links and no HTML that anybody wrote. */
const maxMarks = 2_000;

/** What a declaration or instruction of HTML counts: for each, a parser looks for its end through the whole paragraph. */
const declaration = 500;

/** What makes a parser search in the paragraph: it compares every such sign with those before it. */
const signs = /[*~`[\]<]|_(?![A-Za-z0-9])|(?<![A-Za-z0-9])_/;

/** What makes it cut a text in pieces, which it joins one by one; that takes its time only where there are too many others. */
const cuts = /\\[^\n]|[!&]/;

/** A tag that is whole: nobody searches for its end. Of two signs `<` the first is none. */
const wholeTag = /<\/?[A-Za-z](?:[^<>"'\n]|"[^"<>\n]*"|'[^'<>\n]*')*>/;

/** Where a paragraph ends: at a blank line, and before a line that begins another block. */
const blockStart = /(?:[ \t>]*\r?(?=\n)|[ \t>]*(?:[-+*:~]|\d{1,9}[.)]|#{1,6}|\||:::)(?:[ \t|]|$))/my;

export interface LimitedMarks {
  /** A stand-in for each sign that is too many, so that it is text, and nothing that a parser looks at. */
  edits: Edit[];
  /** The offset of the first, if there is one. */
  first?: number | undefined;
}

/** Each has a noncharacter, which no text of a CV holds, at its place in `standIns`. */
const stoodFor = '*~`[]<!&_\\';
const standIns = '\uFDD4\uFDD5\uFDD6\uFDD7\uFDD8\uFDD9\uFDDA\uFDDB\uFDDC\uFDDD';
const standIn = /[\uFDD4-\uFDDD]/g;

/** Makes text of the signs that are too many for one paragraph: micromark takes quadratic time for them. Code blocks are left as they are. */
export function limitMarks(text: string): LimitedMarks {
  const token = new RegExp(`\\n|${cuts.source}|${wholeTag.source}|<[!?]|${signs.source}`, 'g');
  const edits: Edit[] = [];
  let code: ReturnType<typeof createCodeRegions> | undefined;
  let count = 0;
  const hide = (start: number, sign: string, end: number): void => {
    edits.push({ start, end, text: standIns.charAt(stoodFor.indexOf(sign)) });
  };
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match;
    const { index } = match;
    if (found.endsWith('>') && found[0] === '<') continue;
    if (found !== '\n') {
      const isDeclaration = found[0] === '<' && found.length > 1;
      if (!/^[\\!&]/.test(found)) count += isDeclaration ? declaration : 1;
      if (count <= maxMarks) continue;
      if (found[0] !== '\\') hide(index, found.charAt(0), index + 1);
      // An escaped sign is text, too, and its backslash is not seen.
      else if (stoodFor.includes(found.charAt(1))) hide(index, found.charAt(1), index + 2);
      if (found[0] === '<') token.lastIndex = index + 1;
      continue;
    }
    const next = index + 1;
    code ??= createCodeRegions(text);
    const fence = code.fenceAt(next);
    blockStart.lastIndex = next;
    if (fence || blockStart.test(text)) count = 0;
    if (fence) token.lastIndex = Math.max(next, fence.end);
  }
  return { edits, first: edits[0]?.start };
}

/** Puts back what `limitMarks` took away, once the text is parsed. */
export function showHiddenMarks(root: Root): void {
  walkTree(root, (node) => {
    for (const [key, value] of Object.entries(node))
      if (typeof value === 'string')
        Object.assign(node, {
          [key]: value.replace(standIn, (one) => stoodFor.charAt(standIns.indexOf(one))),
        });
  });
}
