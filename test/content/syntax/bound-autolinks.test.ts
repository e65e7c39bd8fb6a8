import { expect, test } from 'vitest';
import { parse } from './outline.ts';

test.each([
  ['few', 10],
  ['thousands of', 1_000],
])('bare addresses behind %s signs are links at their place', async (_how, count) => {
  const before = '*a* '.repeat(count);
  const { placed } = await parse(`${before}see https://example.org/x, www.example.org or me@example.org.\n`);
  const at = before.length;
  for (const [url, from, length] of [
    ['https://example.org/x', 5, 21],
    ['http://www.example.org', 28, 15],
    ['mailto:me@example.org', 47, 14],
  ] as const)
    expect(placed).toContain(`link@1:${at + from}-1:${at + from + length} <${url}>`);
});
