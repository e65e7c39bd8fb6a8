import { expect, test } from 'vitest';
import { parse } from './outline.ts';

test('a gap of a hundred blanks stays, a wider one becomes as wide', async () => {
  const gap = ' '.repeat(100);
  expect((await parse(`a${gap}b`)).tree).toBe(`paragraph: text "a${gap}b"`);
  expect((await parse(`a${gap.repeat(9)}b${'\u00a0'.repeat(101)}c`)).tree).toBe(
    `paragraph: text "a${gap}b${'\u00a0'.repeat(100)}c"`,
  );
});

test('lines keep their ends, code its blanks', async () => {
  const code = `x${' '.repeat(200)}y`;
  expect((await parse(`${'a\n'.repeat(100)}b \`${code}\``)).tree).toContain(`"${code}"`);
});
