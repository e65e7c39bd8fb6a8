/** `2006-07` is July 2006 in one CV and a school year in another: the document tells which. */

/** A year, a hyphen or dash, and two digits; no part of a longer number, date or word. */
const form =
  /(?<![\p{L}\p{N}][./-]?)(?<first>(?:19|20)\d\d)(?<dash>[-–])(?<second>\d\d)(?![\p{L}\p{N}]|[./-]\d)/gu;
/** Several of them in a row, which dates of months are not. */
const row = new RegExp(
  `${form.source}(?:\\s*(?:[,;&+/]|and|und|et|y|e|i|и)\\s*${unnamed(form.source)})+`,
  'gu',
);

/** Turns the hyphens of school years into dashes, by which the grammar of dates tells them from months. */
export type SettleShortYears = (text: string) => string;

/**
 * Reads all texts of a document. Where some of its forms can only be years (`2014-15`) and none only a month (`2015-03`), all of them are
 * years; else those that stand in a row, each of a year and the next one: `2005-06, 2006-07`.
 */
export function readShortYears(texts: readonly string[]): SettleShortYears {
  const found = texts.flatMap((text) => [...text.matchAll(form)].map(toNumbers));
  const areYears = found.some(isSurelyYears) && !found.some(isSurelyMonth);
  return areYears
    ? (text) => text.replace(form, withDash)
    : (text) =>
        text.replace(row, (whole) => {
          const all = [...whole.matchAll(form)].map(toNumbers);
          return all.every(isNextYear) ? whole.replace(form, withDash) : whole;
        });
}

interface Numbers {
  first: number;
  /** Two digits. */
  second: number;
}

function toNumbers({ groups }: RegExpMatchArray): Numbers {
  const { first, second } = groups as { first: string; second: string };
  return { first: Number(first), second: Number(second) };
}

function isSurelyYears({ first, second }: Numbers): boolean {
  return (second > 12 && second > first % 100) || (second === 0 && first % 100 === 99);
}

/** No year behind the first one: only months run from 01 to 12. */
function isSurelyMonth({ first, second }: Numbers): boolean {
  return second > 0 && second <= 12 && second <= first % 100;
}

function isNextYear({ first, second }: Numbers): boolean {
  return (first + 1) % 100 === second;
}

function withDash(whole: string): string {
  return whole.replace('-', '–');
}

function unnamed(source: string): string {
  return source.replace(/\(\?<(?:first|dash|second)>/g, '(?:');
}
