/** A name's letters for comparison: without diacritics, and with the umlauts spelt out. Mostly both are the same. */
export type Folded = readonly [bare: string, spelt: string];

/** Letters that Unicode does not take apart. */
const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
  ŋ: 'n',
};

/**
 * Folds a text: `Müller` is `muller` and `mueller`. Case, hyphens, spaces, dots and apostrophes vanish; of ü = ue, ö = oe, ä = ae, ø = oe
 * and å = aa, both ways to write them are kept.
 */
export function foldName(text: string): Folded {
  const apart = text.normalize('NFKD').toLowerCase();
  const spelt = apart
    .replace(/([aou])\u0308/g, '$1e')
    .replace(/a\u030A/g, 'aa')
    .replaceAll('ø', 'oe');
  return [strip(apart), strip(spelt)];
}

// Only the diacritics of alphabets: the vowels of Indic scripts are marks, too.
function strip(text: string): string {
  return text
    .replace(/[øæœßłđðıþħŋ]/g, (letter) => letters[letter] as string)
    .replace(/[\u0300-\u036F]|[^\p{L}\p{M}\p{N}]/gu, '');
}

/** True where the names are the same in one way to write them. */
export function isSameName(one: Folded, other: Folded): boolean {
  return one.some((form) => other.includes(form));
}

/** True where the one begins with the other, in one way to write them. */
export function startsWithName(whole: Folded, start: Folded): boolean {
  return whole.some((form) => start.some((begin) => begin !== '' && form.startsWith(begin)));
}

/** Names written together. */
export function joinNames(names: readonly Folded[]): Folded {
  return [names.map(([bare]) => bare).join(''), names.map(([, spelt]) => spelt).join('')];
}
