import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { parse } from './outline.ts';

function depthOf(tree: string): number {
  return Math.max(...tree.split('\n').map((line) => line.length - line.trimStart().length)) / 2;
}

test('500 levels of lists become 32 with a warning, and no item is lost', async () => {
  const source = Array.from(
    { length: 500 },
    (_, level) => `${'  '.repeat(level)}- x${level}\n\n${'  '.repeat(level + 1)}y${level}\n`,
  ).join('');
  const { tree, problems } = await parse(source);
  expect(depthOf(tree)).toBe(64);
  expect(tree.match(/"[xy]\d+"/g)).toHaveLength(1000);
  expect(problems).toEqual(['97:65 too-deep']);
});

test('lists that begin on one line', async () => {
  const { tree, problems } = await parse(`${'- '.repeat(500)}x\n`);
  expect(depthOf(tree)).toBe(64);
  expect(tree).toContain('text "x"');
  expect(problems).toEqual(['1:65 too-deep']);
  expect((await parse(`${'- '.repeat(32)}T\n${'  '.repeat(32)}: d\n`)).tree).toContain(': d');
});

test('10,000 quotes become 16, also with definitions and HTML in them', async () => {
  const { tree, problems } = await parse(`${'>'.repeat(10_000)} T\n${'> '.repeat(10_000)}: d\n`);
  expect(depthOf(tree)).toBe(18);
  expect(problems).toEqual(['1:1 too-deep']);
  const html = await parse(`${'>'.repeat(20)} <div>\n${'>'.repeat(20)} # T\n`);
  expect(html.tree).toContain('heading 1: text "T"');
});

test('emphasis deeper than 250 becomes text', async () => {
  const { tree, problems } = await parse(`${'*a **b '.repeat(200)}c${' b** a*'.repeat(200)}\n`);
  expect(tree).toContain(' c ');
  expect(problems).toEqual(['1:869 too-deep']);
});

test('a long file is parsed in parts, with lists and references across them', async () => {
  const items = Array.from(
    { length: 400 },
    (_, index) => `- item ${index} [a][r] with words\n  - inner\n`,
  ).join('');
  const terms = Array.from(
    { length: 400 },
    (_, index) => `Term ${index} with some words\n: def ${index}[^n]\n`,
  ).join('');
  const sections = Array.from(
    { length: 400 },
    (_, index) => `## Section ${index}\n\nText with *words* [b][r]\n\n1) x\n\n`,
  ).join('');
  const { tree, problems, vfile, placed } = await parse(
    `[r]: http://x.y\n\n${items}\n* other\n\n${terms}\n${sections}\n[^n]: note\n`,
  );
  expect(problems).toEqual([]);
  const top = tree.split('\n').filter((line) => /^\S/.test(line));
  expect(top.slice(0, 5)).toEqual([
    'list',
    'list',
    'definitionList',
    'heading 2: text "Section 0"',
    'paragraph: text "Text with " emphasis(text "words") text " " link <http://x.y>(text "b")',
  ]);
  expect(top).toHaveLength(4 + 400 * 3);
  expect(tree.match(/link <http:\/\/x\.y>\(text "a"\)/g)).toHaveLength(400);
  expect(tree.match(/footnoteReference \[n\]/g)).toHaveLength(400);
  expect(tree.match(/footnoteDefinition/g)).toHaveLength(1);
  const line = String(vfile).split('\n').indexOf('## Section 399') + 1;
  expect(placed).toContain(`heading@${line}:1-${line}:15 2: text@${line}:4-${line}:15 "Section 399"`);
});

test('a number other than 1 within a paragraph begins no list, wherever the text is cut', async () => {
  const { tree } = await parse(`${'word '.repeat(10)}\n2. x\n3. y\n`.repeat(400));
  expect(tree.split('\n')).toHaveLength(1);
});

