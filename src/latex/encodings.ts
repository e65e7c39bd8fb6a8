/** Which characters a main font sets as they are, by engine. */

/**
 * T1 and TS1, the encodings of pdflatex's fonts, as inputenc maps them (t1enc.dfu, ts1enc.dfu): only those with a glyph of their own, so
 * that the PDF's text is the very character. `Ā` or `ș` can be composed, `Đ` shares the glyph of `Ð`: they are not here.
 */
const pdflatexPattern: RegExp =
  /^[\n -~\u00A1-\u00AC\u00AE-\u00FFĂ-ćČ-ďđĘ-ěĞğİıĲĳĹĺĽľŁ-ńŇňŊŋŐ-ŕŘ-śŞ-ťŮ-űŸ-žƒˇ˘˝–—‖‘’‚“”„†‡•‰‹›※‽⁄₡₤₩₫€℃№™℮←↑→↓◦♪]$/u;

/**
 * What OpenType text fonts (Latin Modern, TeX Gyre and the like) have in common: Latin with its accents, common punctuation and money.
 */
const openTypePattern: RegExp =
  /^(?:[\n -~\u00A1-\u00AC\u00AE-\u017Fƒ\u0180-\u024Fˆˇˉ˘-˝\u1E00-\u1EFF–—‖‘’‚“”„†‡•…‰‹›⁄€№™−]|[\u0300-\u036F])$/u;

/** Whether the main font of the engine has a glyph of its own for the character (one code point, NFC). */
export function isInMainFont(character: string, engine: 'pdflatex' | 'xelatex' | 'lualatex'): boolean {
  return (engine === 'pdflatex' ? pdflatexPattern : openTypePattern).test(character);
}
