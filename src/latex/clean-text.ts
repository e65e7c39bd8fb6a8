/** Controls, lone surrogates, private use (icon fonts pasted as text), noncharacters, and the signs that stand for something lost. */
const lostPattern: RegExp = /[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\uFFF9-\uFFFD]/gu;
/** Invisible and without use to TeX: byte-order mark, word joiner, directions (TeX has its own), tags, variants outside emoji. */
const silentPattern: RegExp = /(?!\uFE0F|[\u00AD\u200B-\u200D])\p{Default_Ignorable_Code_Point}/gu;
/** Zero-width joiners hold emoji and the letters of some scripts together; elsewhere they are nothing. */
const joinerPattern: RegExp =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Kannada}\p{Script=Telugu}\p{Script=Tamil}])[\u200C\u200D]/gu;
const emojiVariantPattern: RegExp = /(?<![\p{Extended_Pictographic}0-9#*])\uFE0F/gu;
/** Letters joined for old encodings: a PDF's text should hold the letters. */
const joinedLettersPattern: RegExp = /[\uFB00-\uFB06\u01C4-\u01CC\u01F1-\u01F3]/g;

/**
 * Text as it can be set: NFC, without what has no shape. The first step of everything that turns text into TeX.
 * @param onLost called for each character that is dropped though the author may have meant something by it
 */
export function cleanText(text: string, onLost?: (character: string, offset: number) => void): string {
  if (isPrintableAscii(text)) return text;
  return text
    .replace(/[\t\v\f\u0085\u2028\u2029]/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(lostPattern, (character, offset: number) => {
      if (character === '\n') return character;
      onLost?.(character, offset);
      return '';
    })
    .replace(silentPattern, '')
    .replace(emojiVariantPattern, '')
    .replace(joinerPattern, '')
    .replace(joinedLettersPattern, (letters) => letters.normalize('NFKC'))
    .normalize('NFC');
}

/** True for text of which nothing can be lost or set otherwise, in any engine: most of it, and quick to tell. */
export function isPrintableAscii(text: string): boolean {
  return /^[\n -~]*$/.test(text);
}
