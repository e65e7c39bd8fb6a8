/**
 * TeX's accents: the combining character that each sets on the letter after it, and how it looks on its own, which is what an accent over
 * nothing prints (`\~{}` in addresses). From the LaTeX kernel (`ltoutenc.dtx`), `textcomp`, `t2aenc.def`, `t5enc.def` and `amsmath`.
 */
export interface TexAccent {
  mark: string;
  alone: string;
}

const inText: readonly (readonly [command: string, mark: string, alone: string])[] = [
  ['`', '\u0300', '`'],
  ["'", '\u0301', '´'],
  ['^', '\u0302', '^'],
  ['~', '\u0303', '~'],
  ['"', '\u0308', '¨'],
  ['=', '\u0304', '¯'],
  ['.', '\u0307', '˙'],
  ['u', '\u0306', '˘'],
  ['v', '\u030c', 'ˇ'],
  ['H', '\u030b', '˝'],
  ['r', '\u030a', '˚'],
  ['c', '\u0327', '¸'],
  ['k', '\u0328', '˛'],
  ['b', '\u0331', 'ˍ'],
  ['d', '\u0323', '.'],
  ['t', '\u0361', '⁀'],
  ['h', '\u0309', ''],
  ['f', '\u0311', ''],
  ['G', '\u030f', ''],
  ['C', '\u030f', ''],
  ['U', '\u030d', ''],
  ['textcommabelow', '\u0326', ','],
  ['textogonekcentered', '\u0328', '˛'],
  ['newtie', '\u0361', '⁀'],
];

const inMath: readonly (readonly [command: string, mark: string, alone: string])[] = [
  ['acute', '\u0301', '´'],
  ['grave', '\u0300', '`'],
  ['hat', '\u0302', '^'],
  ['widehat', '\u0302', '^'],
  ['tilde', '\u0303', '~'],
  ['widetilde', '\u0303', '~'],
  ['bar', '\u0304', '¯'],
  ['breve', '\u0306', '˘'],
  ['dot', '\u0307', '˙'],
  ['ddot', '\u0308', '¨'],
  ['mathring', '\u030a', '˚'],
  ['check', '\u030c', 'ˇ'],
  ['vec', '\u20d7', '→'],
];

/** By command without its backslash. Those of mathematics are known in text, too, where people use them by mistake. */
export const texAccents: ReadonlyMap<string, TexAccent> = new Map(
  [...inText, ...inMath].map(([command, mark, alone]) => [command, { mark, alone }]),
);

/**
 * Puts accents on the first letter of a text, as one character where Unicode has it.
 * @param accents from the outermost to the innermost, as TeX reads them: `\'{\^e}`
 */
export function setAccents(text: string, accents: readonly TexAccent[]): string {
  // A dotless letter stays one without an accent.
  if (accents.length === 0) return text;
  const [letter = ''] = /^\p{L}\p{M}*/u.exec(text) ?? [];
  if (!letter) return accents.map(({ alone }) => alone).join('') + text;
  const marks = accents.map(({ mark }) => mark).reverse();
  // A dotless letter is typed so that the accent takes the place of the dot, as Unicode's letters do by themselves.
  const base = letter.replace('ı', 'i').replace('ȷ', 'j');
  const isDot = /^[ij]$/.test(base) && marks.join('') === '\u0307';
  return (base + (isDot ? '' : marks.join(''))).normalize('NFC') + text.slice(letter.length);
}
