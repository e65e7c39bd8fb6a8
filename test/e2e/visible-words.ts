/**
 * The words that a reader of a Markdown file sees, found without mdcv's own parser: what is not text is cut out with
 * regular expressions, so that the parser is judged by something that is not itself.
 */

/** Words of letters and digits; a run of Chinese, Japanese or Korean letters counts as one word. */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** @param markdown a whole file, front matter included (its values are contacts and names that are tested elsewhere) */
export function visibleWords(markdown: string): string[] {
  const text = markdown
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:---\n[\s\S]*?\n---\n)/, '')
    // Comments, Liquid and the source of HTML tags are not seen.
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, ' ')
    .replace(/<\/?[a-zA-Z][^>]*>/g, ' ')
    // Numbers of list items are the list's, not words.
    .replace(/^(\s*(?:[-*+>]\s+)*)\d{1,9}[.)]\s+/gm, '$1')
    // Fences and attributes of pandoc.
    .replace(/^:{3,}.*$/gm, ' ')
    .replace(/\{[.#:][^}\n]*\}/g, ' ')
    // Images show no words; of a link only its text is seen; definitions of links and footnotes are not.
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '] ')
    .replace(/\] ?\[[^\]]*\]/g, '] ')
    .replace(/^ {0,3}\[(?!\^|~)[^\]]+\]:\s*\S+.*$/gm, ' ')
    .replace(/\[\^([^\]]+)\]:?/g, ' ');
  return words(text);
}

function words(text: string): string[] {
  return fold(text).match(wordPattern) ?? [];
}

/** Greek in capitals has no accents, and a Turkish word's capital has no way back to a small letter that every reader takes. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Greek}\p{M}*)\u0301|(?<=[iI])\u0307/gu, '')
    .normalize('NFKC')
    .replaceAll('ı', 'i');
}

/**
 * Words of the source that the text of the PDF does not hold as often. Lines may break anywhere between Chinese letters, and
 * after a hyphen, so the comparison is of the text without its white space where the words alone do not settle it.
 */
export function lostWords(markdown: string, pdf: string): string[] {
  const printed = new Map<string, number>();
  for (const word of words(pdf)) printed.set(word.toLowerCase(), (printed.get(word.toLowerCase()) ?? 0) + 1);
  const squeezed = fold(pdf).replace(/\s+/g, '').toLowerCase();
  const wanted = new Map<string, number>();
  for (const word of visibleWords(markdown))
    wanted.set(word.toLowerCase(), (wanted.get(word.toLowerCase()) ?? 0) + 1);
  return [...wanted].flatMap(([word, count]) => {
    if ((printed.get(word) ?? 0) >= count) return [];
    return squeezed.split(word.normalize('NFKC')).length - 1 >= count ? [] : [`${word} (${count})`];
  });
}
