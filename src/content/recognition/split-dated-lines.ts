/** One paragraph of several entries: each begins, on a line of its own, with its date in a code span or set off by emphasis. */
import type { Paragraph, RootContent } from 'mdast';
import { around, toPhrasingText } from '../phrasing-text.ts';
import { isDateNode, readDateCode } from './find-date.ts';
import { joinLines, type Line, splitLines } from './split-lines.ts';

/** The nodes with such paragraphs cut before every date. */
export function splitDatedLines(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => (node.type === 'paragraph' ? splitParagraph(node) : [node]));
}

function splitParagraph(paragraph: Paragraph): Paragraph[] {
  const groups: Line[][] = [];
  for (const line of splitLines(paragraph.children)) {
    if (groups.length > 0 && !startsEntry(line)) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  const isSeveral = groups.length > 1 && groups.every(([first]) => first && startsEntry(first));
  if (!isSeveral || !groups.every(hasWords)) return [paragraph];
  return groups.map((lines) => {
    const children = joinLines(lines);
    return { ...paragraph, children, position: around(children) };
  });
}

function startsEntry({ nodes: [first] }: Line): boolean {
  return first !== undefined && (readDateCode(first) !== undefined || isDateNode(first));
}

/** Not a date alone, as one of two dates of an entry is. */
function hasWords(lines: readonly Line[]): boolean {
  return toPhrasingText(lines.flatMap(({ nodes }) => nodes).slice(1)).trim() !== '';
}
