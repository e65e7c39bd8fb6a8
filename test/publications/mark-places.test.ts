import type { RootContent } from 'mdast';
import { toString as nodesToString } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { markPlaces } from '../../src/publications/mark-places.ts';
import { parse } from '../content/syntax/outline.ts';

/** A node a line: a place with what it asks for, else the type and the text. */
async function show(source: string, cited: string[] = []): Promise<string[]> {
  const { root } = await parse(source);
  markPlaces(root, cited);
  return root.children.map(showNode);
}

function showNode(node: RootContent): string {
  if (node.type === 'fencedDiv') return `div(${(node.children as RootContent[]).map(showNode).join(', ')})`;
  if (node.type !== 'publicationPlace') return `${node.type} ${nodesToString(node)}`;
  const { keys, hidesAuthors, data, position } = node;
  return [
    `place ${position?.start.line}`,
    keys && `[${keys.join(' ')}]`,
    hidesAuthors && 'without names',
    Object.entries(data?.attributes?.values ?? {})
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
  ]
    .filter(Boolean)
    .join(' ');
}

test.each<[string, string[]]>([
  ['::: publications\n:::', ['place 1']],
  ['::: {.publications type=journal}\n:::', ['place 1 type=journal']],
  ['::: {.short .publications}\n:::', ['place 1']],
  ['::: note\ntext\n:::', ['div(paragraph text)']],
  ['::: {type=journal}\ntext\n:::', ['div(paragraph text)']],
  // What stands in a block is what it prints; text stays before its list.
  ['::: publications\ntext\n\n- [@a]\n- [@b]\n\n[@c]\n:::', ['paragraph text', 'place 1 [a b c]']],
  ['::: publications\n[-@a]\n\n[-@b]\n:::', ['place 1 [a b] without names']],
  ['::: publications\n[-@a]\n\n[@b]\n:::', ['place 1 [a b]']],
  [':::: publications\n::: {.publications type=journal}\n:::\n::::', ['place 1']],
  ['::: note\n[@a]\n:::', ['div(place 2 [a])']],
])('finds the blocks of %j', async (source, expected) => {
  expect(await show(source)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['[@a]', ['place 1 [a]']],
  ['[@a; @b], [-@c].', ['place 1 [a b c]']],
  ['[-@a]\n[-@b]', ['place 1 [a b] without names']],
  ['[@*]', ['place 1 [*]']],
  ['- [@a]\n- [-@b]\n', ['place 1 [a b]']],
  ['- [-@a]\n- [-@b]\n', ['place 1 [a b] without names']],
  // These are text.
  ['As [@a] says', ['paragraph As [@a] says']],
  ['@a', ['paragraph @a']],
  ['[see @a]', ['paragraph [see @a]']],
  ['[@a, p. 3]', ['paragraph [@a, p. 3]']],
  ['[@a] ![](b.png)', ['paragraph [@a] ']],
  ['me@example.org', ['paragraph me@example.org']],
  ['@', ['paragraph @']],
  ['- [@a]\n- text', ['list [@a]text']],
  ['- [@a]\n\n  text', ['list [@a]text']],
  ['- > [@a]', ['list [@a]']],
  ['> [@a]', ['blockquote [@a]']],
])('finds the citations that stand alone in %j', async (source, expected) => {
  expect(await show(source)).toEqual(expected);
});

test("prints in pandoc's block what is cited, or all, and leaves the citations in the text", async () => {
  const source = '[@a]\n\n::: {#refs}\ntext\n:::';
  expect(await show(source, ['a', 'b'])).toEqual(['paragraph [@a]', 'paragraph text', 'place 3 [a b]']);
  expect(await show(source)).toEqual(['paragraph [@a]', 'paragraph text', 'place 3']);
});

test.each<[string, string[]]>([
  ['## Mine {.publications type=book}', ['heading Mine', 'place 1 type=book']],
  [
    '## Mine {.publications}\n\ntext\n\n### Deeper\n\n## Next',
    ['heading Mine', 'paragraph text', 'heading Deeper', 'place 1', 'heading Next'],
  ],
  ['## Mine {.publications}\n\n::: publications\n:::', ['heading Mine', 'place 3']],
  ['## Mine {.publications}\n\n::: note\n::: publications\n:::\n:::', ['heading Mine', 'div(place 4)']],
  ['## One {.publications}\n\n## Two {.publications}', ['heading One', 'place 1', 'heading Two', 'place 3']],
  ['## Mine {.other}', ['heading Mine']],
  // A section with this title is one, if it is empty and there is no other place.
  ['## Publications', ['heading Publications', 'place 1']],
  ['## *Veröffentlichungen*:\n\n## Next', ['heading Veröffentlichungen:', 'place 1', 'heading Next']],
  ['## Publications\n\n### Books', ['heading Publications', 'heading Books']],
  ['## Publications\n\ntext', ['heading Publications', 'paragraph text']],
  ['## Publications\n\n## Mine\n\n[@a]', ['heading Publications', 'heading Mine', 'place 5 [a]']],
  [
    '## Publications\n\n## Mine\n\n::: note\n[@a]\n:::',
    ['heading Publications', 'heading Mine', 'div(place 6 [a])'],
  ],
])('finds the sections of %j', async (source, expected) => {
  expect(await show(source)).toEqual(expected);
});
