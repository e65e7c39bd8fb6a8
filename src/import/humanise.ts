/** A key of a data format as a label that people read: `grantNumber` and `grant_number` are "Grant number". */
export function humanise(key: string): string {
  const words = key
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s:-]+/gu, ' ')
    .trim();
  const lower = words.replace(/(?<=\s)\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase());
  const known = lower.replace(
    /(?<![\p{L}\p{N}])(?:gpa|url|doi|isbn|issn|id|pdf)(?![\p{L}\p{N}])/giu,
    (word) => word.toUpperCase(),
  );
  return known.charAt(0).toUpperCase() + known.slice(1);
}
