import type { SetWord } from './set-words.ts';
import type { TexGroups } from './tex-groups.ts';

/**
 * The line of the .tex that each word comes from. The space after a word tells it, or the box that it is in; at the end of a line of text there is none left, since
 * TeX broke the line there. Then it is told by the words before: when they are fewer than their line of the .tex has, it is the next.
 */
export function settleLines(words: readonly SetWord[], groups: TexGroups): Map<SetWord, number> {
  const lines = new Map<SetWord, number>();
  const inOrder = [...words].sort((a, b) => a.depth - b.depth || a.column - b.column || a.row - b.row);
  let paragraph: SetWord[] = [];
  const settle = (): void => {
    settleParagraph(paragraph, groups, lines);
    paragraph = [];
  };
  for (const word of inOrder) {
    const last = paragraph.at(-1);
    if (last && (last.line !== word.line || last.depth !== word.depth)) settle();
    paragraph.push(word);
  }
  settle();
  return lines;
}

/** The rows of a paragraph are all made at its end, when TeX reads the same line. */
function settleParagraph(words: readonly SetWord[], groups: TexGroups, lines: Map<SetWord, number>): void {
  const counts = new Map<number, number>();
  for (const [index, word] of words.entries()) {
    const line = word.ownLine ?? guessLine(words, index, groups, lines, counts);
    lines.set(word, line);
    if (!word.hung) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
}

function guessLine(
  words: readonly SetWord[],
  index: number,
  groups: TexGroups,
  lines: ReadonlyMap<SetWord, number>,
  counts: ReadonlyMap<number, number>,
): number {
  const { line: end, startLine } = words[index] as SetWord;
  const before = lines.get(words[index - 1] as SetWord);
  const after = words.slice(index + 1).find(({ ownLine }) => ownLine !== undefined)?.ownLine;
  if (before === undefined) return startLine ?? after ?? end;
  if (before === after) return before;
  const group = groups.ofLine(before);
  // A command with its arguments is matched word by word.
  if (group.first !== group.last) return before;
  if ((counts.get(before) ?? 0) < group.words.length) return before;
  // What ends the paragraph may already be the next item.
  for (let line = before + 1; line <= (after ?? end - 1); line++) {
    const { first, words: its } = groups.ofLine(line);
    if (first === line && its.length > 0) return line;
  }
  return before;
}
