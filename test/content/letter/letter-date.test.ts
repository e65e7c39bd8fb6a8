import { afterEach, expect, test, vi } from 'vitest';
import { toLetterDate } from '../../../src/content/letter/letter-date.ts';
import { show } from '../recognition/phrasing.ts';

const now = new Date(2026, 2, 1, 12);
const shown = (value: string, lang: string): string | undefined => show(toLetterDate({ value }, lang, now));

afterEach(() => vi.unstubAllEnvs());

test('a date in digits, and today, are written in full in the language', () => {
  expect(shown('2026-03-02', 'en')).toBe('March 2, 2026');
  expect(shown('2026-03-02', 'en-GB')).toBe('2 March 2026');
  expect(shown('2026-03-02', 'de')).toBe('2. März 2026');
  expect(shown('2026-03-02', 'zh_Hans')).toBe('2026年3月2日');
  expect(shown('Today', 'fr')).toBe('1 mars 2026');
  // Digits and years of its own would be no help to anybody.
  expect(shown('2026-03-02', 'fa')).toContain('2026');
});

test('what is no such date is the words of its author', () => {
  expect(shown('Spring 2026', 'de')).toBe('Spring 2026');
  expect(shown('2026-02-31', 'de')).toBe('2026-02-31');
  expect(shown('2026-99-99', 'de')).toBe('2026-99-99');
});

test('a language that is none does not crash', () => {
  expect(shown('2026-03-02', '!')).toBe('March 2, 2026');
  expect(shown('2026-03-02', '')).toBe('March 2, 2026');
});

test('today is the day of the clock, or that of a reproducible build', () => {
  expect(show(toLetterDate({ value: 'today' }, 'en'))).toMatch(/ 20\d\d$/);
  vi.stubEnv('SOURCE_DATE_EPOCH', '1000000000');
  expect(show(toLetterDate({ value: 'today' }, 'en'))).toContain('2001');
});
