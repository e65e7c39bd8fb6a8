import type { Point, Position } from 'unist';

/** One character of a text as Markdown may write it: as an entity, behind a backslash, as it is. */
const writtenSign: RegExp = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);|\\[!-/:-@[-`{-~]|./giu;

/**
 * The place of a character within a text node. The node has lost escapes, entities and the indent of its later lines, and typography may have
 * changed it: so the character is looked for in its line of the source, and where it is not to be found, counted off there.
 * @param source the whole file; without it the place is that of a text without escapes
 */
export function placeInText(
  text: string,
  offset: number,
  position: Position | undefined,
  source = '',
): Point | undefined {
  if (!position) return undefined;
  const { file } = position.start;
  const lines = text.slice(0, offset).split('\n');
  const before = lines.at(-1) as string;
  const line = position.start.line + lines.length - 1;
  const start = lines.length === 1 ? position.start.column - 1 : 0;
  // The source is the CV's; a text of another file has lost its own signs.
  const written = (file === undefined ? source : '').split(/\r\n|\n|\r/)[line - 1]?.slice(start) ?? '';
  const character = String.fromCodePoint(text.codePointAt(offset) as number);
  const column = start + 1 + (indexInSource(written, before, character) ?? before.length);
  return { line, column, ...(file !== undefined && { file }) };
}

function indexInSource(written: string, before: string, character: string): number | undefined {
  const signs = [...written.matchAll(writtenSign)];
  const same = signs.filter(([sign]) => sign === character || readReference(sign) === character);
  return (same[before.split(character).length - 1] ?? signs[Array.from(before).length])?.index;
}

/** The character of a numeric reference; CommonMark has U+FFFD for those that are none. */
function readReference(sign: string): string | undefined {
  const [, hexadecimal, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(sign) ?? [];
  if (!hexadecimal && !decimal) return undefined;
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000);
  return isNone ? '\uFFFD' : String.fromCodePoint(code);
}
