/** Which way the lines of a text run. */
export type Direction = 'ltr' | 'rtl';

/** Languages that are written from right to left in the script they are usually written in: Unicode's CLDR, `characterOrder`. */
const rightToLeft: ReadonlySet<string> = new Set(
  'ar arc arz ckb dv fa glk he iw ks lrc mzn nqo pnb prs ps sd syr ug ur yi'.split(' '),
);
const rightToLeftScripts: ReadonlySet<string> = new Set(
  'adlm arab aran hebr mand nkoo rohg samr syrc thaa'.split(' '),
);

/** The direction of a language: that of the script that its BCP 47 tag names, else that of its usual one. */
export function directionOf(lang: string): Direction {
  const [language = '', ...rest] = lang.toLowerCase().split(/[-_]/);
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  const isRightToLeft = script ? rightToLeftScripts.has(script) : rightToLeft.has(language);
  return isRightToLeft ? 'rtl' : 'ltr';
}
