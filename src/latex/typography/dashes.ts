import { type Edit, editMatches } from './edit.ts';

/**
 * En and em dashes for what is typed on a keyboard: `--` and `---`, hyphens between years, between page numbers, and, in a date, every
 * hyphen that makes a range. Dates like 2024-05-01 keep theirs.
 */
export function findDashes(text: string, isDate: boolean): Edit[] {
  if (!text.includes('-')) return [];
  return [
    ...editMatches(text, /(?<!-)---(?!-)/g, () => '—'),
    // ` --verbose` is an option of a command, not a dash.
    ...editMatches(text, /(?<!-)(?<!(?:^|\s)(?=--\p{L}))--(?!-)/gu, () => '–'),
    ...editMatches(text, /(?<=(?<![\d-])(?:19|20)\d\d)-(?=(?:19|20)\d\d(?![\d-]))/g, () => '–'),
    ...editMatches(text, /(?<=\b(?:pp?|S|Seiten?|pages?)\.?\s+\d{1,5})-(?=\d{1,5}(?![\d-]))/g, () => '–'),
    ...(isDate ? findRanges(text) : []),
  ];
}

function findRanges(text: string): Edit[] {
  return [
    ...editMatches(text, /(?<=\s)-(?=\s|$)/g, () => '–'),
    // Between two years, a year and a word, two words: 2019-2021, 2019-now, May-June. A year's short end is no month: 2019-20.
    ...editMatches(text, /(?<=\d{4})-(?=\d{4}|\p{L}|(?:1[3-9]|[2-9]\d)(?!\d|-\d)|\s*$)/gu, () => '–'),
    // In brackets stands a word: `(part-time)`.
    ...editMatches(text, /(?<=\p{L}\.?)-(?=\p{L}|\d)(?![^()[\]]{0,40}[)\]])/gu, () => '–'),
    // 03.2016-05.2018, 3/2016-5/2018, 2016.03-2018.05
    ...editMatches(text, /(?<=\d[./]\d{1,4})-(?=\d{1,4}[./]\d)/g, () => '–'),
  ];
}
