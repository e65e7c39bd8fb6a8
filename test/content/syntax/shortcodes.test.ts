import { expect, test } from 'vitest';
import { parse } from './outline.ts';

test('GitHub’s shortcodes are emoji, at their places', async () => {
  expect((await parse('## :mortar_board: Studies\n\nGood :+1::house: *x:email:* :100:\n')).placed).toBe(
    [
      'heading@1:1-1:26 2: text@1:4-1:18 "🎓" text@1:18-1:26 " Studies"',
      'paragraph@3:1-3:34: text@3:1-3:6 "Good " text@3:6-3:17 "👍🏠" text@3:17-3:18 " " emphasis@3:18-3:28(text@3:19-3:27 "x:email:") text@3:28-3:29 " " text@3:29-3:34 "💯"',
    ].join('\n'),
  );
});

test.each([
  ['times and ratios', '10:30:00, 10:100:00, :100:1, 3:1:2, ab:house:'],
  ['C++ and URNs', 'std::vector::x: urn:isbn:x ::house:'],
  ['names that GitHub does not have', ':octocat: :constructor: :__proto__: :no-such-thing:'],
  ['code', '`:house:` and <code>:house:</code>'],
  ['code in fences', '```\n:house:\n```'],
  ['addresses', 'https://x.org/:house:/?a=:house: <https://x.org/?:house:>'],
  ['a colon that is escaped', '\\:house: and \\:mortar\\_board:'],
])('not %s', async (_, markdown) => {
  expect((await parse(markdown)).tree).not.toMatch(/[^\x00-\x7F]/);
});

test('links keep their targets', async () => {
  expect((await parse('[:house: Home](https://x.org/:house:/ ":email:")\n')).tree).toBe(
    'paragraph: link <https://x.org/:house:/> \':email:\'(text "🏠" text " Home")',
  );
});

test('what is known beside what is not, and beside an escaped one', async () => {
  expect((await parse('\\:house: :octocat::house: a\n')).placed).toBe(
    'paragraph@1:1-1:28: text@1:1-1:10 ":house: " text@1:10-1:26 ":octocat:🏠" text@1:26-1:28 " a"',
  );
  expect((await parse(':mortar\\_board: BSc\n')).placed).toBe(
    'paragraph@1:1-1:20: text@1:1-1:16 "🎓" text@1:16-1:20 " BSc"',
  );
});

test('where the source is written otherwise, the place is that of the whole text', async () => {
  expect((await parse('A &colon;house: b\n')).placed).toBe(
    'paragraph@1:1-1:18: text@1:1-1:18 "A " text@1:1-1:18 "🏠" text@1:1-1:18 " b"',
  );
  expect((await parse('<p>a :house: and *b :email:*</p>\n')).tree).toContain('🏠');
});
