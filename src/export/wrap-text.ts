const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/u;

/** Columns that a text takes on a terminal: letters of Chinese, Japanese and Korean take two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1;
  return columns;
}

/** Breaks lines at spaces, and between Chinese and Japanese letters; hard breaks stay. A word that is too long stays whole. */
export function wrapText(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line.replace(/\s+/gu, ' ').trim(), width, indent))
    .join(`\n${indent}`);
}

function wrapLine(text: string, width: number, indent: string): string {
  const pieces =
    text.match(
      /\s*(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\u3001\u3002\uFF0C\uFF01\uFF1A\uFF1B\uFF1F\uFF09”’]*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)/gu,
    ) ?? [];
  const lines = [''];
  let columns = 0;
  for (const piece of pieces) {
    const size = columnsOf(piece);
    if (columns > 0 && columns + size > width) {
      lines.push(indent + piece.trimStart());
      columns = indent.length + columnsOf(piece.trimStart());
    } else {
      lines[lines.length - 1] += lines.length > 1 || columns > 0 ? piece : piece.trimStart();
      columns += size;
    }
  }
  return lines.join('\n');
}
