/**
 * The scripts that mdcv tells apart, in the order they are tried: a name, which is the first argument of `\mdcvscript`, and its
 * characters. Templates declare a font for each; a name that they do not know is set in the main font.
 */
const scripts: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}ー゠\uFF61-\uFF9F]/u],
  ['hangul', /\p{Script=Hangul}/u],
  // Ideographs, and the punctuation and wide forms that only CJK fonts have.
  [
    'han',
    /[\p{Script=Han}\p{Script=Bopomofo}\u2E80-\u303F\u3200-\u33FF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|(?!\p{Emoji_Presentation})[\u{1F200}-\u{1F2FF}]/u,
  ],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['arabic', /\p{Script=Arabic}|[،؛؟]/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['thai', /\p{Script=Thai}|฿/u],
  ['devanagari', /\p{Script=Devanagari}|[।॥]/u],
  ['bengali', /\p{Script=Bengali}/u],
  ['gujarati', /\p{Script=Gujarati}/u],
  ['gurmukhi', /\p{Script=Gurmukhi}/u],
  ['tamil', /\p{Script=Tamil}/u],
  ['telugu', /\p{Script=Telugu}/u],
  ['kannada', /\p{Script=Kannada}/u],
  ['malayalam', /\p{Script=Malayalam}/u],
  ['sinhala', /\p{Script=Sinhala}/u],
  ['khmer', /\p{Script=Khmer}/u],
  ['lao', /\p{Script=Lao}/u],
  ['myanmar', /\p{Script=Myanmar}/u],
  ['tibetan', /\p{Script=Tibetan}/u],
  ['armenian', /\p{Script=Armenian}/u],
  ['georgian', /\p{Script=Georgian}/u],
  ['ethiopic', /\p{Script=Ethiopic}/u],
  ['latin', /\p{Script=Latin}|[\u02B0-\u02FF]|[\u0300-\u036F]|[\u1AB0-\u1AFF]|[\u1DC0-\u1DFF]/u],
  ['emoji', /[\p{Emoji_Presentation}\u{1F000}-\u{1FAFF}]/u],
  ['symbol', /[\p{S}\p{P}\p{No}]/u],
];

/**
 * The script of a character that the main font lacks: `han`, `cyrillic`, `emoji` … `latin` are letters that text fonts lack (IPA),
 * `symbol` is any other sign, `other` the rest.
 */
export function scriptOf(codePoint: number): string {
  const character = String.fromCodePoint(codePoint);
  return scripts.find(([, pattern]) => pattern.test(character))?.[0] ?? 'other';
}
