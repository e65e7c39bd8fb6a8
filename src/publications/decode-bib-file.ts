import { type DecodedBytes, decodeMixed } from '../content/decode-mixed.ts';
import { tellUtf16 } from '../content/tell-utf16.ts';

/**
 * The text of a .bib file without its byte-order mark. Old ones, and parts of newer ones, are in Latin-1; they are read, which is told of
 * (`legacyAt`). Nothing for a file that is no text.
 */
export function decodeBibFile(bytes: Uint8Array): DecodedBytes | undefined {
  const encoding = tellUtf16(bytes);
  if (encoding === 'utf-32') return undefined;
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), legacyAt: [] };
  // NUL stands in no .bib file, and in the first bytes of nearly every picture and archive.
  if (bytes.includes(0)) return undefined;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), legacyAt: [] };
  } catch {
    return decodeMixed(bytes);
  }
}
