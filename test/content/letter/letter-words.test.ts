import { expect, test } from 'vitest';
import { letterWords } from '../../../src/content/letter/letter-words.ts';

test('the longest prefix of the language decides', () => {
  expect(letterWords('de').closing).toBe('Mit freundlichen Grüßen');
  expect(letterWords('de-CH').closing).toBe('Freundliche Grüsse');
  expect(letterWords('de_DE').enclosures).toBe('Anlagen');
  expect(letterWords('zh-Hant-TW').opening).toBe('敬啟者：');
  expect(letterWords('en-GB').opening).toBe('Dear Sir or Madam,');
});

test('every language that labels are promised in has its own', () => {
  const tags = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'el', 'tr', 'zh', 'ja', 'ko', 'ar', 'he'];
  const english = letterWords('en');
  for (const tag of tags) {
    const words = letterWords(tag);
    expect(words, tag).not.toEqual(english);
    expect(
      Object.values(words).every((word) => word === word.trim() && word.length > 1),
      tag,
    ).toBe(true);
  }
  expect(letterWords('tlh')).toEqual(english);
});
