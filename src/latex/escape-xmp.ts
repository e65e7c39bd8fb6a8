import { plainPdfText } from './escape-bookmark.ts';
import { rawTex, type Tex } from './tex.ts';

/**
 * What cannot stand in XMP between two tags, where the XMP stands in a .tex file and, for xelatex, in a PDF string: XML's own signs, TeX's
 * braces, comments and escapes, and a PDF string's brackets.
 */
const special = /[&<>"'\\{}%#^~()]/g;

/**
 * Plain text for the XMP of a PDF, in the same letters that `escapeForBookmark` gives to its Info dictionary. Control characters, which XML
 * forbids (XML 1.0, 2.2), are dropped as everywhere.
 */
export function escapeForXmp(text: string): Tex {
  return rawTex(plainPdfText(text).replace(special, (character) => `&#${character.codePointAt(0)};`));
}
