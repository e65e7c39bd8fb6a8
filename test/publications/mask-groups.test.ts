import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGroup, maskGroups } from '../../src/publications/mask-groups.ts';

test.each([
  ['a{b and {c}, d}e', 'a{············}e'],
  ['a}b', 'a}b'],
  ['a{b', 'a{·'],
  ['J.\\ Serre', 'J.  Serre'],
  ['J.\\,P.', 'J.  P.'],
])('masks %s', (tex, expected) => {
  expect(maskGroups(tex)).toBe(expected.replaceAll('·', '\uFFFF'));
});

test.each([
  ['{a}', true],
  ['{{a} and {b}}', true],
  ['{}', true],
  ['{a} and {b}', false],
  ['{a', false],
  ['a', false],
])('sees whether %s is a group', (tex, expected) => {
  expect(isGroup(tex)).toBe(expected);
});

test('keeps the length', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{', '}', '\\', ' ', ',', 'a', '張') }), (tex) => {
      expect(maskGroups(tex)).toHaveLength(tex.length);
    }),
  );
});
