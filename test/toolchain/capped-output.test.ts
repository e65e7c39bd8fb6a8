import { expect, test } from 'vitest';
import { createCappedOutput } from '../../src/toolchain/capped-output.ts';

function collect(chunks: string[]): string {
  const output = createCappedOutput(4, 6);
  for (const chunk of chunks) output.add(Buffer.from(chunk));
  return output.text();
}

test.each([
  [[], ''],
  [['ab'], 'ab'],
  [['ab', 'cd', 'ef'], 'abcdef'],
  [['0123456789'], '0123456789'],
  [['0123456789a'], '0123\n[1 bytes left out]\n56789a'],
  [['01', '23456789abcdefghijklmnop'], '0123\n[16 bytes left out]\nklmnop'],
  [[...'0123456789abcdefghijklmnop'], '0123\n[16 bytes left out]\nklmnop'],
])('%j', (chunks, expected) => {
  expect(collect(chunks)).toBe(expected);
});

test('asking twice gives the same', () => {
  const output = createCappedOutput(1, 1);
  output.add(Buffer.from('abc'));
  expect(output.text()).toBe('a\n[1 bytes left out]\nc');
  expect(output.text()).toBe('a\n[1 bytes left out]\nc');
});
