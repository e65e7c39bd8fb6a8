/** Numbers to call, in whatever manner they are typed. */

/** Fewer digits than this are no number that could be told from others. */
const fewestDigits = 6;
/** Of a country's code, at most (ITU-T E.164). */
const countryDigits = 3;

/**
 * The digits that are in a number however it is typed: without the country's code and the trunk's zero, which are there or not.
 * `undefined` where there are too few.
 */
export function toDigits(written: string): string | undefined {
  const isInternational = /^[^\d+]*(?:\+|00)/.test(written);
  const digits = written.replace(/\(0\)/g, '').normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length < fewestDigits) return undefined;
  return isInternational ? digits.slice(Math.min(countryDigits, digits.length - fewestDigits)) : digits;
}

/** What may stand between the digits of a number: spaces, brackets, dots, strokes, dashes, and TeX's ties and groups. */
const between = '[\\s\\0()./·~_\\\\{}\\u00a0\\u00ad\\u200b\\u202f\\u2010-\\u2015\\u2212-]{0,4}';

/** Finds the digits with what may stand between them. */
export function digitsPattern(digits: string): RegExp {
  return new RegExp(`${[...digits].join(between)}(?!\\0?\\d)`);
}
