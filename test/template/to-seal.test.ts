import { expect, test } from 'vitest';
import { toSeal } from '../../src/template/to-seal.ts';

test('tells texts apart, and is the same in every build', () => {
  expect(toSeal('')).toBe('811c9dc501234567');
  expect(toSeal('a')).toMatch(/^[0-9a-f]{16}$/);
  expect(toSeal('a')).toBe(toSeal('a'));
  const texts = Array.from({ length: 2000 }, (_, index) => `---\nname: A\n---\n${index}`);
  expect(new Set(texts.map(toSeal)).size).toBe(2000);
});
