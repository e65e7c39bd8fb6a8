/** Which characters a main font sets as they are, by engine. */

/**
 * T1 and TS1, the encodings of pdflatex's fonts, as inputenc maps them (t1enc.dfu, ts1enc.dfu): only those with a glyph of their own, so
 * that the PDF's text is the very character. `Ā` or `ș` can be composed, `Đ` shares the glyph of `Ð`: they are not here.
 */
const pdflatexPattern: RegExp =
  /^[\n -~\u00A1-\u00AC\u00AE-\u00FFĂ-ćČ-ďđĘ-ěĞğİıĲĳĹĺĽľŁ-ńŇňŊŋŐ-ŕŘ-śŞ-ťŮ-űŸ-žƒˇ˘˝–—‖‘’‚“”„†‡•‰‹›※‽⁄₡₤₩₫€℃№™℮←↑→↓◦♪]$/u;

/**
 * What OpenType text fonts and the typewriter beside them have in common (Latin Modern and TeX Gyre, as fc-query tells it): Latin with its accents,
 * Vietnamese, common punctuation and money.
 */
const openTypePattern: RegExp =
  /^(?:[\n -~\u00A1-\u00AC\u00AE-ıĴ-ķĹ-ňŊ-ťŨ-ſƎƒƠ-ơƯ-ưǍ-ǔǗ-ǝǦ-ǧǪ-ǫǰǴ-ǵǺ-ȁȄ-ȅȈ-ȉȌ-ȍȐ-ȑȔ-ȕȘ-țȷˆˇ˘-˝Ḍ-ḏḤ-ḧḪ-ḫḮ-ḯḶ-ḹṂ-ṇṘ-ṝṢ-ṣṬ-ṯẀ-ẅẒ-ẓẗẠ-ỹ–—‖‘-‚“-„†-•…‰‹›⁄€№−]|(?!\u0305)[\u0300-\u030C]|[\u030F\u0311\u0323\u0326\u032E-\u0332])$/u;

/** Whether the main font of the engine has a glyph of its own for the character (one code point, NFC). */
export function isInMainFont(character: string, engine: 'pdflatex' | 'xelatex' | 'lualatex'): boolean {
  return (engine === 'pdflatex' ? pdflatexPattern : openTypePattern).test(character);
}
