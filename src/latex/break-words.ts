const zeroWidthSpace = '\u200b';
/** Longer than any word of a CV; what is longer is a token, a path, a key. */
const longestWord = 60;
const inWord = '[!-~\\u00A1-\\u00AC\\u00AE-\\u058F]';
const longWordPattern: RegExp = new RegExp(`(?<!${inWord})${inWord}{${longestWord + 1},}`, 'gu');
/** TeX reads lines of 200,000 bytes at most, so even text without any space must be broken somewhere. */
const longTextPattern: RegExp = /(?<![^\s\u200b])[^\s\u200b]{1000,}/gu;

/** A slash between long words: TeX breaks neither there nor, by a hyphen, in what stands behind it. */
const slashPattern: RegExp = /(?<=[A-Za-z\u00C0-\u1FFF]{8}\/)(?=[A-Za-z\u00C0-\u1FFF]{8})/g;

/** Between keys of citations that nobody resolves, `[@one2014][@other2013]`. */
const keyPattern: RegExp = /(?<=\S{8}\])(?=\[\S{8})/g;

/** Lets words that no line could hold be broken, every 20 characters and after a slash between long ones, by zero-width spaces. */
export function breakLongWords(written: string): string {
  const slashed = written.includes('/') ? written.replace(slashPattern, `$&${zeroWidthSpace}`) : written;
  const text = slashed.includes('][') ? slashed.replace(keyPattern, zeroWidthSpace) : slashed;
  if (text.length <= longestWord) return text;
  return text
    .replace(longWordPattern, (word) => insertBreaks(word, 20))
    .replace(longTextPattern, (run) => insertBreaks(run, 200));
}

/** Lets an address or a path be broken after a slash and before other punctuation, as the Chicago Manual has it (14.18). */
export function breakAddress(address: string): string {
  return address
    .replace(/([^/]\/|\/\/)(?=[^/])/g, `$1${zeroWidthSpace}`)
    .replace(/(?<=[\p{L}\p{N}])(?=[.\-_?&=#~+@,%].{2})/gu, zeroWidthSpace);
}

// Not before an accent, a joiner or within an emoji.
function insertBreaks(word: string, every: number): string {
  return word.replace(
    new RegExp(`.{${every}}(?![\\p{M}\\p{Emoji_Modifier}\\u200C\\u200D])(?<!\\u200D)(?=.)`, 'gsu'),
    `$&${zeroWidthSpace}`,
  );
}
