import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOwnerFinder, createOwnerMatcher, type markOwner } from '../../src/publications/match-owner.ts';
import { parsePlainName } from '../../src/publications/plain-name.ts';
import { createPhrase } from './create-publication.ts';

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
    ['张三', '张, 三'],
    ['张三', '张 三'],
    // A whole given name, and one half of a double family name.
    ['Gabriel García Márquez', 'García Márquez, Gabriel'],
    ['García Márquez, Gabriel', 'Gabriel García Márquez'],
    ['García Márquez, Gabriel', 'García, Gabriel'],
    ['Maria Curie', 'Maria Skłodowska-Curie'],
    ['Curie, Maria Skłodowska', 'Skłodowska Curie, Maria'],
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
    ['García Márquez, Gabriel', 'García, G.'],
    ['García Márquez, Gabriel', 'Márquez García, Gabriel'],
    ['Zhang', 'Jin Tao'],
    ['', 'Jintao Zhang'],
    ['Dr. *', '*'],
    ['Jintao', 'J.'],
  ])('%s is not %s', (owner, author) => {
    expect(isOwner(owner, author)).toBe(false);
  });
});

test('a corporate author is the owner by the whole name alone', () => {
  const find = createOwnerMatcher(['A, B, C, D', 'Jintao Zhang']);
  const corporate = (family: string): number => find({ family, corporate: true });
  expect(corporate('A B C D')).toBeGreaterThan(0);
  expect(corporate('Jintao Zhang')).toBeGreaterThan(0);
  expect(corporate('A B C')).toBe(0);
  expect(corporate('J. Zhang')).toBe(0);
});

test.each([
  ['Jintao Zhang', 'Zhang, Jintao', 'Zhang, J.'],
  ['Jintao Zhang', 'Zhang, J.', 'Zhang, C.'],
  ['Martin King, Jr.', 'King, Jr., Martin', 'King, Martin'],
  ['Jan van der Berg', 'Jan van der Berg', 'Jan Berg'],
  ['García Márquez, Gabriel', 'García Márquez, Gabriel', 'García, Gabriel'],
  ['Jintao Zhang', 'Jintao Zhang', 'Zhang Jintao'],
])('%s is more surely %s than %s', (owner, surer, less) => {
  const find = createOwnerMatcher([owner]);
  expect(find(parsePlainName(surer))).toBeGreaterThan(find(parsePlainName(less)));
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
    return {
      given: given ? createPhrase(given) : undefined,
      family: createPhrase(family),
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

  test('the name over the CV and the aliases are the owner’s', () => {
    const name = {
      given: createPhrase('Dr. Jintao'),
      family: createPhrase('Zhang'),
      text: 'Dr. Jintao Zhang',
    };
    const find = createOwnerFinder(name, ['J. T. Smith']);
    expect(owners(['Wei, Jia', 'Zhang, Jintao'], find)).toEqual([false, true]);
    expect(owners(['Smith, J. T.', 'Wei, Jia'], find)).toEqual([true, false]);
  });

  test('two of the same whole name are both the owner', () => {
    const find = createOwnerFinder(undefined, ['Jintao Zhang']);
    expect(owners(['Zhang, Jintao', 'Zhang, Jintao', 'Zhang, J.'], find)).toEqual([true, true, false]);
  });

  test('two of the same initials are nobody', () => {
    const find = createOwnerFinder(undefined, ['Jintao Zhang']);
    expect(owners(['Zhang, J.', 'Zhang, J.'], find)).toEqual([false, false]);
  });

  test('nobody is the owner of a CV without a name', () => {
    expect(owners(['Zhang, J.'], createOwnerFinder(undefined, []))).toEqual([false]);
  });
});
