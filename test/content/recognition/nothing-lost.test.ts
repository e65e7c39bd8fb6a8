import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { toCv } from '../../../src/content/recognition/to-cv.ts';
import { parseMarkdown } from '../../../src/content/syntax/parse-markdown.ts';
import { textsOfCv, textsOfTree, wordsOf } from './words.ts';

async function lose(source: string): Promise<{ lost: string[]; added: string[] }> {
  const vfile = new VFile({ path: 'cv.md', value: source });
  const { root, frontMatter } = await parseMarkdown(vfile);
  const before = wordsOf(textsOfTree(root));
  const after = wordsOf(textsOfCv(toCv(root, { ...frontMatter, contacts: [] }, vfile)));
  return { lost: without(before, after), added: without(after, before) };
}

function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const fixtures = join(import.meta.dirname, '../../fixtures/content');

/** What a fixture loses on purpose: words for the document, titles of contact sections, heads of tables, repeated contacts. */
const meant: Readonly<Record<string, string[]>> = {
  'contact-section': ['Контакты'],
  'empty-heading': ['Curriculum', 'Vitae'],
  'odd-contacts': ['Contact'],
  'partly-contacts': ['example', 'oneil', 'sam'],
  tables: ['Award', 'Place', 'Year'],
};

test.each(readdirSync(fixtures))('loses no word of %s', async (name) => {
  const { lost } = await lose(readFileSync(join(fixtures, name, 'cv.md'), 'utf8'));
  expect(lost).toEqual(meant[name] ?? []);
});

const words = [
  'alpha',
  'Beta',
  'gamma.',
  '北京',
  'C++',
  'x@y.org',
  'y.org',
  '2019',
  'May 2019',
  '2019–2021',
  '2018 -',
  '(2020)',
];
const joints = [' ', ', ', ' | ', ' · ', ' - ', ' — ', ': ', '\n', '  \n', '; ', ' @ '];
const wraps = ['', '', '', '**', '*', '`'];

const word = fc
  .tuple(fc.constantFrom(...words), fc.constantFrom(...wraps))
  .map(([text, wrap]) => `${wrap}${text}${wrap}`);
const line = fc
  .array(fc.tuple(word, fc.constantFrom(...joints)), { minLength: 1, maxLength: 6 })
  .map((pieces) =>
    pieces.map(([text, joint], index) => (index < pieces.length - 1 ? text + joint : text)).join(''),
  );
const heading = fc
  .tuple(fc.constantFrom('#', '##', '###', '####'), line)
  .map(([marks, text]) => `${marks} ${text.replace(/\s+/gu, ' ')}`);
const list = fc
  .array(line, { minLength: 1, maxLength: 3 })
  .map((items) => items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n'));
const definitions = fc
  .tuple(line, fc.array(line, { minLength: 1, maxLength: 3 }))
  .map(([term, all]) =>
    [term.replace(/\s+/gu, ' '), ...all.map((one) => `: ${one.replaceAll('\n', '\n  ')}`)].join('\n'),
  );
const quote = line.map((text) => `> ${text.replaceAll('\n', '\n> ')}`);
const table = fc
  .array(fc.tuple(word, line), { minLength: 1, maxLength: 3 })
  .map((rows) =>
    [
      '| | |',
      '|-|-|',
      ...rows.map((row) => `| ${row.map((cell) => cell.replace(/[\s|]+/gu, ' ')).join(' | ')} |`),
    ].join('\n'),
  );
const block = fc.oneof(line, heading, heading, list, definitions, quote, table, fc.constant('---'));

test('loses no word of any document, and makes none up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 12 }), async (blocks) => {
      // A contact that is there twice is printed once, so each has its own host here.
      let hosts = 0;
      const source = blocks.join('\n\n').replace(/y(?=\.org)/gu, () => `y${hosts++}`);
      const { lost, added } = await lose(source);
      const written = new Set(source.match(/[\p{L}\p{M}\p{N}]+/gu));
      expect([lost, added.filter((one) => !written.has(one))]).toEqual([[], []]);
    }),
    // Found before.
    {
      numRuns: 400,
      examples: [
        [['2018', '(2020)', '- 2018 - alpha']],
        [['- 2018 - alpha', '# alpha, 北京 — 2018 - - (2020) - y.org', 'alpha']],
      ],
    },
  );
});
