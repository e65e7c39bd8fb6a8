import { toString as nodesToString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import type { BibEntry } from '../../src/publications/bib-entry.ts';
import { markPublications } from '../../src/publications/mark-publications.ts';
import { parse } from '../content/syntax/outline.ts';
import { createEntry } from './create-entry.ts';

const entries: BibEntry[] = [
  createEntry('article', {
    key: 'a',
    author: 'Hopper, Grace',
    title: 'One',
    journal: 'Nature',
    year: '2020',
  }),
  createEntry('article', {
    key: 'b',
    author: 'A, B and C, D and E, F',
    title: 'Two',
    year: 'in \\emph{press}',
  }),
  createEntry('misc', { key: 'c', author: 'Hopper, G.', title: 'Three', pubstate: 'submitted' }),
  createEntry('misc', { key: 'd', author: 'Hopper, G.', title: '\\unheardof Four' }),
];

/** The nodes of the tree: a place with its keys, else the text. */
async function mark(
  body: string,
  frontMatter = '',
): Promise<{ nodes: string[]; bold: string[]; messages: string[] }> {
  const parsed = await parse(`---\nbibliography: p.bib\n${frontMatter}\n---\n\n${body}\n`);
  markPublications(parsed.root, { entries, sources: [], inputs: [] }, parsed.frontMatter, parsed.vfile);
  const bold: string[] = [];
  visit(parsed.root, 'strong', (node) => void bold.push(nodesToString(node)));
  return {
    bold,
    nodes: parsed.root.children.map((node) =>
      node.type === 'publicationPlace' ? `place ${node.keys?.join(' ') ?? ''}` : nodesToString(node),
    ),
    messages: parsed.vfile.messages.map(({ name, reason }) => `${name} ${reason}`),
  };
}

test.each([
  [
    'As [@a; @b] and @c say, [@d] too',
    ['As (Hopper 2020; A et al. in press) and Hopper (submitted) say, (Hopper) too'],
  ],
  ['[@a; @b]', ['place a b']],
  ['2020\n: [@a]', ['2020Grace Hopper. One. Nature, 2020.']],
  ['2020\n: [-@a]', ['2020One. Nature, 2020.']],
  ['2020\n: [@b]', ['2020B A, D C, F E. Two. in press.']],
  ['## Publications', ['Publications', 'place ']],
])('sets %j', async (body, nodes) => {
  expect(await mark(body)).toEqual({ nodes, bold: [], messages: [] });
});

test('knows whose CV it is, and its language', async () => {
  const { nodes, bold } = await mark('2020\n: [@b]\n\n[@c], @b.', 'lang: de\nname: F. E');
  expect(nodes).toEqual(['2020B A, D C, F E. Two. im Druck.', '(Hopper eingereicht), A et al. (im Druck).']);
  expect(bold).toEqual(['F E']);
});

test('prints behind what is cited and `nocite` names', async () => {
  const refs = '\n\n::: {#refs}\n:::';
  expect((await mark(`As [@b] says${refs}`)).nodes).toEqual(['As (A et al. in press) says', 'place b']);
  expect((await mark(`As @b says${refs}`, "nocite: '@a, @b; @none'")).nodes[1]).toBe('place b a none');
  expect((await mark(`text${refs}`, "nocite: ['@a', '@c']")).nodes[1]).toBe('place a c');
  expect((await mark(`text${refs}`)).nodes[1]).toBe('place ');
  expect((await mark(`text${refs}`, "nocite: '@'")).nodes[1]).toBe('place ');
  // Beside it citations that stand alone are short.
  expect((await mark(`[@a]\n\n2020\n: [@a]${refs}`)).nodes).toEqual([
    '(Hopper 2020)',
    '2020(Hopper 2020)',
    'place a',
  ]);
});

test('warns of what no entry has, but not of what is wrong with an entry', async () => {
  expect((await mark('As [@aa] says, [@d] too')).messages).toEqual([
    'cv.md:6:4 Cannot find `@aa`, no bibliography has this key',
  ]);
});
