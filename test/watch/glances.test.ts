import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createGlances, isShared } from '../../src/watch/glances.ts';

let count: number;
const look = (): void => {
  count += 1;
};

beforeEach(() => {
  count = 0;
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('files are looked at for some seconds after something happened, and a watch that waits has no timer', () => {
  const glances = createGlances(look);
  expect(vi.getTimerCount()).toBe(0);
  glances.wake();
  vi.advanceTimersByTime(3000);
  expect(count).toBe(3);
  glances.wake();
  vi.advanceTimersByTime(20_000);
  expect(count).toBe(9);
  expect(vi.getTimerCount()).toBe(0);
});

test('files that the system does not tell of are looked at until the end', () => {
  const glances = createGlances(look);
  glances.keep();
  vi.advanceTimersByTime(60_000);
  expect(count).toBe(60);
  glances.end();
  expect(vi.getTimerCount()).toBe(0);
});

test('a folder of this machine is not shared, nor is one that is not there', () => {
  expect(isShared('/proc')).toBe(false);
  expect(isShared('/nowhere')).toBe(false);
});
