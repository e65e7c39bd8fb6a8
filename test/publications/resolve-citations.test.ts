import { toString as nodesToString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import {
  findCitedKeys,
  resolveCitations,
  resolveWholeCitations,
} from '../../src/publications/resolve-citations.ts';
import { show } from '../content/recognition/phrasing.ts';
import { parse } from '../content/syntax/outline.ts';

const known: Record<string, { names: string; year: string }> = {
  a: { names: 'Wei', year: '2020' },
  bcdef: { names: 'Li and Wei', year: 'in press' },
  dateless: { names: 'Hopper', year: '' },
  nameless: { names: '', year: '2021' },
  empty: { names: '', year: '' },
};

async function cite(source: string): Promise<{ text: string; messages: string[] }> {
  const { root, vfile } = await parse(source);
  resolveCitations(root, (key) => known[key], Object.keys(known), vfile);
  const messages = vfile.messages.map(
    ({ name, ruleId, reason, note }) => `${name} ${ruleId} ${reason}. ${note}`,
  );
  return { text: nodesToString(root), messages };
}

test.each([
  ['As [@a] says', 'As (Wei 2020) says'],
  ['[-@a]', '(2020)'],
  ['[see @a, p. 3; also -@bcdef]', '(see Wei 2020, p. 3; also in press)'],
  ['@a and -@a say', 'Wei (2020) and 2020 say'],
  ['@{a}, *[@bcdef]*', 'Wei (2020), (Li and Wei in press)'],
  // What lacks a year or names.
  ['[@dateless], @dateless, [-@dateless]', '(Hopper), Hopper, (Hopper)'],
  ['[@nameless], @nameless', '(2021), 2021'],
  ['[@empty] @empty [-@empty]', '(empty) empty (empty)'],
  // Other uses of the sign.
  ['me@example.org @someone [@*] `[@a]`', 'me@example.org @someone [@*] [@a]'],
  ['a @ b', 'a @ b'],
])('sets the citations of %s', async (source, text) => {
  expect(await cite(source)).toEqual({ text, messages: [] });
});

test('warns of keys in brackets that no entry has, and leaves the text', async () => {
  expect(await cite('First\n\nAs [@a; @bcdeg] and [@zzzzz]')).toEqual({
    text: 'FirstAs [@a; @bcdeg] and [@zzzzz]',
    messages: [
      'cv.md:3:4 unknown-citation Cannot find `@bcdeg`, no bibliography has this key. Did you mean `@bcdef`?',
      'cv.md:3:21 unknown-citation Cannot find `@zzzzz`, no bibliography has this key. Check the key, or write `\\@` if no publication is meant.',
    ],
  });
});

test('finds the keys that a text cites, each once', async () => {
  const { root } = await parse('As [@b; @a] and *@b* say\n\n- [@c], [@*]\n\nme@example.org `@d` [@none]');
  expect(findCitedKeys(root, (key) => key !== 'none')).toEqual(['b', 'a', 'c', '*']);
});

test.each([
  ['- text\n  - [@a]', ['text', 'a with names']],
  ['- text\n  - [-@a; -@b]', ['text', 'a⏎b']],
  ['2020\n: [@a]', ['a with names']],
  ['[@a] says', ['[@a] says']],
  ['[@a; @none]', ['[@a; @none]']],
  ['[@none]', ['[@none]']],
])('sets publications in full in %j', async (source, expected) => {
  const { root } = await parse(source);
  resolveWholeCitations(root, (key, hidesAuthors) =>
    key === 'none' ? undefined : [{ type: 'text', value: hidesAuthors ? key : `${key} with names` }],
  );
  const shown: string[] = [];
  visit(root, 'paragraph', ({ children }) => void shown.push(String(show(children))));
  expect(shown).toEqual(expected);
});
