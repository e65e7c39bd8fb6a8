/** A stretch of a text that was taken over into another: where it begins there, and where it began. */
export interface Copy {
  to: number;
  from: number;
}

/**
 * Where an offset of a text that was put together of copies is in the text that they are from.
 * @param copies in the order of `to`
 */
export function toOriginal(offset: number, copies: readonly Copy[]): number {
  let low = 0;
  let high = copies.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((copies[middle] as Copy).to <= offset) low = middle;
    else high = middle - 1;
  }
  const { to, from } = copies[low] ?? { to: 0, from: 0 };
  return from + offset - to;
}
