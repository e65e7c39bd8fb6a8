/**
 * What runs from left to right as a whole, though Unicode's algorithm would turn a part of it: telephone numbers with their plus sign,
 * addresses, dates of numbers, and names such as `C++` and `.NET`. And marks that stand on no letter: in a line from right to left
 * luaotfload puts a space in the place of one of them.
 */
const fixed: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:\+|\(|00?(?=[\d ()-]))[\d\s()./-]{5,24}\d/gu,
  /[a-z][a-z0-9+.-]*:\/\/[!-~]+|[!-~]*[a-z0-9]@[a-z0-9][!-~]*|(?:[a-z0-9-]+\.)+[a-z]{2,}\/[!-~]*/gi,
  /\b\d{1,4}([-/.])\d{1,2}\1\d{1,4}\b/g,
  /\b[a-z]\w{0,9}(?:\+\+|#)|\.[A-Z]{2,4}\b/gi,
  /(?<![^\s\p{Cc}])\p{M}+/gu,
];

/** The same text, as long, with letters in place of all that runs from left to right as a whole: what is asked where lines turn. */
export function maskFixedStretches(text: string): string {
  return fixed.reduce(
    (masked, pattern) => masked.replace(pattern, (found) => 'x'.repeat(found.length)),
    text,
  );
}
