import { cleanText } from './clean-text.ts';
import { rawTex, type Tex } from './tex.ts';

const forms: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/**
 * Plain text for a PDF string (bookmark, title, author) as hyperref takes it with the option `unicode`. No typography beyond the text's
 * own: PDF strings hold Unicode.
 */
export function escapeForBookmark(text: string): Tex {
  return rawTex(
    plainPdfText(text).replace(/[\\{}#$%&_^~]/g, (character) => forms[character] ?? `\\${character}`),
  );
}

/** One line of text for a PDF's own records, without what has no shape. */
export function plainPdfText(text: string): string {
  return cleanText(text)
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
