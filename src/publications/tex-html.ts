/** The HTML that libraries and publishers leave in titles: `H<sub>2</sub>O`, `&amp;`, also after an exporter escaped it for TeX. */
import { texAccents } from './tex-accents.ts';
import type { TexStyle } from './tex-commands.ts';

export interface HtmlTag {
  /** Of the element, in lower case. */
  name: string;
  closes: boolean;
  length: number;
}

/** By element, how its content is set; nothing where it looks like the text around it. */
export const htmlStyles: ReadonlyMap<string, TexStyle | undefined> = new Map<string, TexStyle | undefined>([
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['italic', 'emphasis'],
  ['b', 'strong'],
  ['strong', 'strong'],
  ['bold', 'strong'],
  ['u', 'underline'],
  ['sub', 'subscript'],
  ['inf', 'subscript'],
  ['sup', 'superscript'],
  ['tt', 'code'],
  ['code', 'code'],
  ['sc', undefined],
  ['scp', undefined],
  ['span', undefined],
  ['p', undefined],
]);

const less = String.raw`(?:<|\{\\textless(?:\{\})?\}|\\textless(?:\{\}|\s+|(?=/))|\{?\$<\$\}?|\\?&lt;)`;
const greater = String.raw`(?:>|\{\\textgreater(?:\{\})?\}|\\textgreater(?:\{\}|\s*)|\{?\$>\$\}?|\\?&gt;)`;
const names = [...htmlStyles.keys()].join('|');
const tag = new RegExp(String.raw`${less}(/?)(${names})(?:\s[^<>\\{}$&]{0,100})?${greater}`, 'iy');

/** The tag that begins at an offset. */
export function readHtmlTag(source: string, index: number): HtmlTag | undefined {
  tag.lastIndex = index;
  const match = tag.exec(source);
  if (!match) return undefined;
  const [whole, slash, name = ''] = match;
  // TeX eats blanks after a command, but nobody means to have none after the end of an element.
  const length = slash ? whole.trimEnd().length : whole.length;
  return { name: name.toLowerCase(), closes: slash === '/', length };
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  times: '×',
  deg: '°',
  micro: 'µ',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
};
const accents: Readonly<Record<string, string>> = {
  acute: "'",
  grave: '`',
  circ: '^',
  uml: '"',
  tilde: '~',
  cedil: 'c',
  ring: 'r',
  caron: 'v',
};
const entity =
  /(?:\{\\&\}|\\?&)(?:\{?\\?#\}?(?:x([0-9a-f]{1,6})|(\d{1,7}))|([a-z])(acute|grave|circ|uml|tilde|cedil|ring|caron)|([a-z]{2,6}));/iy;

/** The character that an entity at an offset stands for, and the length of the entity. */
export function readHtmlEntity(source: string, index: number): { text: string; length: number } | undefined {
  entity.lastIndex = index;
  const match = entity.exec(source);
  if (!match) return undefined;
  const [whole, hex, decimal, letter, accent, name] = match;
  const text = accent
    ? `${letter}${texAccents.get(accents[accent.toLowerCase()] as string)?.mark}`.normalize('NFC')
    : name
      ? entities[name]
      : toCharacter(hex ? Number.parseInt(hex, 16) : Number(decimal));
  return text === undefined ? undefined : { text, length: whole.length };
}

/** A character that can be printed, by its number. */
export function toCharacter(code: number): string | undefined {
  const isPrintable = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isPrintable ? String.fromCodePoint(code) : undefined;
}
