import { expect, test } from 'vitest';
import { matchGiven } from '../../src/publications/match-given.ts';
import { toNameWords } from '../../src/publications/name-words.ts';

function match(owner: string, author: string): number {
  return matchGiven(toNameWords(owner), toNameWords(author));
}

test.each([
  // Wholly.
  ['Jintao', 'Jintao', 3],
  ['Jintao', 'Jin-Tao', 3],
  ['Jin Tao', 'Jintao', 3],
  ['Kathryn Diane', 'KATHRYN DIANE', 3],
  ['', '', 3],
  // By a whole first name.
  ['Kathryn D.', 'Kathryn', 2],
  ['Kathryn', 'Kathryn D.', 2],
  ['Kathryn D.', 'Kathryn Diane', 2],
  ['Anna Maria Berta', 'Anna Berta', 2],
  ['Jean-Pierre M.', 'Jean-Pierre', 2],
  // By initials.
  ['Kathryn D.', 'K. D.', 1],
  ['Kathryn Diane', 'K.', 1],
  ['K. D.', 'K. D.', 1],
  ['Jin-Tao', 'J.-T.', 1],
  ['Jin-Tao', 'J. T.', 1],
  ['Jin-Tao', 'J.', 1],
  ['J.', 'Jin-Tao', 1],
  ['J.-T.', 'Jintao', 1],
  ['K.-T.', 'Jintao', 0],
  ['Jintao', 'J.-T.', 1],
  ['Xiaoyanghui', 'X.-Y.-H.', 1],
  ['Yu.', 'Yuri', 1],
])('sees that %s is %s (%i)', (owner, author, expected) => {
  expect(match(owner, author)).toBe(expected);
});

test.each([
  ['Jintao', ''],
  ['', 'Jintao'],
  ['Jintao', 'Jianfei'],
  ['Jin', 'Jintao'],
  ['Kathryn D.', 'Kathryn E.'],
  ['Kathryn D.', 'K. E.'],
  ['Anna Maria Berta', 'Anna Carla'],
  ['Anna', 'A. M.'],
  ['Jintao', 'J. T.'],
  ['Jintao', 'J.-M.'],
  // No syllable begins there.
  ['Jintao', 'J.-N.'],
  ['Jin-Tao', 'J.-M.'],
  ['Jin-Tao', 'Jin'],
  ['Jin-Tao', 'K.'],
  ['Jin-Tao-Wei', 'Jin-Tao'],
  ['J.-T.-W.', 'J.-T.'],
])('sees that %s is not %s', (owner, author) => {
  expect(match(owner, author)).toBe(0);
});

test('compares many initials with a long name in little time', () => {
  const initials = 'N.-'.repeat(40);
  const name = `N${'ana'.repeat(2000)}`;
  expect(match(`${initials}N.`, name)).toBe(1);
  // Of the last initial there is none, wherever the others are sought.
  expect(match(`${initials}X.`, name)).toBe(0);
});
