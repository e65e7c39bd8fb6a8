/** The texts that bytes may mean, in every encoding in which a text may lie in a PDF, in XML, in an address, in TeX's files. */
import { decodePdfDocEncoding } from './pdf-doc-encoding.ts';
import { undoTex } from './undo-tex.ts';

/**
 * The bytes as Latin-1, which ASCII, PDFDocEncoding's letters and, since NULs are no letters, Latin text in UTF-16 are found in; as UTF-8; where asked
 * for also as UTF-16 in both orders and PDFDocEncoding; and what each of these says when its escapes are undone.
 * @param wide whether letters beyond Latin-1 are looked for
 */
export function toReadings(bytes: Uint8Array, wide: boolean): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const latin1 = buffer.toString('latin1');
  const texts = new Set<string>([latin1]);
  if (/[\x80-\xFF]/.test(latin1)) texts.add(buffer.toString('utf8'));
  if (wide) {
    texts.add(decodePdfDocEncoding(latin1));
    for (const start of [0, 1]) {
      const units = buffer.subarray(start, buffer.length - ((buffer.length - start) % 2));
      texts.add(units.toString('utf16le'));
      texts.add(Buffer.from(units).swap16().toString('utf16le'));
    }
  }
  for (const text of [...texts]) for (const reading of undoEscapes(text, wide)) texts.add(reading);
  return [...texts];
}

/** A text, and what it says in each manner of escaping, alone and all together. */
export function undoEscapes(text: string, wide: boolean): string[] {
  const texts = new Set<string>([text]);
  let all = text;
  for (const undo of [undoLiteral, undoEntities, undoPercent, undoTex]) {
    texts.add(undo(text));
    all = undo(all);
    texts.add(all);
  }
  for (const bytes of hexStrings(text)) for (const inner of toReadings(bytes, wide)) texts.add(inner);
  return [...texts];
}

/** The escapes of a literal string of a PDF (ISO 32000-2, 7.3.4.2), which hyperref writes into its .out file as well. */
function undoLiteral(text: string): string {
  if (!text.includes('\\')) return text;
  const bytes = text.replace(/\\(?:([0-7]{1,3})|\r?\n|([()\\]))/g, (_, octal, sign) =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8) & 0xff) : (sign ?? ''),
  );
  // Where the octal digits were UTF-16, so are the letters between them.
  return bytes.replace(/\xFE\xFF((?:[\0-\xFF]{2})+)/g, (_, units: string) =>
    Buffer.from(units, 'latin1').swap16().toString('utf16le'),
  );
}

function undoPercent(text: string): string {
  return text.replace(/(?:\\?%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replace(/[\\%]/g, ''), 'hex').toString('utf8'),
  );
}

const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    apos: "'",
    gt: '>',
    lt: '<',
    nbsp: ' ',
    quot: '"',
  }),
);

function undoEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name: string) => {
    if (name) return named.get(name) ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

/** Hexadecimal strings of four bytes and more. */
function* hexStrings(text: string): Generator<Uint8Array> {
  for (const [, digits] of text.matchAll(/<([0-9a-f\s]{8,})>/gi))
    yield Buffer.from((digits as string).replace(/\s/g, ''), 'hex');
}
