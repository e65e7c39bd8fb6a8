import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOwnerFinder, createOwnerMatcher, type markOwner } from '../../src/publications/match-owner.ts';
import { parsePlainName } from '../../src/publications/plain-name.ts';

function isOwner(owner: string, author: string): boolean {
  return createOwnerMatcher([owner])(parsePlainName(author)) > 0;
}

describe('the owner', () => {
  test.each([
    ['Jintao Zhang', 'Jintao Zhang'],
    ['Jintao Zhang', 'Zhang, Jintao'],
    ['Jintao Zhang', 'Zhang, J.'],
    ['Jintao Zhang', 'J Zhang'],
    ['Jintao Zhang', 'Zhang Jintao'],
    ['Jintao Zhang', 'Zhang, Jin-Tao'],
    ['Jintao Zhang', 'ZHANG, JINTAO'],
    ['Kathryn D. Huff', 'Huff, Kathryn'],
    ['Kathryn Huff', 'Huff, Kathryn D.'],
    ['Kathryn D. Huff', 'K. D. Huff'],
    ['Jan van der Berg', 'Berg, Jan van der'],
    ['Jan van der Berg', 'van der Berg, J.'],
    ['Jan van der Berg', 'Jan Berg'],
    ['Jörg Müller', 'Mueller, Joerg'],
    ['Jörg Müller', 'Muller, Jorg'],
    ['Øystein Ore', 'Ore, Oystein'],
    ['Jean-Pierre Serre', 'Serre, J.-P.'],
    ['Jean-Pierre Serre', 'Serre, Jean Pierre'],
    ["Conan O'Brien", 'O’Brien, C.'],
    ['张三', '张三'],
  ])('%s is %s', (owner, author) => {
    expect(isOwner(owner, author)).toBe(true);
  });

  test.each([
    ['Jintao Zhang', 'Jianfei Zhang'],
    ['Jintao Zhang', 'Zhang, C.'],
    ['Jintao Zhang', 'Jintao Zhao'],
    ['Kathryn D. Huff', 'Huff, Kathryn E.'],
    ['Kathryn D. Huff', 'Huff, K. E.'],
    // A second initial that the owner does not have may be a namesake's: `aliases` tells.
    ['Kathryn Huff', 'Huff, K. D.'],
    ['Jan van der Berg', 'Jan de Berg'],
    ['Martin King, Jr.', 'King, Sr., Martin'],
    ['张三', '张四'],
  ])('%s is not %s', (owner, author) => {
    expect(isOwner(owner, author)).toBe(false);
  });
});

const syllables = fc.constantFrom('an', 'bo', 'chi', 'da', 'el', 'fu', 'gra', 'hö', 'ji', 'ka', 'lé', 'mo');
const word = fc.array(syllables, { minLength: 2, maxLength: 4 }).map((parts) => {
  const joined = parts.join('');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
});

test('is found in every form of the name, and never under another first letter', () => {
  const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
  fc.assert(
    fc.property(word, word, word, fc.boolean(), (given, middle, family, hasMiddle) => {
      fc.pre(bare(given).charAt(0) !== bare(middle).charAt(0));
      const owner = hasMiddle ? `${given} ${middle} ${family}` : `${given} ${family}`;
      const initials = hasMiddle ? `${given.charAt(0)}. ${middle.charAt(0)}.` : `${given.charAt(0)}.`;
      for (const form of [
        owner,
        `${family}, ${owner.slice(0, -family.length - 1)}`,
        `${family}, ${initials}`,
        `${family}, ${given.charAt(0)}.`,
        `${initials} ${family}`,
        bare(owner),
        owner.toUpperCase(),
      ])
        expect({ owner, form, is: isOwner(owner, form) }).toEqual({ owner, form, is: true });
      const other = bare(given).charAt(0) === 'Z' ? 'Y.' : 'Z.';
      expect(isOwner(owner, `${family}, ${other}`)).toBe(false);
      expect(isOwner(owner, `${other} ${family}`)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

describe('in a list', () => {
  const author = (text: string): Parameters<typeof markOwner>[0][number] => {
    const { given, family } = parsePlainName(text);
    const phrase = (value: string): { children: [{ type: 'text'; value: string }] } => ({
      children: [{ type: 'text', value }],
    });
    return {
      given: given ? phrase(given) : undefined,
      family: phrase(family),
      corporate: false,
      marks: [],
      owner: false,
    };
  };
  const owners = (names: string[], find: ReturnType<typeof createOwnerFinder>): boolean[] =>
    find(names.map(author)).map(({ owner }) => owner);

  test('the surest is the owner', () => {
    const find = createOwnerFinder(undefined, ['Jintao Zhang']);
    expect(owners(['Zhang, J.', 'Zhang, Jintao', 'Wei, Jia'], find)).toEqual([false, true, false]);
    expect(owners(['Zhang, J.', 'Wei, Jia'], find)).toEqual([true, false]);
  });

  test('two of the same initials are nobody', () => {
    const find = createOwnerFinder(undefined, ['Jintao Zhang']);
    expect(owners(['Zhang, J.', 'Zhang, J.'], find)).toEqual([false, false]);
  });

  test('nobody is the owner of a CV without a name', () => {
    expect(owners(['Zhang, J.'], createOwnerFinder(undefined, []))).toEqual([false]);
  });
});
