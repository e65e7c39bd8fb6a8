import { expect, test } from 'vitest';
import { type FoldedName, foldNames, joinFolded, widenFamily } from '../../src/publications/folded-name.ts';
import { joinWords } from '../../src/publications/name-words.ts';
import { parsePlainName } from '../../src/publications/plain-name.ts';

/** `given|particle|family|suffix`, in letters that were folded. */
function show(name: FoldedName | undefined): string | undefined {
  if (!name) return undefined;
  const { given, particle, family, suffix } = name;
  const words = (list: FoldedName['given']): string => list.map((word) => joinWords([word])[0]).join(' ');
  return [words(given), particle[0], words(family), suffix].join('|');
}

test.each([
  ['Jintao Zhang', ['jintao||zhang|']],
  ['Ludwig van der Berg', ['ludwig|vander|berg|']],
  // Particles in the family name are particles, and so may be the last of the given names.
  ['Berg, Jan van der', ['jan van der||berg|', 'jan|vander|berg|']],
  ["Berg, Jan d'", ['jan d||berg|', 'jan|d|berg|']],
  ['Berg, van der', ['van der||berg|', 'van|der|berg|']],
  ['von Berg, Jan van', ['jan van|von|berg|']],
  // Capitals may be initials, but not where the whole name is in capitals.
  ['Zhang, LA', ['la||zhang|', 'l a||zhang|']],
  ['ZHANG, LA', ['la||zhang|']],
  ['King, Junior, Martin', ['martin||king|jr']],
  ['King, 3rd, Martin', ['martin||king|iii']],
  ['King, Jr., Martin', ['martin||king|jr']],
  ['King, constructor, Martin', ['martin||king|constructor']],
  ['张三', ['||张三|']],
])('reads %s', (text, expected) => {
  expect(foldNames(parsePlainName(text)).map(show)).toEqual(expected);
});

test('finds particles in a family name', () => {
  const names = foldNames({ given: 'Jan', family: 'van der Berg', corporate: false });
  expect(names.map(show)).toEqual(['jan|vander|berg|']);
});

test('joins a name as it is printed', () => {
  const [name] = foldNames(parsePlainName('van Dyck, Jr., Jörg'));
  expect(joinFolded(name as FoldedName)).toEqual(['jorgvandyckjr', 'joergvandyckjr']);
});

test.each([
  ['Gabriel García Márquez', 2, 'gabriel||garcia marquez|'],
  ['Gabriel García Márquez', 1, undefined],
  ['Gabriel García Márquez', 3, undefined],
  ['Gabriel de García', 2, undefined],
])('widens the family name of %s to %i words', (text, words, expected) => {
  const [name] = foldNames(parsePlainName(text));
  expect(show(widenFamily(name as FoldedName, words))).toBe(expected);
});
