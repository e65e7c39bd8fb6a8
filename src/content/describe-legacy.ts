import type { Point } from 'unist';
import { type DecodedBytes, isWestern } from './decode-mixed.ts';
import { createTextPoints } from './syntax/text-points.ts';

/** The command that converts a file; only a name that a shell takes as it is stands in it. */
function howToConvert(name: string, encoding: string): string {
  return `\`iconv -f ${encoding} -t UTF-8 ${/^\w[\w.-]*$/.test(name) ? name : 'FILE'} > NEW\``;
}

/**
 * What to tell of a file that is not, or not all, in UTF-8. Bytes do not say which encoding they are in, so its reader is shown a word to tell it by.
 * @param name of the file, for the command that converts it
 */
export function describeLegacy(
  decoded: DecodedBytes,
  name: string,
): { reason: string; note: string; place: Point } {
  const { text, legacyAt } = decoded;
  const first = legacyAt[0] as number;
  const place = createTextPoints(text).point(first);
  const inWindows = `In Windows-1252 the word here is \`${wordAround(text, first)}\``;
  if (isPart(decoded)) {
    const others = legacyAt.length > 1 ? ` and ${legacyAt.length - 1} more are` : ' is';
    return {
      reason: `the letter here${others} not written in UTF-8 as the others are`,
      note: `${inWindows}. Type it anew, and save the file with the encoding UTF-8.`,
      place,
    };
  }
  const save = 'Open it in your editor and save it with the encoding UTF-8';
  return {
    reason: 'it is not written in UTF-8',
    note: isWestern(decoded)
      ? `${save}. ${inWindows}: if that is right, ${howToConvert(name, 'WINDOWS-1252')} converts it, else the same with the name of its encoding.`
      : `${save}, or convert it: ${howToConvert(name, 'WINDOWS-1251')}, or with the name of its encoding, such as KOI8-R, GB18030, BIG5, EUC-KR or SHIFT_JIS.`,
    place,
  };
}

/** Whether other letters beyond ASCII are in UTF-8. */
export function isPart({ text, legacyAt }: DecodedBytes): boolean {
  return legacyAt.length < text.replace(/[\0-\x7F]|[\uDC00-\uDFFF]/g, '').length;
}

/** The word at an offset, or as much of it as a line can show. */
function wordAround(text: string, offset: number): string {
  const [before] = /[^\s`]*$/.exec(text.slice(Math.max(0, offset - 20), offset)) as RegExpExecArray;
  const [behind] = /^[^\s`]*/.exec(text.slice(offset, offset + 20)) as RegExpExecArray;
  return `${before}${behind}`.replace(/[\x80-\x9F]/g, '?');
}
