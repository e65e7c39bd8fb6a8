/** Texts that nobody writes by hand: read in no time that grows with the square of their length, and without an end of the stack. */
import { toString as nodesToString } from 'mdast-util-to-string';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { toFlow, toMarkedText } from '../../src/import/rich-text.ts';

const length = 50_000;

test.each([
  ['addresses', 'https://x.example/~a '.repeat(length / 10), '~a'],
  ['addresses without an end', 'https://'.repeat(length), 'https://'],
  ['signs in an address', `https://${'~'.repeat(length)}`, '~~'],
  ['signs behind an address', `https://x~${')'.repeat(length)}a`, '))'],
  ['spaces', `a${' '.repeat(length)}b`, 'b'],
  ['spaces before a line end', `a${' '.repeat(length)}<br>b`, 'b'],
  ['spaces before an item', `${' '.repeat(length)}<ul><li>x</li></ul>`, 'x'],
  ['line ends', 'x<br>'.repeat(length / 10), 'x'],
  ['beginnings of line ends', '<br '.repeat(length / 10), 'br'],
  ['tags without an end', '<b>x'.repeat(length / 10), 'x'],
  ['tags', '<b>x</b>'.repeat(length / 10), 'x'],
  ['attributes', `<a ${'href= '.repeat(length / 10)}>x</a>`, 'x'],
  ['spaces in a tag', `<a ${' '.repeat(length)}>x</a>`, 'x'],
  ['elements in one another', `${'<b>'.repeat(5_000)}x${'</b>'.repeat(5_000)}`, 'x'],
])('%s', (_what, text, kept) => {
  const startedAt = Date.now();
  const said = nodesToString({ type: 'root', children: toFlow(text, new VFile()) });
  expect(said).toContain(kept);
  expect(nodesToString({ type: 'root', children: toMarkedText(text, new VFile()) })).toContain(kept);
  // They take some hundred milliseconds; those that grew with the square took 18 seconds.
  expect(Date.now() - startedAt).toBeLessThan(5_000);
});
