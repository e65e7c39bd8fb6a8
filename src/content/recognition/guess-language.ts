/** Of a text without its language: letters that only few languages write, the first of a row that the text is made of. */
const scripts: readonly (readonly [letters: RegExp, toLanguage: (text: string) => string])[] = [
  [
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu,
    (text) => (/\p{sc=Hira}|\p{sc=Kana}/u.test(text) ? 'ja' : toChinese(text)),
  ],
  [/\p{sc=Hangul}/gu, () => 'ko'],
  [/\p{sc=Cyrillic}/gu, (text) => (/[іїєґ]/iu.test(text) ? 'uk' : 'ru')],
  [/\p{sc=Greek}/gu, () => 'el'],
  [/\p{sc=Arabic}/gu, (text) => (/[پچژگ]/u.test(text) ? 'fa' : 'ar')],
  [/\p{sc=Hebrew}/gu, () => 'he'],
  [/\p{sc=Thai}/gu, () => 'th'],
];

/** Characters of any CV that were simplified, and what they are in Taiwan and Hong Kong. */
const simplified: RegExp = /[学经历业专与为国电话讯说语实验发术]/gu;
const traditional: RegExp = /[學經歷業專與為國電話訊說語實驗發術]/gu;

/** Below this share of all letters a script is that of names and quotations. */
const least = 0.4;
/** Enough to tell, however long the CV is. */
const longest = 20_000;

/**
 * The language of a text whose script tells it, as a BCP 47 tag; English for any text in Latin letters, since those tell nothing.
 * @param text of a CV whose author names no language
 */
export function guessLanguage(text: string): string {
  const start = text.slice(0, longest);
  if (/^[\n -~]*$/.test(start)) return 'en';
  const letters = count(start, /\p{L}/gu);
  const found = scripts.find(([pattern]) => count(start, pattern) > least * letters);
  return found ? found[1](start) : 'en';
}

function toChinese(text: string): string {
  return count(text, traditional) > count(text, simplified) ? 'zh-Hant' : 'zh';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
