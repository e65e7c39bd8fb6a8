/** Tags and languages on HTML's elements, in what is left of a CV for each edition. */
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import type { Edition } from '../../../src/model/edition.ts';
import { showCv } from '../recognition/show-cv.ts';

const front = `---
name: Ada Lovelace
lang: [en, de]
variants: { industry: {}, academic: {} }
---

`;

async function read(
  body: string,
  edition: Edition = {},
  isPublic = false,
): Promise<{ shown: string; problems: string[] }> {
  const vfile = new VFile({ path: 'cv.md', value: `${front}${body}\n` });
  const { cv } = await parseCv(vfile, { edition, isPublic });
  return {
    shown: showCv(cv),
    problems: vfile.messages.map(({ line, ruleId, reason, note }) => `${line} ${ruleId} ${reason} ${note}`),
  };
}

/** The words `x1`, `x2` … that are left. */
async function left(body: string, edition: Edition = {}): Promise<string> {
  const { shown, problems } = await read(body, edition);
  expect(problems).toEqual([]);
  return [...shown.matchAll(/x\d/g)].join(' ');
}

const tagged: [what: string, body: string, industry: string, academic: string][] = [
  [
    'headings, with all that is below',
    '<h2 class="industry">x1</h2>\n\nx2\n\n## A\n\nx3\n\n<h3 class="academic">x4 | Org | 2019</h3>\n\nx5',
    'x1 x2 x3',
    'x3 x4 x5',
  ],
  [
    'items, in lists of HTML',
    '## A\n\n<ul>\n<li class="industry">x1</li>\n<li>x2</li>\n<li class="academic">x3</li>\n</ul>',
    'x1 x2',
    'x2 x3',
  ],
  [
    'lists',
    '## A\n\n<ol class="industry"><li>x1</li></ol>\n\n<ul class="academic"><li>x2</li></ul>',
    'x1',
    'x2',
  ],
  [
    'cells, rows, parts of tables and tables',
    '## A\n\n<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr class="industry"><td>x1</td><td>y</td></tr>' +
      '<tr><td>z</td><td class="academic">x2</td></tr></tbody><tfoot class="academic"><tr><td>x3</td></tr></tfoot></table>\n\n' +
      '<table class="industry"><tr><td>x4</td></tr></table>',
    'x1 x4',
    'x2 x3',
  ],
  [
    'terms, definitions, quotes, code',
    '## A\n\n<dl><dt class="industry">T</dt><dd>x1</dd><dt>U</dt><dd class="academic">x2</dd></dl>\n\n' +
      '<blockquote class="industry">x3</blockquote>\n\n<pre class="academic">x4</pre>',
    'x1 x3',
    'x2 x4',
  ],
  [
    'paragraphs, sections, other blocks',
    '## A\n\n<p class="industry">x1</p>\n\n<form class="industry"><p>x3</p></form>\n\n<section class="academic">\n\n## B\n\nx2\n\n</section>',
    'x1 x3',
    'x2',
  ],
  [
    'words',
    '## A\n\na <b class="industry">x1</b> <em class="academic">x2</em> <a href="https://a.example" class="industry">x3</a> ' +
      '<font class="academic">x4</font> <q class="industry">x5</q> <code class="academic">x6</code> <span class="industry">x7</span>',
    'x1 x3 x5 x7',
    'x2 x4 x6',
  ],
  [
    'names of variants',
    '## A\n\n<p variant="industry">x1</p>\n\n<ul><li data-variants="academic industry">x2</li><li data-variant="academic">x3</li></ul>',
    'x1 x2',
    'x2 x3',
  ],
];

test.each(tagged)('tags on %s', async (_what, body, industry, academic) => {
  expect(await left(body, { variant: 'industry' })).toBe(industry);
  expect(await left(body, { variant: 'academic' })).toBe(academic);
});

test('languages', async () => {
  const body =
    '<h2 lang="en">x1</h2>\n<h2 lang="de">x2</h2>\n\n<ul><li lang="de">x3</li><li lang="en">x4 <i lang="la">x5</i></li></ul>';
  expect(await left(body, { lang: 'en' })).toBe('x1 x4 x5');
  expect(await left(body, { lang: 'de' })).toBe('x2 x3');
  const { problems } = await read('## A\n\n<ul><li lang="dee">x</li></ul>', { lang: 'en' });
  expect(problems).toEqual([
    expect.stringMatching(
      /^9 unknown-language Cannot tell which PDF a text in `dee` is for.* Did you mean `de`\?/,
    ),
  ]);
});

test('what is private or to be dropped first is that on any element', async () => {
  const body = '<h2 class="private">x1</h2>\n\nx2\n\n## A\n\n<ul><li class="private">x3</li><li>x4</li></ul>';
  expect((await read(body, {}, true)).shown).not.toMatch(/x[123]/);
});

test('a slip is told once, and classes for browsers are not', async () => {
  const body =
    '## A\n\n<ul class="fa-ul big">\n<li class="industri">x1</li>\n<li class="industri">x2</li>\n</ul>\n\n<h3 class="academi" id="h">B</h3>\n\nx3\n\n<p><b class="industy">x4</b></p>\n\n<div class="acadmic">x5</div>';
  const { problems } = await read(body, { lang: 'en' });
  expect(problems.map((one) => one.replace(/ none names.*mean/, ''))).toEqual([
    '10 unknown-tag Cannot tell which variants `.industri` is for, `.industry`? What is marked with it is in all of them. Tags are: industry, academic.',
    '14 unknown-tag Cannot tell which variants `.academi` is for, `.academic`? What is marked with it is in all of them. Tags are: industry, academic.',
    '18 unknown-tag Cannot tell which variants `.industy` is for, `.industry`? What is marked with it is in all of them. Tags are: industry, academic.',
    '20 unknown-tag Cannot tell which variants `.acadmic` is for, `.academic`? What is marked with it is in all of them. Tags are: industry, academic.',
  ]);
});

test('an image keeps its size', async () => {
  const body = '## A\n\n<img src="a.png" width="20" class="academic" id="i"> text';
  expect((await read(body, { variant: 'academic' })).shown).toContain('a.png');
  expect((await read(body, { variant: 'industry' })).shown).not.toContain('a.png');
});

test('what is marked stays what it is', async () => {
  const plain =
    '## A\n\n<ul><li>x1</li><li>x2</li></ul>\n\n<table><tr><td>a</td><td>b</td></tr></table>\n\n<h3>B | C | 2019</h3>';
  const marked = plain.replace(/<(li|td|tr|h3|ul|table)>/g, '<$1 class="industry">');
  expect((await read(marked, { variant: 'industry' })).shown).toBe(
    (await read(plain, { variant: 'industry' })).shown,
  );
});

test('code in fences has tags beside its language', async () => {
  const body =
    '## A\n\n```{.python .industry}\nx1\n```\n\n~~~ python {.academic}\nx2\n~~~\n\n``` {.python}\nx3\n```';
  expect(await left(body, { variant: 'industry' })).toBe('x1 x3');
  expect(await left(body, { variant: 'academic' })).toBe('x2 x3');
});
