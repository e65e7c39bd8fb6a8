import { expect, test } from 'vitest';
import { kindsInOrder } from '../../src/publications/publication-kind.ts';
import { publicationWords } from '../../src/publications/publication-words.ts';

test.each([
  ['en', 'and'],
  ['de', 'und'],
  ['de-CH', 'und'],
  ['DE', 'und'],
  ['fr', 'et'],
  ['es-MX', 'y'],
  ['it', 'e'],
  ['zh-Hans-CN', '和'],
  ['ja', 'と'],
  // No words of its own, and no languages.
  ['fi', 'and'],
  ['', 'and'],
  ['-', 'and'],
  ['constructor', 'and'],
])('has the words of %j', (lang, and) => {
  expect(publicationWords(lang).and).toBe(and);
});

test.each(['en', 'de', 'fr', 'es', 'it', 'zh'])('has all words of %s, each kind its own', (lang) => {
  const { kinds, marks, status, genres, authors, editors, ...rest } = publicationWords(lang);
  const words = [kinds, marks, status, genres].flatMap((some) => Object.values(some));
  for (const word of [...words, ...editors, ...Object.values(rest)]) expect(word).toMatch(/^\S(?:.*\S)?$/u);
  expect(authors).toContain('%');
  expect(new Set(Object.values(kinds)).size).toBe(kindsInOrder.length);
});
