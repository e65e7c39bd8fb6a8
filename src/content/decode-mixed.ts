export interface DecodedBytes {
  text: string;
  /** Offsets in `text` of the letters that were no UTF-8, in their order; each is of one byte. */
  legacyAt: number[];
}

/** A letter of UTF-8 beyond ASCII, each byte as the letter of Latin-1 (The Unicode Standard, table 3-7), or a byte of none. */
const letter =
  /[\xC2-\xDF][\x80-\xBF]|\xE0[\xA0-\xBF][\x80-\xBF]|\xED[\x80-\x9F][\x80-\xBF]|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{2}|\xF0[\x90-\xBF][\x80-\xBF]{2}|\xF4[\x80-\x8F][\x80-\xBF]{2}|[\xF1-\xF3][\x80-\xBF]{3}|[\x80-\xFF]/g;

/** Letters of the bytes 0x80 to 0x9F, where Windows-1252 is not Latin-1 (WHATWG, Encoding Standard, index windows-1252). */
export const beyondLatin1: string = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/**
 * The text, without byte-order mark, of bytes that are not UTF-8, or not all: letters of UTF-8 where most letters are, so that a part that was pasted from an old file spoils
 * no other, and Windows-1252, which Latin-1 is within, for the other bytes. Any bytes can be read so. Node's own decoder takes Windows-1252
 * for Latin-1.
 */
export function decodeMixed(bytes: Uint8Array): DecodedBytes {
  const whole = Buffer.from(bytes).toString('latin1');
  const hasMark = whole.startsWith('\xEF\xBB\xBF');
  const raw = whole.slice(hasMark ? 3 : 0);
  const found = [...raw.matchAll(letter)];
  // By chance, two letters of Windows-1252 may look like one of UTF-8, as in `CAFÉ»`.
  const isMixed = hasMark || found.filter(([sign]) => sign.length > 1).length * 2 >= found.length;
  const pieces: string[] = [];
  const legacyAt: number[] = [];
  let length = 0;
  let end = 0;
  const add = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const addLegacy = (sign: string): void => {
    legacyAt.push(length);
    add(sign < '\xA0' ? beyondLatin1.charAt(sign.charCodeAt(0) - 0x80) : sign);
  };
  for (const { 0: sign, index } of found) {
    add(raw.slice(end, index));
    end = index + sign.length;
    if (isMixed && sign.length > 1) add(Buffer.from(sign, 'latin1').toString('utf8'));
    else for (const byte of sign) addLegacy(byte);
  }
  add(raw.slice(end));
  return { text: pieces.join(''), legacyAt };
}

/**
 * Whether the letters that were no UTF-8 stand as Windows-1252's do, one or two among those of ASCII. Those of other scripts' encodings make
 * whole words.
 */
export function isWestern({ legacyAt }: DecodedBytes): boolean {
  let amongOthers = 0;
  legacyAt.forEach((at, index) => {
    if (legacyAt[index - 1] === at - 1 && legacyAt[index + 1] === at + 1) amongOthers += 1;
  });
  return amongOthers * 3 <= legacyAt.length;
}