test.each([
  ['100,000 letters without a space', 'a'.repeat(100_000)],
  ['500 KB of sections', '## Heading\n\nSome *text* with **bold**\n\n- one\n- two\n\n'.repeat(10_000)],
  ['opening Liquid', '{{'.repeat(50_000)],
  ['opening comments', '<!-- '.repeat(50_000)],
  ['backticks', Array.from({ length: 300 }, (_, index) => `a${'`'.repeat(index)}`).join('')],
  ['braces', '{'.repeat(50_000)],
  ['blanks', `${' '.repeat(100_000)}x${' '.repeat(100_000)}`],
  ['colons', 'a: '.repeat(30_000)],
  ['tags', '<b>a'.repeat(3000)],
  ['fences', '```\n'.repeat(20_001)],
])('%s take linear time', async (_name, source) => {
  // Quadratic time would be beyond the runner's limit.
  expect(await parse(source)).toBeDefined();
});

test('no input throws, loses its place or leaves a node that only parsers know', async () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      ' ',
      '\n',
      '\n\n',
      '\t',
      '  ',
      '    ',
      '- ',
      '1. ',
      '> ',
      ': ',
      '~ ',
      ':::',
      '::: x',
      '{.private}',
      '{#a}',
      '[',
      ']',
      '(',
      ')',
    ],
    ...[
      '*',
      '**',
      '_',
      '`',
      '```',
      '~~~',
      '<b>',
      '</b>',
      '<div>',
      '</div>',
      '<table>',
      '<td>',
      '<li>',
      '<p>',
      '<br>',
      '<!--',
      '-->',
      '<',
    ],
    ...[
      '{{',
      '}}',
      '{%',
      '%}',
      '{:',
      '}',
      '$',
      '\\',
      '# ',
      '---',
      '|',
      '|-|',
      '[^1]',
      '[^1]: ',
      '[r]: u',
      '{=latex}',
      'me@x.org',
      '\r\n',
      'é',
      '🎓',
      '&amp;',
    ],
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 40 }),
      fc.constantFrom('', '---\nmath: true\nraw: latex\n---\n'),
      async (pieces, head) => {
        const source = head + pieces.join('');
        const { root, placed, vfile } = await parse(source);
        expect(misplaced(root)).toEqual([]);
        expect(placed).not.toMatch(/@\?|\b(?:html|definition|linkReference|imageReference)@/);
        const lines = source.split(/\r\n|\n|\r/).length;
        for (const message of vfile.messages) expect(message.line).toBeLessThanOrEqual(lines);
      },
    ),
    { numRuns: 1500 },
  );
}, 60_000);

/** `parent > child` for each node that mdast does not allow where it stands. */
function misplaced(node: Nodes): string[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => [
    ...(allowed(node.type).has(child.type) ? [] : [`${node.type} > ${child.type}`]),
    ...misplaced(child),
  ]);
}

const parts: Record<string, string> = {
  list: 'listItem',
  table: 'tableRow',
  tableRow: 'tableCell',
  definitionList: 'definitionTerm definitionDescription',
};
const flow =
  'blockquote code definitionList fencedDiv footnoteDefinition heading list paragraph rawLatex table thematicBreak';
const phrasing =
  'break delete emphasis footnoteReference image inlineCode inlineMath link rawLatex small span strong subscript ' +
  'superscript text underline';

function allowed(type: string): Set<string> {
  const isFlow = /^(?:root|blockquote|listItem|fencedDiv|footnoteDefinition|definitionDescription)$/.test(
    type,
  );
  return new Set((parts[type] ?? (isFlow ? flow : phrasing)).split(' '));
}

test('no word is lost, whatever stands around it', async () => {
  // Without what is meant to vanish: comments, attributes, addresses, Liquid.
  const piece = fc.constantFrom(
    ...[
      'W',
      'W',
      'W',
      ' ',
      '\n',
      '\n\n',
      '\t',
      '  ',
      '    ',
      '- ',
      '1. ',
      '> ',
      ': ',
      '~ ',
      '\n:::\n',
      '\n::: x\n',
    ],
    ...[
      '*',
      '**',
      '_',
      '`',
      '\n```\n',
      '~~~',
      '<b>',
      '</b>',
      '<div>',
      '</div>',
      '<table>',
      '</table>',
      '<tr>',
      '<td>',
    ],
    ...[
      '<li>',
      '<ul>',
      '</ul>',
      '<p>',
      '</p>',
      '<dd>',
      '<br>',
      '<h2>',
      '</h2>',
      '<pre>',
      '</pre>',
      '<a href=x>',
      '</a>',
    ],
    ...[
      '<x-y>',
      '<',
      '<select>',
      '<title>',
      '<textarea>',
      '<plaintext>',
      '<iframe>',
      '<svg>',
      '<script>',
      '# ',
      '---',
      '|',
    ],
    ...['\n|-|-|\n', '\\', '$', '&', '!', '[', ']'],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const source = `Text\n\n${pieces.map((text, index) => (text === 'W' ? `W${index}x` : text)).join('')}`;
      // Nor tags, declarations, definitions and languages of code that are made of the words themselves.
      // `<!# W>` is what a browser takes for a comment.
      fc.pre(!/<\/?W|<!(?!--)[^>]*W|\]:|^[\s>*\-.\d:~]*```[^\n`]*W|~~~[^\n]*W/m.test(source));
      const { tree } = await parse(source);
      expect([...new Set(tree.match(/W\d+x/g))].sort()).toEqual([...new Set(source.match(/W\d+x/g))].sort());
    }),
    { numRuns: 1500 },
  );
}, 60_000);
