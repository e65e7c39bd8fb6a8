import { createCodeRegions } from './code-regions.ts';
import type { Edit } from './source-edits.ts';

/** More signs than this in one paragraph are no emphasis, no links and no HTML that anybody wrote. */
const maxMarks = 2_000;

/** What a declaration or instruction of HTML counts: for each, a parser looks for its end through the whole paragraph. */
const declaration = 500;

/** What makes a parser search in the paragraph: it compares every such sign with those before it. */
const signs = /[*~`[\]<]|_(?![A-Za-z0-9])|(?<![A-Za-z0-9])_/;

/** A tag that is whole: nobody searches for its end. Of two signs `<` the first is none. */
const wholeTag = /<\/?[A-Za-z](?:[^<>"'\n]|"[^"<>\n]*"|'[^'<>\n]*')*>/;

/** Where a paragraph ends: at a blank line, and before a line that begins another block. */
const blockStart = /(?:[ \t>]*\r?(?=\n)|[ \t>]*(?:[-+*:~]|\d{1,9}[.)]|#{1,6}|\||:::)(?:[ \t|]|$))/my;

export interface LimitedMarks {
  /** A backslash before each sign that is too many, so that it is text. */
  edits: Edit[];
  /** The offset of the first, if there is one. */
  first?: number | undefined;
}

/** Makes text of the signs that are too many for one paragraph: micromark takes quadratic time for them. Code blocks are left as they are. */
export function limitMarks(text: string): LimitedMarks {
  const token = new RegExp(`\\n|\\\\[^\\n]|${wholeTag.source}|<[!?]|${signs.source}`, 'g');
  const edits: Edit[] = [];
  let code: ReturnType<typeof createCodeRegions> | undefined;
  let count = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match;
    if (found[0] === '\\' || found.endsWith('>')) continue;
    if (found !== '\n') {
      count += found.length > 1 ? declaration : 1;
      if (count > maxMarks) edits.push({ start: match.index, end: match.index, text: '\\' });
      continue;
    }
    const next = match.index + 1;
    code ??= createCodeRegions(text);
    const fence = code.fenceAt(next);
    blockStart.lastIndex = next;
    if (fence || blockStart.test(text)) count = 0;
    if (fence) token.lastIndex = Math.max(next, fence.end);
  }
  return { edits, first: edits[0]?.start };
}
