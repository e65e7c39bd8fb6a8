/** `May 2023`, `05/2023`, `2023-05`, `2023年5月`, `2023`. */
const date = String.raw`(?:\p{L}{3,10}\.?\s)?(?:\d{1,2}[./-])?(?:19|20)\d{2}(?:[-/]\d{1,2})?(?:\s?[年년]\s?(?:\d{1,2}\s?[月월])?)?`;
/** An open end is any word: "present" has one in each language. */
const range = String.raw`(?:\p{L}{4,7}\s)?${date}(?:\s?(?:[–—&,-]|to)\s?(?:${date}|\p{L}[\p{L}\s]{1,14}))?(?:\s?[–—-])?(?:\s?\([^)]*\))?`;

const whole = new RegExp(`^${range}$`, 'u');
const atEnd = new RegExp(`^(.*?\\S)\\s+(${range})$`, 'u');

/** Whether a text is a date or a range of dates and nothing else. */
export function isDate(text: string): boolean {
  return whole.test(text);
}

/** Cuts a date off a text's end. */
export function splitDate(text: string): { rest: string; date: string } | undefined {
  const [, rest, found] = atEnd.exec(text) ?? [];
  return rest === undefined || found === undefined ? undefined : { rest, date: found };
}
