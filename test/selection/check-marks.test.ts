/** A mistyped tag is a warning at its line, wherever a tag may stand. */
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCv } from '../../src/content/parse-cv.ts';

async function problemsOf(body: string, keys = ''): Promise<string[]> {
  const value = `---\nname: Ada\n${keys}variants: { industry: { include: [teaching] } }\n---\n\n## A {.teaching}\n\n${body}\n`;
  const vfile = new VFile({ path: 'cv.md', value });
  await parseCv(vfile);
  return vfile.messages.map(
    ({ line, ruleId, note }) => `${line} ${ruleId} ${/^Did you mean [^?]*\?/.exec(note ?? '')?.[0]}`,
  );
}

test.each([
  ['a heading of a section', '## B {.teachng}\n\nx', 8],
  ['a heading of an entry', '### Analyst | Bank | 2019 {.teachng}\n\nx', 8],
  ['a heading over a line', 'B {.teachng}\n---\n\nx', 8],
  ['a field', '### [Analyst]{.teachng} | Bank | 2019', 8],
  ['a strong field', '### **Analyst**{.teachng}, *Bank*, 2019', 8],
  ['a date', '### Analyst | Bank | [2019]{.teachng}', 8],
  ['an entry in a paragraph', '**Analyst** | Bank | 2019 {.teachng}', 8],
  ['an item', '- x {.teachng}', 8],
  ['an item with a date', '- 2019: Medal {.teachng}', 8],
  ['an item of several paragraphs', '- x {.teachng}\n\n  y', 8],
  ['an item in an item', '- y\n  1. x {.teachng}', 9],
  ['an item of tasks', '- [x] y {.teachng}', 8],
  ['a labelled item', '**Languages:** French {.teachng}', 8],
  ['a term', 'Term {.teachng}\n: x', 8],
  ['a definition', 'Term\n: x {.teachng}', 9],
  ['a paragraph', 'x {.teachng}', 8],
  ['a paragraph, below it', 'x\n\n{.teachng}', 8],
  ['a line of a paragraph', 'x\ny {.teachng}', 8],
  ['a span', 'a [x]{.teachng} b', 8],
  ['a span in a span', 'a [b [x]{.teachng}]{.teaching}', 8],
  ['a link', 'a [x](https://a.example){.teachng}', 8],
  ['an image', '![x](https://a.example/a.png){.teachng}', 8],
  ['code in a line', '`x`{.teachng}', 8],
  ['a block of code', '```{.python .teachng}\nx\n```', 8],
  ['a div', '::: {.teachng}\nx\n:::', 8],
  ['a div by its name', '::: teachng\nx\n:::', 8],
  ['a div in a div', ':::: teaching\n::: teachng\nx\n:::\n::::', 9],
  ['a block of publications', '::: publications {.teachng}\n:::', 8],
  ['a cell', '| a | b |\n|---|---|\n| c | x {.teachng} |', 10],
  ['a quote', '> x {.teachng}', 8],
  ['a footnote', 'x[^1]\n\n[^1]: y {.teachng}', 10],
  ['an element of HTML', '<ul><li class="teachng">x</li></ul>', 8],
])('on %s', async (_what, body, line) => {
  const problems = (await problemsOf(body)).filter((one) => one.includes('unknown-tag'));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${line} unknown-tag Did you mean .\\.?teaching`));
});

test('in the texts and lists of the front matter', async () => {
  expect(await problemsOf('x', 'summary: "a [b]{.teachng}"\n')).toContain(
    '3 unknown-tag Did you mean `.teaching`?',
  );
  expect(await problemsOf('x', 'footer: "a [b]{.teachng}"\n')).toContain(
    '3 unknown-tag Did you mean `.teaching`?',
  );
  expect(await problemsOf('x {.industry}', 'private: [emial]\n')).toContain(
    '3 unknown-private-field Did you mean `email`?',
  );
  const slip = new VFile({
    path: 'cv.md',
    value:
      '---\nname: Ada\nvariants: { a: { include: [teachng], exclude: [lng] } }\n---\n\n## A {.teaching}\n\nx {.long}\n',
  });
  await parseCv(slip);
  expect(slip.messages.map(({ line, ruleId, note }) => `${line} ${ruleId} ${note?.slice(0, 30)}`)).toEqual(
    expect.arrayContaining(['3 unused-tag Did you mean `teaching`?', '3 unused-tag Did you mean `long`?']),
  );
});

test('where the CV has no variants, what mdcv knows is near', async () => {
  const vfile = new VFile({
    path: 'cv.md',
    value: '# Ada\n\n## A {.privat}\n\nx {langg=de}\n\ny {.zzzzzz}\n',
  });
  await parseCv(vfile);
  expect(vfile.messages.map(({ note }) => /^Did you mean [^?]*\?/.exec(note ?? '')?.[0])).toEqual([
    'Did you mean `.private`?',
    'Did you mean `lang=`?',
    undefined,
  ]);
});

test('a mark that marks nothing is told, and printed', async () => {
  const misplaced = async (body: string): Promise<string[]> =>
    (await problemsOf(body))
      .filter((one) => one.includes('misplaced'))
      .map((one) => one.split(' ')[0] as string);
  expect(await misplaced('- {.teaching} x\n- y')).toEqual(['8']);
  expect(await misplaced('x\n\n**2019** {.industry} | Org {.private}')).toEqual(['10']);
  expect(await misplaced('- {.privat} x {a=b} {lang=de} y')).toEqual(['8', '8']);
  expect(await misplaced('\\{.teaching} x and {a=b} {.other} y\n\n[x {y}]{.teaching}')).toEqual([]);
});
