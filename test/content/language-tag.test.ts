import { expect, test } from 'vitest';
import {
  isKnownLanguage,
  isSameLanguage,
  nearestLanguage,
  readLanguage,
  toLocales,
} from '../../src/content/language-tag.ts';

test('a language and its forms', () => {
  expect(isSameLanguage('de', 'de-CH')).toBe(true);
  expect(isSameLanguage('zh_Hans', 'ZH')).toBe(true);
  expect(isSameLanguage('de-AT', 'de-CH')).toBe(false);
  expect(isSameLanguage('de', 'den')).toBe(false);
});

test('the nearest is the language itself, else the longest form', () => {
  expect(nearestLanguage('de-CH', ['de', 'de-CH-1996', 'de-ch'])).toBe('de-ch');
  expect(nearestLanguage('de-CH-1996', ['de', 'de-CH'])).toBe('de-CH');
  expect(nearestLanguage('fr', ['de'])).toBeUndefined();
});

test('what authors write for a language', () => {
  const written = ['de', 'pt-br', 'de_CH', 'en_US.UTF-8', ' German ', 'français', '中文', 'ENGLISH'];
  expect(written.map(readLanguage)).toEqual(['de', 'pt-br', 'de-CH', 'en-US', 'de', 'fr', 'zh', 'en']);
  expect(['klingon', '../de', ''].map(readLanguage)).toEqual([undefined, undefined, undefined]);
});

test('languages that there are', () => {
  expect(['de', 'pt-BR', 'dd', '../de', 'german'].map(isKnownLanguage)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('as Intl takes them', () => {
  expect(['de_CH', 'de-12', 'German language', '__proto__', ''].map(toLocales)).toEqual([
    ['de-CH'],
    [],
    [],
    [],
    [],
  ]);
});
