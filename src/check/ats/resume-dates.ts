/** Months of the languages that share them, for a date behind other words; alone, any word before a year may be one. */
const month = String.raw`(?:jan|feb|m[aä]r|apr|ma[iy]|ju[nl]|aug|sep|o[ck]t|nov|de[cz])\p{L}*\.?`;

/** `May 2023`, `05/2023`, `2023-05`, `2023年5月`, `2023`. */
const dateWith = (word: string): string =>
  String.raw`(?:${word}\s)?(?:\d{1,2}[./-])?(?:19|20)\d{2}(?:[-/]\d{1,2})?(?:\s?[年년]\s?(?:\d{1,2}\s?[月월])?)?`;
const date = dateWith(String.raw`\p{L}{3,10}\.?`);
/** An open end is any word: "present" has one in each language. */
const end = String.raw`(?:\s?(?:[–—&,-]|to)\s?(?:${date}|\p{L}[\p{L}\s]{1,14}))?(?:\s?[–—-])?(?:\s?\([^)]*\))?`;

const whole = new RegExp(String.raw`^(?:\p{L}{4,7}\s)?${date}${end}$`, 'iu');
const atEnd = new RegExp(String.raw`^(.*?\S)\s+(${dateWith(month)}${end})$`, 'iu');

/** Whether a text is a date or a range of dates and nothing else. */
export function isDate(text: string): boolean {
  return whole.test(text);
}

/** Cuts a date off a text's end. */
export function splitDate(text: string): { rest: string; date: string } | undefined {
  const [, rest, found] = atEnd.exec(text) ?? [];
  return rest === undefined || found === undefined ? undefined : { rest, date: found };
}
