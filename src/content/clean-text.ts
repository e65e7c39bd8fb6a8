import type { VFile } from 'vfile';
import { addProblem } from '../problem.ts';
import { checkDoubleEncoding } from './check-double-encoding.ts';
import { createTextPoints } from './syntax/text-points.ts';

interface Kind {
  name: string;
  pattern: RegExp;
}

/** What cannot be printed and is never meant. U+FFFD is what a failed conversion left behind. */
const kinds: readonly Kind[] = [
  { name: 'NUL', pattern: /\0/g },
  { name: 'half of a surrogate pair', pattern: /\p{Surrogate}/gu },
  { name: 'noncharacter', pattern: /[\uFDD0-\uFDEF]|\p{Noncharacter_Code_Point}/gu },
  { name: 'replacement character', pattern: /\uFFFD/g },
  { name: 'control character', pattern: /[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029]/g },
  { name: 'byte-order mark', pattern: /\uFEFF/g },
];

/** Puts a space (so that columns stay) for each character that no CV can hold, with one warning a kind; one of letters that are none of their author's. */
export function cleanText(text: string, vfile: VFile): string {
  // Files that were joined may have begun with a mark each. A lone CR ends a line on old Macs.
  let clean = text.replace(/^\uFEFF+/, '').replace(/\r(?!\n)/g, '\n');
  for (const { name, pattern } of kinds) {
    const found = [...clean.matchAll(pattern)];
    const first = found[0];
    if (!first) continue;
    const { index } = first;
    addProblem(vfile, 'control-character', {
      reason: `Cannot print the ${name} ${toCodePoint(first[0])} here${
        found.length > 1 ? ` and ${found.length - 1} more` : ''
      }, a space stands for it`,
      note: 'Delete it: it cannot be seen, but it is in the file.',
      place: createTextPoints(clean).position(index, index + first[0].length),
    });
    clean = clean.replace(pattern, (character) => ' '.repeat(character.length));
  }
  checkDoubleEncoding(clean, vfile);
  return clean;
}

function toCodePoint(character: string): string {
  const code = character.codePointAt(0) as number;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
