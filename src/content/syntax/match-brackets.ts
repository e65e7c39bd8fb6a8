/** For the offset of each `]` that of the `[` it closes. */
export function matchBrackets(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[[\]]/g)) {
    if (bracket === '[') open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) pairs.set(index, start);
    }
  }
  return pairs;
}
