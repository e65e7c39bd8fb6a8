/** What addresses do not hold, in text: space, brackets and what parts the items of a list. */
const words = /[^\s<>()（）,，;；、|]+/gu;
const ending = /\.\p{L}{2,}/gu;

/**
 * The mail addresses in a text, each to the end of its last domain: `a@b.org` of `a@b.org.`.
 * Word by word and without a pattern for the whole, which would try each `@` with each dot.
 */
export function findMail(text: string): { address: string; index: number }[] {
  return [...text.matchAll(words)].flatMap(({ 0: word, index }) => {
    const at = word.indexOf('@', 1);
    const last = at === -1 ? undefined : [...word.matchAll(ending)].at(-1);
    if (!last || last.index < at + 2) return [];
    return [{ address: word.slice(0, last.index + last[0].length), index }];
  });
}
