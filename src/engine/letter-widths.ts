/**
 * How wide letters are, in parts of the size of type: near what the usual text faces have, whatever they are called.
 */
const classes: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijl.,:;'!|·’‘]/, 0.27],
  [/[ftrI()[\]{}/-]/, 0.36],
  [/[sacezJ?"“”]/, 0.43],
  [/[mWw%@—&]/, 0.8],
  [/[MOQGDNH+=<>]/, 0.76],
  [/[A-Z]/, 0.67],
  [/[*°²³¹]/, 0.4],
  [/\p{M}/u, 0],
  [/[\u1100-\u11FF\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60]/, 1],
  [/\p{Lu}/u, 0.7],
];
const usual = 0.51;

/** The width of a word in a size of 1. */
export function letterWidths(text: string): number {
  let width = 0;
  for (const letter of text.normalize('NFC')) {
    width += classes.find(([letters]) => letters.test(letter))?.[1] ?? usual;
  }
  return width;
}
