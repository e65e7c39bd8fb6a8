import type { LogEntry } from './engine.ts';
import type { ParsedLines } from './parsed-lines.ts';

/**
 * The three engines' forms: `… There is no x in font cmr10!` (pdflatex; the character is a slot of the font),
 * `… no 中 (U+4E2D) in font …` and `… no T ("54) in font …`.
 */
const pattern = /^Missing character: There is no (.+?)(?: \((?:U\+|")([0-9A-F]+)\))? in font (.*?)[!.]?$/u;

/** A character that no glyph stands for; with `\tracinglostchars=3` the same text is an error, with its line. */
export function parseMissingCharacter(lines: readonly string[], index: number): ParsedLines | undefined {
  const line = lines[index] as string;
  if (!line.startsWith('Missing character: ')) return undefined;
  const entry = toMissingCharacter(line);
  return entry && { entry, next: index + 1 };
}

/** Undefined when the message is about something else. */
export function toMissingCharacter(message: string, line?: number): LogEntry | undefined {
  const match = pattern.exec(message);
  if (!match) return undefined;
  const [, character, code, font] = match as unknown as [string, string, string | undefined, string];
  return {
    kind: 'missing-character',
    character,
    codePoint: code ? Number.parseInt(code, 16) : (character.codePointAt(0) as number),
    font: toFontName(font),
    ...(line !== undefined && { line }),
  };
}

/** `[lmroman10-regular]:mapping=tex-text;` and `"Noto Sans/OT:script=latn"` without brackets, paths and features. */
export function toFontName(font: string): string {
  const name = font
    .replace(/^"?\[?|"$/g, '')
    .replace(/[\]:(].*$/, '')
    // XeTeX's: the weight, and by what it shapes.
    .replace(/(?:\/(?:BI?|I|OT|AAT|GR|ICU|S=[\d.]+))+$/, '');
  return name.slice(name.lastIndexOf('/') + 1);
}
