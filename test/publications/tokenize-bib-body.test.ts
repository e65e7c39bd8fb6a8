import { expect, test } from 'vitest';
import { tokenizeBibBody } from '../../src/publications/tokenize-bib-body.ts';

/** Kind and text of each token, or where it fails and why. */
function show(text: string, end = text.length): string[] {
  const tokens = tokenizeBibBody(text, 0, end);
  if ('reason' in tokens) return [`! ${tokens.at} ${tokens.reason}`];
  return tokens.map((token) => `${token.kind} ${text.slice(token.start, token.end)}`);
}

test.each([
  ['k, f = {x}', ['word k', ', ,', 'word f', '= =', 'group {x}']],
  ['f={a {b} "c" d}', ['word f', '= =', 'group {a {b} "c" d}']],
  ['"a {"} b"', ['group "a {"} b"']],
  ['{a}#"b"#c', ['group {a}', '# #', 'group "b"', '# #', 'word c']],
  // A backslash guards no brace, as in BibTeX.
  ['{\\{x\\}}', ['group {\\{x\\}}']],
  ['a % b, {\n % c\nd', ['word a', 'word d']],
  ['{a % }', ['group {a % }']],
  ['a-1:(b)', ['word a-1:(b)']],
  [' \n', []],
  ['', []],
])('cuts %j', (text, expected) => {
  expect(show(text)).toEqual(expected);
});

test.each([
  ['a, {b {c}', '! 3 the brace that opens here is not closed'],
  ['f = "b', '! 4 the quote that opens here is not closed'],
  ['f = "b} c"', '! 4 the quote that opens here is not closed'],
  ['f = b}', '! 5 nothing opens the brace that closes here'],
])('refuses %j', (text, expected) => {
  expect(show(text)).toEqual([expected]);
});

test('reads nothing behind the end', () => {
  expect(show('a, {b} }', 6)).toEqual(['word a', ', ,', 'group {b}']);
  expect(show('a, {b} }', 5)).toEqual(['! 3 the brace that opens here is not closed']);
  expect(show('"a" x', 2)).toEqual(['! 0 the quote that opens here is not closed']);
});
