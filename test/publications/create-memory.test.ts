import { expect, test } from 'vitest';
import { createMemory } from '../../src/publications/create-memory.ts';

test('makes each once, also where nothing was made', () => {
  const memory = createMemory<string | undefined>();
  expect(memory('a', () => 'first')).toBe('first');
  expect(memory('a', () => 'second')).toBe('first');
  expect(memory('b', () => undefined)).toBeUndefined();
  expect(memory('b', () => 'late')).toBeUndefined();
});

test('forgets before it has grown large', () => {
  const memory = createMemory<number>();
  for (let index = 0; index <= 5000; index++) memory(String(index), () => index);
  expect(memory('0', () => -1)).toBe(-1);
  expect(memory('5000', () => -1)).toBe(5000);
});
