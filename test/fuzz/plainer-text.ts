/** Text with an `x` for each letter that an engine lacks, or loads fonts for. */

/** For pdflatex. */
export function toLatin(text: string): string {
  return text.replace(/(?!\p{M})[^\0-\u017F–—‘’“”•…€™★→]|(?![\u0300-\u0304\u0306-\u0308])\p{M}/gu, 'x');
}

/** For lualatex, which takes half a second for each font: Latin and what many CVs are written in, both directions among it. */
export function toCommon(text: string): string {
  return text.replace(
    /(?![\u0300-\u0304])[^\0-\u017F\u0370-\u04FF\u05D0-\u05EA\u0620-\u064A\u200B-\u200F\u202A-\u202E\u3000-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3\uFDFA\uFF01-\uFF5E–—‘’“”•…€™→]/gu,
    'x',
  );
}
