export interface DecodedBib {
  text: string;
  /** Offset in `text` of the first letter that is no UTF-8, in a file that was read as Windows-1252. */
  legacyAt?: number;
}

/**
 * The text of a .bib file without its byte-order mark. Old ones are in Latin-1, which Windows-1252 holds within it (as in WHATWG's
 * Encoding Standard): any bytes can be read so, so it is told. Nothing for a file that is no text.
 */
export function decodeBibFile(bytes: Uint8Array): DecodedBib | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { text: new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes) };
  // NUL stands in no .bib file, and in the first bytes of nearly every picture and archive.
  if (bytes.includes(0)) return undefined;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const good = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const text = decodeWindows1252(bytes);
    // A replacement character may also be the author's own; close enough to point at. Each byte is a letter of Windows-1252.
    return { text, legacyAt: Buffer.byteLength(good.slice(0, good.indexOf('\uFFFD'))) };
  }
}

/** Letters of the bytes 0x80 to 0x9F, where Windows-1252 is not Latin-1 (WHATWG, Encoding Standard, index windows-1252). */
const beyondLatin1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node's own decoder takes Windows-1252 for Latin-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (letter) => beyondLatin1.charAt(letter.charCodeAt(0) - 0x80));
}
