/** From TeX to the letters that it sets: enough of it to recognise a text, not to set one. */

const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AA: 'Å',
    AE: 'Æ',
    DH: 'Ð',
    L: 'Ł',
    O: 'Ø',
    OE: 'Œ',
    TH: 'Þ',
    aa: 'å',
    ae: 'æ',
    dh: 'ð',
    i: 'i',
    j: 'j',
    l: 'ł',
    o: 'ø',
    oe: 'œ',
    ss: 'ß',
    th: 'þ',
  }),
);

/** Undoes TeX's ways of writing a letter: `\_`, `\'{e}`, `\ss`, `\char"41`, `^^41`, ties and spaces. Other commands vanish, their arguments stay. */
export function undoTex(tex: string): string {
  return (
    tex
      // The characters that a letter of several parts is.
      .replace(/\\mdcvcomposed\{[0-9A-F]*\}/g, '')
      .replace(/\^\^\^\^([0-9a-f]{4})/g, (_, hex) => toCharacter(hex, 16))
      // What TeX cannot print it logs byte by byte.
      .replace(/(?:\^\^[0-9a-f]{2})+/g, (bytes) =>
        Buffer.from(bytes.replaceAll('^', ''), 'hex').toString('utf8'),
      )
      .replace(
        /\\(?:char|Uchar|symbol)\s*\{?(?:"([0-9A-F]+)|'([0-7]+)|(\d+))\}?/g,
        (_, hex, octal, decimal) => toCharacter(hex ?? octal ?? decimal, hex ? 16 : octal ? 8 : 10),
      )
      // An accent, which comparing drops, too.
      .replace(/\\(?:[`'^"~=.]|[uvHtcdbkr](?![A-Za-z]))\s*(?:\{\\?(\p{L})\}|\\?(\p{L}))/gu, '$1$2')
      .replace(/\\([A-Za-z]+)\s*(?:\{\})?/g, (_, name: string) => letters.get(name) ?? '')
      .replace(/\\[-/]/g, '')
      .replace(/~|\\[,;:! ]/g, ' ')
      .replace(/\\(.)/gs, '$1')
      .replace(/[{}]/g, '')
  );
}

function toCharacter(digits: string, base: number): string {
  const code = Number.parseInt(digits, base);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
}
