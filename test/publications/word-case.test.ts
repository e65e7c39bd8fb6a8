import { expect, test } from 'vitest';
import { isLowerCaseWord } from '../../src/publications/word-case.ts';

test.each([
  'von',
  "d'Alembert",
  "{\\'e}mile",
  'élodie',
  '{\\o}rsted',
  '{\\aa}ge',
  '{\\relax van}',
  '{\\uppercase{d}e}',
  "\\'emile",
  "\\'{e}mile",
  '\\v{s}venda',
  '{\\v s}venda',
  '\\i',
  '{B}c',
  '’t',
  '1st',
])('takes %s for a particle', (word) => {
  expect(isLowerCaseWord(word)).toBe(true);
});

test.each([
  'Von',
  "{\\'E}mile",
  'Élodie',
  '{\\O}rsted',
  "\\'Emile",
  '\\"{O}zer',
  '\\v{S}venda',
  '\\L{}ukasz',
  '{van}',
  '{van',
  '张三',
  'علي',
  'ʻOkina',
  '1',
  '{}',
  '\\',
  '',
])('takes %s for no particle', (word) => {
  expect(isLowerCaseWord(word)).toBe(false);
});
