import type { LogEntry } from './engine.ts';
import { toFontName, toMissingCharacter } from './parse-missing-character.ts';

export interface TexError {
  message: string;
  file?: string | undefined;
  line?: number | undefined;
  context: string[];
}

/** What TeX and LaTeX say of a file that they cannot find; the group is its name. */
const missingFile: readonly RegExp[] = [
  /^LaTeX Error: File [`'](.+?)' not found/,
  /^Package \S+ Error: File [`'](.+?)' not found/,
  /^I can't find (?:the format )?file [`'](.+?)'/,
];
const missingLanguage = /^Package babel Error: Unknown (?:option|language) '([^']+)'/;
const missingFont: readonly RegExp[] = [
  /^Font .*?=(.+?)(?: at \S+| scaled \S+)? not loadable: (?:Metric|metric data not found)/,
  /^Package fontspec Error: The font "(.+?)" cannot be found/,
  /^pdfTeX error: .*?: Font (\S+) at \d+ not found/,
  /^error: {2}\(file (\S+)\) \(type 3\): font \S+ at \d+ not found/,
];
const unicodeCharacter = /^LaTeX Error: Unicode character (.+?) \(U\+([0-9A-F]+)\) not set up/u;

/** Sorts TeX's errors: a missing file, font or character is more than an error, since a message can say how to come by it. */
export function toErrorEntry({ message, file, line, context }: TexError): LogEntry {
  const place = { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
  const fileName = firstGroup(missingFile, message);
  if (fileName) return { kind: 'missing-file', name: fileName, ...place };
  const language = missingLanguage.exec(message)?.[1];
  if (language) return { kind: 'missing-file', name: `${language}.ldf`, ...place };
  const font = firstGroup(missingFont, message);
  if (font) return { kind: 'missing-font', name: toFontName(font), ...place };
  const unicode = unicodeCharacter.exec(message);
  if (unicode) {
    const [, character = '', code = ''] = unicode;
    return {
      kind: 'missing-character',
      character,
      codePoint: Number.parseInt(code, 16),
      ...(line !== undefined && { line }),
    };
  }
  const missing = toMissingCharacter(message, line);
  return missing ?? { kind: 'error', message: message.replace(/\.$/, ''), ...place, context };
}

function firstGroup(patterns: readonly RegExp[], message: string): string | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(message);
    if (match?.[1]) return match[1];
  }
  return undefined;
}
