import { expect, test } from 'vitest';
import { parse } from './outline.ts';

const tree = async (source: string): Promise<string> => (await parse(source)).tree;

async function reasonsOf(source: string): Promise<string[]> {
  const { vfile } = await parse(source);
  return vfile.messages.map(
    (message) => `${message.line}:${message.column} ${message.ruleId} ${message.reason}`,
  );
}

test('comments vanish, whole sections with them, without a word', async () => {
  const { tree: found, problems } = await parse(
    'a <!-- b --> c<!-- d -->\n<!--\n## Hidden\n\ntext\n-->\n- x\n<!-- between -->\n- y\n\n<!----> e <!--> f <!---> g\n',
  );
  expect(found).toBe(
    [
      'paragraph: text "a c"',
      'list',
      '  listItem',
      '    paragraph: text "x"',
      '  listItem',
      '    paragraph: text "y"',
      'paragraph: text "e f g"',
    ].join('\n'),
  );
  expect(problems).toEqual([]);
});

test('a comment that is closed wrongly ends with its line, one that is never closed too', async () => {
  expect(await tree('<!--<--\none\n\n<!-- x ->\ntwo\n\n<!-- y -->\n')).toBe(
    'paragraph: text "one"\nparagraph: text "two"',
  );
  expect(await reasonsOf('<!--<--\none\n\n<!-- x ->\ntwo\n\n<!-- y -->\n')).toEqual([
    '1:1 unclosed-block Cannot find the end of this comment, expected `-->`',
    '4:1 unclosed-block Cannot find the end of this comment, expected `-->`',
  ]);
  expect(await tree('a\n<!-- open\nb')).toBe('paragraph: text "a"\nparagraph: text "b"');
  expect(await tree('a <!-- open')).toBe('paragraph: text "a"');
  expect(await tree('<!-- a --!> b')).toBe('paragraph: text "b"');
  expect(await tree('<!-----\nhidden\n-->\nb')).toBe('paragraph: text "b"');
});

test('Liquid goes with one warning', async () => {
  const source =
    '{% include base %}\n\n# A {{ site.title }}\n\n<ul>{% for x in\n  y %}\n</ul>\n\nend {{ a }}{{ b\n\n}}\n';
  expect(await tree(source)).toBe('heading 1: text "A"\nparagraph: text "end {{ b"\nparagraph: text "}}"');
  expect(await reasonsOf(source)).toEqual([
    '1:1 stripped-syntax Cannot run Liquid, so `{% include base %}` and 3 more is left out',
  ]);
});

test("Jekyll's attributes and chunks of R go", async () => {
  const source =
    'Text\n{: .no_toc #x}\n\n```{r setup, echo=FALSE}\nlibrary(x)\n```\n\nn = `r nrow(data)` but `r` and `r2 (x)`\n';
  expect(await tree(source)).toBe(
    'paragraph: text "Text"\nparagraph: text "n = but " inlineCode "r" text " and " inlineCode "r2 (x)"',
  );
  expect(await reasonsOf(source)).toEqual([
    '2:1 stripped-syntax Cannot run Jekyll attributes, so `{: .no_toc #x}` is left out',
    '4:1 stripped-syntax Cannot run R code, so ````{r setup, echo=FALSE} library(x) ```` and 1 more is left out',
  ]);
  expect((await reasonsOf(`{{ ${'x'.repeat(50)} }}`))[0]).toContain(`\`{{ ${'x'.repeat(36)}…\` is left out`);
});

test('code is left alone', async () => {
  expect(
    await tree(
      '`{{ a }}` ``<!-- ` {% b %}`` \\{{ c }} ` {: d}\n\n```\n{{ e }} <!-- f -->\n```\n\n- x\n\n  ~~~\n  {% g %}\n- {{ h }}y\n\n> ```\n> {{ i }}\n\n{{ j }}z\n',
    ),
  ).toBe(
    [
      'paragraph: inlineCode "{{ a }}" text " " inlineCode "<!-- ` {% b %}" text " {{ c }} `"',
      'code "{{ e }} <!-- f -->"',
      'list',
      '  listItem',
      '    paragraph: text "x"',
      '    code "{% g %}"',
      '  listItem',
      '    paragraph: text "y"',
      'blockquote',
      '  code "{{ i }}"',
      'paragraph: text "z"',
    ].join('\n'),
  );
  expect(await tree('\\`` {{ a }} b')).toBe('paragraph: text "`` b"');
  expect(await tree('```\n{{ a }}\n')).toBe('code "{{ a }}"');
  expect(await tree('```js `x` {{ a }}\n\n````\n```\n{{ b }}\n````')).toBe(
    'paragraph: text "```js " inlineCode "x"\ncode "```\\n{{ b }}"',
  );
  expect(await tree('`a\n\n{{ b }}`')).toBe('paragraph: text "`a"\nparagraph: text "`"');
});

test('positions are those of the file', async () => {
  expect((await parse('{{ a }} *b* <!-- c -->*d*\n')).placed).toBe(
    'paragraph@1:9-1:26: emphasis@1:9-1:12(text@1:10-1:11 "b") text@1:12-1:13 " " emphasis@1:23-1:26(text@1:24-1:25 "d")',
  );
});

test('dollars are money unless the front matter turns mathematics on', async () => {
  const text = 'from $5 to $10, $a_1*b*c$ and $680K … $ C$1,046,926, \\$x$, `$y$`, $ z $, $`$.\n';
  expect(await tree(text)).toBe(
    'paragraph: text "from $5 to $10, $a_1" emphasis(text "b") text "c$ and $680K … $ C$1,046,926, $x$, " inlineCode "$y$" text ", $ z $, $`$."',
  );
  const math = 'from $5 to $10, $a_1*b*c$ and \\$x\\$, `$y$`, $ z $, $\\`$ $`d`$\n';
  expect((await parse(`---\nmath: true\n---\n${math}`)).placed).toBe(
    [
      'paragraph@4:1-4:62: text@4:1-4:17 "from $5 to $10, " inlineMath@4:17-4:26 "a_1*b*c" text@4:26-4:38 " and $x$, "',
      'inlineCode@4:38-4:43 "$y$" text@4:43-4:52 ", $ z $, " inlineMath@4:52-4:56 "\\\\`" text@4:56-4:57 " "',
      'inlineMath@4:57-4:62 "`d`"',
    ].join(' '),
  );
});
