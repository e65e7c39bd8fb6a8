/** Random text: plausible words of all scripts, and everything that text files hold though nobody wants it. */
import fc from 'fast-check';

/** Words and signs by which CVs, TeX, YAML and Markdown were broken before, each whole. */
const pieces = [
  ...'\\ { } $ & # ^ _ % ~ [ ] * - -- --- – — ` \' " << >> | ^^5c \\input{x} \\end{document} \\csname #1'.split(
    ' ',
  ),
  ...'<< x >> <% x %> {{ x }} {% x %} <b> </b> <div> <!-- --> &amp; &#0; &#xD800; &nbsp; <br/> :: ::: @x [^1] $5 \\today'.split(
    ' ',
  ),
  ...'Müller Łódź naïve Ångström İstanbul Șerban e\u0301 m\u0304 x\u0335 Ελλάδα άλφα Москва й Київ'.split(
    ' ',
  ),
  ...'北京 東京都 の カタカナ 서울 ９月 （） ， 「」 𠮷 ไทย हिन्दी বাংলা עברית مرحبا عربي ﷺ Հայ ქართ ትግ'.split(
    ' ',
  ),
  ...'★ ● ○ → ≤ ∞ ½ № ™ € ₿ ﬁ ﬀ ʻ ／ ＆ ⸺ 𝒳 Ⅷ ① 👩‍💻 🇩🇪 👍🏽 ☎️ 0️⃣'.split(' '),
  ...[
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u200d',
    '\u200c',
    '\u202e',
    '\u2028',
    '\ufeff',
    '\u3000',
    '\ue000',
    '\uf8ff',
  ],
  ...[
    '\0',
    '\x01',
    '\x07',
    '\x1b',
    '\x7f',
    '\x85',
    '\ufffd',
    '\ufffe',
    '\ufdd0',
    '\ufdd1',
    '\ud800',
    '\udc00',
    '\u{10ffff}',
  ],
] as const;

/** A character of any kind; rare scripts are as likely as Latin. */
const character = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }),
);

/** A run of text in one line. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces) },
      { weight: 3, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 }) },
      { weight: 2, arbitrary: character },
      { weight: 2, arbitrary: fc.constant(' ') },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('x', '中', '-', '1', 'م', '\u0301'), fc.integer({ min: 1, max: 120 }))
          .map(([unit, count]) => unit.repeat(count)),
      },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join('').replace(/[\r\n]+/g, ' '));

/** A text that Markdown shows as it is, character by character: escapes, no syntax. */
export function toMarkdownText(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
