import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Author } from '../../src/model/publication.ts';
import { shortenAuthors } from '../../src/publications/shorten-authors.ts';

/** A letter an author, capital for the owner. */
function createAuthors(letters: string): Author[] {
  return [...letters].map((value) => ({
    family: { children: [{ type: 'text', value }] },
    corporate: false,
    marks: [],
    owner: value !== value.toLowerCase(),
  }));
}

function show(letters: string, most: number | undefined): string {
  const authors = createAuthors(letters);
  return shortenAuthors(authors, false, most)
    .shown.map((one) => (typeof one === 'number' ? one : letters[authors.indexOf(one)]))
    .join(' ');
}

test.each([
  ['abcdef', undefined, 'a b c d e f'],
  ['abcdef', 6, 'a b c d e f'],
  ['abcdef', 3, 'a b c 3'],
  ['abcdef', 1, 'a 5'],
  ['abcdef', 0, '6'],
  ['aBcdef', 3, 'a B c 3'],
  ['abcdeFghi', 3, 'a b 3 F 3'],
  ['abcdefG', 3, 'a b 4 G'],
  ['abcdeF', 1, '5 F'],
  ['abcdeFg', 0, '5 F g'],
  ['abcd', 3, 'a b c d'],
  ['abcDe', 3, 'a b c D e'],
  ['abcDefG', 2, '3 D 2 G'],
  ['abCdEF', 1, '2 C d E F'],
  ['', 3, ''],
])('shortens %s to %s', (letters, most, expected) => {
  expect(show(letters, most)).toBe(expected);
});

test('counts, and keeps what is open', () => {
  expect(shortenAuthors(createAuthors('abcd'), true, 2)).toMatchObject({ count: 4, open: true });
});

test('keeps the owner and the number of names', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'C') }), fc.nat(12), (letters, most) => {
      const authors = createAuthors(letters);
      const { shown } = shortenAuthors(authors, false, most);
      const numbers = shown.filter((one) => typeof one === 'number');
      const named = shown.filter((one) => typeof one !== 'number');
      expect(named.length + numbers.reduce((sum, number) => sum + number, 0)).toBe(letters.length);
      expect(numbers).not.toContain(1);
      expect(named.filter(({ owner }) => owner)).toEqual(authors.filter(({ owner }) => owner));
    }),
  );
});
