/** Whether two PDFs of the same document, made by the same engine in two ways, are the same for every reader. */
import { inflateSync } from 'node:zlib';

/**
 * Compares all objects of two PDFs: pages, fonts, links, outline, metadata. How streams are packed makes no difference, and neither does a
 * colour that is set again as it is.
 * @returns what is different, in a few words; nothing where they are the same
 */
export function findPdfDifference(one: Buffer, other: Buffer): string | undefined {
  const [left, right] = [withNamedFonts(readPdfObjects(one)), withNamedFonts(readPdfObjects(other))];
  if (left.size === 0) return 'no object can be read';
  if (left.size !== right.size) return `${left.size} and ${right.size} objects`;
  for (const [number, text] of left)
    if (right.get(number) !== text) return `object ${number}: ${text.slice(0, 60).replace(/\s+/g, ' ')}`;
  return undefined;
}

/** TeX numbers fonts as they are loaded; their names on a page say no more than that. Here they are numbered as they are used. */
function withNamedFonts(objects: ReadonlyMap<string, string>): Map<string, string> {
  const names = new Map<string, string>();
  const rename = (name: string): string => {
    const known = names.get(name) ?? `/Font${names.size}`;
    names.set(name, known);
    return known;
  };
  // Resources may list the fonts of a page in any order.
  const sortFonts = (list: string): string =>
    list
      .split(/(?=\/Font\d)/)
      .sort()
      .join('');
  const renamed = [...objects].map(([number, text]): [string, string] => [
    number,
    text.replace(/\/F\d+(?=\s)/g, rename).replace(/(?:\/Font\d+ \d+ 0 R\s*)+/g, sortFonts),
  ]);
  return new Map(renamed);
}

/** By number, without what only says how the file is packed: streams are unpacked, and objects taken out of those that hold them. */
export function readPdfObjects(pdf: Buffer): Map<string, string> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, string>();
  const start = /(?<=[\r\n])(\d+) 0 obj\b/g;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const end = text.indexOf('endobj', start.lastIndex);
    const head = text.slice(start.lastIndex, end < 0 ? undefined : end);
    const stream = /(?<=>>\s*)stream\r?\n/.exec(head);
    const dictionary = stream ? head.slice(0, stream.index) : head;
    const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
    let stored = '';
    if (stream && !Number.isNaN(length)) {
      const from = start.lastIndex + stream.index + stream[0].length;
      stored = readStream(pdf.subarray(from, from + length), dictionary);
      start.lastIndex = from + length;
    } else if (end >= 0) start.lastIndex = end;
    if (/\/Type\s*\/XRef\b/.test(dictionary)) continue;
    const held = readHeldObjects(dictionary, stored);
    for (const [number, object] of held) objects.set(number, withoutChance(object));
    if (held.length > 0) continue;
    const content = stored.replace(/(?<=^|\n)([\d. ]+ (?:g|rg|k) [\d. ]+ (?:G|RG|K)\n)\1+/g, '$1');
    const packing = /\/Length\s+\d+/;
    objects.set(match[1] as string, withoutChance(`${dictionary.replace(packing, '').trim()}\n${content}`));
  }
  return objects;
}

/** xdvipdfmx draws the letters before the name of a font's subset, and notes the time. */
function withoutChance(text: string): string {
  return text
    .replace(/\b[A-Z]{6}\+(?=\w)/g, '')
    .replace(/\/(?:CreationDate|ModDate)\s*\([^()]*\)/g, '')
    .replace(/\/ID\s*\[[^\]]*\]/g, '');
}

/**
 * The objects of an object stream. Before them stand their numbers and places (ISO 32000-1, 7.5.7), which are others as soon as one font is called
 * /F100 in place of /F99.
 */
function readHeldObjects(dictionary: string, stored: string): [number: string, object: string][] {
  if (!/\/Type\s*\/ObjStm\b/.test(dictionary)) return [];
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1]);
  const pairs = [...stored.slice(0, first).matchAll(/(\d+)\s+(\d+)/g)];
  const places = pairs.map(([, , place]) => first + Number(place));
  return pairs.map(([, number], index) => [
    number as string,
    stored.slice(places[index], places[index + 1]).trim(),
  ]);
}

function readStream(bytes: Buffer, dictionary: string): string {
  return (/\/FlateDecode\b/.test(dictionary) ? inflateSync(bytes) : bytes).toString('latin1');
}
