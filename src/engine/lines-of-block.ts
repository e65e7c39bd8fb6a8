/**
 * The lines of a source that may stand for one that is not printed itself, the nearest first and the line itself before all: of a paragraph
 * those above it, of an entry of a .bib file and of a key of the front matter those around it.
 */
export function linesOfBlock(text: string, line: number, isBib: boolean): number[] {
  const lines = text.split(/\r\n|\n|\r/);
  const at = (number: number): string => lines[number - 1] ?? '';
  if (at(line).trim() === '') return [];
  if (isBib) return around(line, at, lines.length, (other) => /^\s*@/.test(other));
  const end =
    at(1).trim() === '---'
      ? lines.findIndex((other, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(other)) + 1
      : 0;
  if (line < end) return around(line, at, end - 1, (other) => /^\S/.test(other));
  const found = [line];
  for (let number = line; isContinuation(at(number)) && at(number - 1).trim() !== ''; number--)
    found.push(number - 1);
  return found;
}

/** The lines of the piece that begins with a line of a kind, and ends before the next such line. */
function around(
  line: number,
  at: (line: number) => string,
  end: number,
  begins: (text: string) => boolean,
): number[] {
  let first = line;
  while (first > 1 && !begins(at(first))) first -= 1;
  let last = line;
  while (last < end && !begins(at(last + 1))) last += 1;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).sort(
    (a, b) => Math.abs(a - line) - Math.abs(b - line),
  );
}

/** Whether a line goes on with the paragraph above it, if there is one. */
function isContinuation(text: string): boolean {
  return text.trim() !== '' && !/^\s*(?:[-*+>|#:<]|\d+[.)]\s|```|~~~)/.test(text);
}
