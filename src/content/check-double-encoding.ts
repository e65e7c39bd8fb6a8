import type { VFile } from 'vfile';
import { addProblem } from '../problem.ts';
import { beyondLatin1 } from './decode-mixed.ts';
import { createTextPoints } from './syntax/text-points.ts';

/** What Windows-1252 makes of the second and later bytes of a letter of UTF-8. */
const later = `[\\x80-\\xBF${[...beyondLatin1].filter((sign) => sign > '\xFF').join('')}]`;

/**
 * Letters of UTF-8, each byte taken for one of Windows-1252: of Latin scripts, signs and quotation marks, Greek, Cyrillic, Hebrew and Arabic words, and
 * those of ideographs. What people write stands in none of them, such as `Å²`, `IRMÃ”` and `voilà »`.
 */
const doubled = new RegExp(
  [
    'Ã[¡-º¼-¿ŸŒœ€ŠšŽž]',
    'Å[¡¼¾„‡›]',
    'Ä[±‡™Ÿ›]',
    'Â[\\xA0°©®§·£]',
    'â€[“”˜™œ¦¢\\x9D]',
    'â‚¬',
    'ï»¿',
    `(?:[ÎÏÐÑ×ØÙ]${later}){3,}`,
    `(?:[ã-é]${later}{2}){2,}`,
  ].join('|'),
  'g',
);

/** Tells, once, of letters that were converted to UTF-8 twice. They are set as they are: only their author knows. */
export function checkDoubleEncoding(text: string, vfile: VFile): void {
  const [first, ...others] = text.matchAll(doubled);
  if (!first) return;
  const [sign] = first;
  addProblem(vfile, 'double-encoding', {
    reason: `Cannot be meant: \`${sign}\`, expected \`${toMeant(sign)}\`${others.length > 0 ? `, and ${others.length} more like it` : ''}`,
    note: 'The text was in UTF-8, was opened as Windows-1252, and saved again. Open it as it was, or type these letters anew.',
    place: createTextPoints(text).position(first.index, first.index + sign.length),
  });
}

function toMeant(sign: string): string {
  const bytes = Array.from(sign, (letter) => {
    const index = beyondLatin1.indexOf(letter);
    return index < 0 ? letter.charCodeAt(0) : 0x80 + index;
  });
  return Buffer.from(bytes).toString('utf8');
}
