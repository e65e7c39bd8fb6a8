import { expect, it } from 'vitest';
import { changedLine } from '../../src/preview/changed-line.ts';

it.each([
  ['a\nb\nc', 'a\nx\nc', 2],
  ['a\nb', 'a\nnew\nb', 2],
  ['a\nb\nc', 'a\nb', 2],
  ['a', 'a\nb', 2],
  ['', 'a', 1],
  ['a\nb', 'a\nb', undefined],
])('finds the first line that differs: %j, %j', (before, after, line) => {
  expect(changedLine(before, after)).toBe(line);
});
