import fc from 'fast-check';
import { expect, test } from 'vitest';
import { engineNames } from '../../src/engine/engine.ts';
import { asUnchanged, escapeTex } from '../../src/latex/escape.ts';
import { createTypography } from '../../src/latex/typography.ts';
import { createContext } from './create-context.ts';

const words = fc.array(
  fc.constantFrom('a', 'Zé', '12', ' ', '.', ',', '-', '--', ':', '(', '/', '"', "'", '{', 'x'.repeat(61)),
  {
    maxLength: 12,
  },
);

test('what is passed on unchanged is what escaping makes of it, in every engine', () => {
  fc.assert(
    fc.property(words, (pieces) => {
      const text = pieces.join('');
      const unchanged = asUnchanged(text);
      if (unchanged === undefined) return;
      for (const engine of engineNames) expect(escapeTex(text, createContext({ engine }))).toBe(unchanged);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['Proc. of ICML (2020), vol. 3: a-b', true],
  ['', true],
  ['a, ', true],
  ['a,', false],
  ['a--b', false],
  ['a-', false],
  ['50%', false],
  ['é', false],
  ['x'.repeat(61), false],
])('%j is passed on: %j', (text, isUnchanged) => {
  expect(asUnchanged(text) !== undefined).toBe(isUnchanged);
});

test.each(['en', 'de', 'fr'])('a word that no rule is about stays as it is in %s', (lang) => {
  const nodes = [...'Jérôme\u00a0Zhang3'].map((value) => ({ type: 'text' as const, value }));
  expect(createTypography(lang)(nodes)).toEqual(nodes);
});
