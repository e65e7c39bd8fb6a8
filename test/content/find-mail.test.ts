import { expect, test } from 'vitest';
import { findMail } from '../../src/content/find-mail.ts';

test.each([
  ['write to ada@example.org.', ['ada@example.org']],
  ['<a.b+c@example.co.uk>, d@例え.jp', ['a.b+c@example.co.uk', 'd@例え.jp']],
  ['（a@b.org）；c@d.org、e', ['a@b.org', 'c@d.org']],
  ['a@b@c.org', ['a@b@c.org']],
  ['@a.org a@.org a@b a@b.c a.org@b me at example.org', []],
])('%s', (text, expected) => {
  const found = findMail(text);
  expect(found.map(({ address }) => address)).toEqual(expected);
  for (const { address, index } of found) expect(text.slice(index).startsWith(address)).toBe(true);
});
