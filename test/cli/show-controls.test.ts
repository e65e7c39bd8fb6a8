import { expect, it, test } from 'vitest';
import { showControls } from '../../src/cli/show-controls.ts';

it.each([
  ['a clear screen', '\x1b[2Jx', '␛[2Jx'],
  ['a title of the window', '\x1b]0;x\x07', '␛]0;x␇'],
  ['a return to the start of the line', 'error\rfine', 'error␍fine'],
  ['a sequence in one byte', '\x9b2Jx', '\uFFFD2Jx'],
  ['letters that are turned round', 'cv\u202Efdp.exe\u2066', 'cv\uFFFDfdp.exe\uFFFD'],
  ['a deleted letter', 'a\x7F\x08b', 'a␡␈b'],
  ['text', 'ä\t字\n🙂 \u200fש', 'ä\t字\n🙂 \u200fש'],
])('a terminal is not acted on by %s', (_what, text, shown) => {
  expect(showControls(text, true)).toBe(shown);
});

test('colours go through where there are colours', () => {
  const styled = '\x1b[31merror\x1b[39m \x1b[1m\x1b[8mhidden';
  expect(showControls(styled, true)).toBe('\x1b[31merror\x1b[39m \x1b[1m␛[8mhidden');
  expect(showControls(styled, false)).toBe('␛[31merror␛[39m ␛[1m␛[8mhidden');
});
