import { expect, it } from 'vitest';
import { toBabelLanguage } from '../../src/latex/babel-language.ts';

it.each([
  ['en', 'english'],
  ['en-GB', 'british'],
  ['de-1996', 'ngerman'],
  ['pt_BR', 'brazilian'],
  ['zh-Hans', undefined],
  ['', undefined],
])('%j is %s to babel', (lang, name) => {
  expect(toBabelLanguage(lang)).toBe(name);
});
