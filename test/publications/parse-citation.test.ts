import { expect, test } from 'vitest';
import { parseCitations } from '../../src/publications/parse-citation.ts';

function show(text: string): string[] {
  return parseCitations(text).map(
    ({ start, end, isBracketed, cites }) =>
      `${text.slice(start, end)} ${isBracketed ? 'bracketed' : 'bare'}: ${cites
        .map(
          ({ key, hidesAuthors, prefix, suffix }) => `${prefix}|${hidesAuthors ? '-' : ''}${key}|${suffix}`,
        )
        .join(' ')}`,
  );
}

test.each([
  ['[@a]', ['[@a] bracketed: |a|']],
  ['[-@a]', ['[-@a] bracketed: |-a|']],
  ['[@*]', ['[@*] bracketed: |*|']],
  ['[a; @b]', ['@b bare: |b|']],
  ['[@a; @b]', ['[@a; @b] bracketed: |a| |b|']],
  ['[see @a, p. 3; also -@b]', ['[see @a, p. 3; also -@b] bracketed: see|a|p. 3 also|-b|']],
  ['As @a says, [@b].', ['@a bare: |a|', '[@b] bracketed: |b|']],
  ['[@b] and @c.', ['[@b] bracketed: |b|', '@c bare: |c|']],
  ['[@DBLP:conf/icml/ZhangW25]', ['[@DBLP:conf/icml/ZhangW25] bracketed: |DBLP:conf/icml/ZhangW25|']],
  ['[@{key, with:}]', []],
  ['[@{a.b,}]', ['[@{a.b,}] bracketed: |a.b,|']],
  ['@huff_us-japan_2021.', ['@huff_us-japan_2021 bare: |huff_us-japan_2021|']],
  ['[@张2025]', ['[@张2025] bracketed: |张2025|']],
])('finds the citations of %s', (text, expected) => {
  expect(show(text)).toEqual(expected);
});

test.each(['me@example.org', '[me@example.org]', 'https://mastodon.social/@me', '[a]', '[@]', 'a@@b'])(
  'finds none in %s',
  (text) => {
    expect(show(text)).toEqual([]);
  },
);

test('ends with input that invites to go back', () => {
  for (const piece of ['[@', '[@a;', '@', '@a', '[', ';@'])
    expect(parseCitations(`[${piece.repeat(50_000)}`)).toBeInstanceOf(Array);
}, 20_000);
