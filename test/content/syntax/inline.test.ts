import { expect, test } from 'vitest';
import { parse } from './outline.ts';

const tree = async (source: string): Promise<string> => (await parse(source)).tree;

test('reference links and images become plain ones, definitions go', async () => {
  const { tree: found, problems } = await parse(
    '[a][r] ![b][r] [R]\n\n> [r]: http://x.y "T"\n\n[r]: http://other\n[unused]: z/\n[empty]: <>\n',
  );
  expect(found).toBe(
    `paragraph: link <http://x.y> 'T'(text "a") text " " image <http://x.y> 'T' "b" text " " link <http://x.y> 'T'(text "R")\nblockquote`,
  );
  expect(problems).toEqual([]);
});

test('an image without alt, a definition without title', async () => {
  expect(await tree('![][r]\n\n[r]: u.png\n')).toBe('paragraph: image <u.png>');
});

test('a blank between the brackets of a reference', async () => {
  expect(await tree('see [the *x*] [r] and [a link] [r], [r]\n[r]\n\n[r]: http://x.y\n')).toBe(
    'paragraph: text "see [the " emphasis(text "x") text "] " link <http://x.y>(text "r") text " and " link <http://x.y>(text "a link") text ", " ' +
      'link <http://x.y>(text "r") text "\\n" link <http://x.y>(text "r")',
  );
  expect(await tree('[r]\n\n[r]: http://x.y\n')).toBe('paragraph: link <http://x.y>(text "r")');
  expect(await tree('[a]\n[r]\n\n[r]: http://x.y\n')).toBe('paragraph: link <http://x.y>(text "a")');
});

test('what only looks like a definition is text', async () => {
  expect(await tree('[P1]: Title\n[P2]: Two words\n')).toBe(
    'paragraph: text "[P1]: Title"\nparagraph: text "[P2]: Two words"',
  );
});

test('footnotes stay', async () => {
  expect(await tree('a[^1]\n\n[^1]: b\n')).toBe(
    'paragraph: text "a" footnoteReference [1]\nfootnoteDefinition [1]\n  paragraph: text "b"',
  );
});

test('addresses in running text become links at their place', async () => {
  expect((await parse('mail me@x.org, www.x.org/a_b or x.org&amp;me@x.org\n')).placed).toBe(
    [
      'paragraph@1:1-1:51: text@1:1-1:6 "mail " link@1:6-1:14 <mailto:me@x.org>(text@1:6-1:14 "me@x.org")',
      'text@1:14-1:16 ", " link@1:16-1:29 <http://www.x.org/a_b>(text@1:16-1:29 "www.x.org/a_b") text@1:29-1:43 " or x.org&"',
      'link@1:43-1:51 <mailto:me@x.org>(text@1:43-1:51 "me@x.org")',
    ].join(' '),
  );
});

test('an address beside marked words is placed between them', async () => {
  expect((await parse('*a* me@x.org **b**\n')).placed).toBe(
    'paragraph@1:1-1:19: emphasis@1:1-1:4(text@1:2-1:3 "a") text@1:4-1:5 " " link@1:5-1:13 <mailto:me@x.org>(text@1:5-1:13 "me@x.org") text@1:13-1:14 " " strong@1:14-1:19(text@1:16-1:17 "b")',
  );
});

test('an address that the file spells otherwise is placed between its neighbours', async () => {
  expect((await parse('a me&#64;x.org b\n')).placed).toBe(
    'paragraph@1:1-1:17: text@1:1-1:3 "a " link@1:3-1:17 <mailto:me@x.org>(text@1:3-1:17 "me@x.org") text@1:17-1:17 " b"',
  );
});

test('links that are not safe lose the link and keep the text', async () => {
  const { tree: found, vfile } = await parse(
    `[a **b**](javascript:x) <vbscript:c> ![d](data:image/png;base64,${'A'.repeat(40)}) ![](file:///etc/passwd) [e](JAVA&#x0A;script:f) [g](C:/h) [i]() <a href="data:x">j</a>\n`,
  );
  expect(found).toBe(
    'paragraph: text "a " strong(text "b") text " " text "vbscript:c" text " " text "d" text " " text " " text "e" text " " link <C:/h>(text "g") text " " link <>(text "i") text " " text "j"',
  );
  expect(vfile.messages.map((message) => `${message.ruleId} ${message.reason}`)).toEqual([
    'unsafe-link Cannot link to `javascript:x`, expected an address on the web',
    'unsafe-link Cannot link to `vbscript:c`, expected an address on the web',
    `unsafe-link Cannot use the image \`data:image/png;base64,${'A'.repeat(17)}…\`, expected an address on the web or a file beside the Markdown file`,
    'unsafe-link Cannot use the image `file:///etc/passwd`, expected an address on the web or a file beside the Markdown file',
    'unsafe-link Cannot link to `JAVA\nscript:f`, expected an address on the web',
    'unsafe-link Cannot link to `data:x`, expected an address on the web',
  ]);
  expect(await tree('a\n\n![](data:x)\n')).toBe('paragraph: text "a"');
});

test('raw LaTeX is let through only with the front matter', async () => {
  const source =
    '`\\LaTeX`{=latex}, `x`{=tex} `y` {=latex}\n\n```{=latex}\n\\foo\n```\n\n```{=latex}\n```\n\n`<b>`{=html}\n\n```{=html}\nz\n```\n\n```tex\n\\bar\n```\n';
  const off = await parse(source);
  expect(off.tree).toBe(
    'paragraph: text "\\\\LaTeX" text ", " text "x" text " " inlineCode "y" text " {=latex}"\nparagraph: text "\\\\foo"\ncode tex "\\\\bar"',
  );
  expect(off.problems).toEqual([
    '3:1 raw-latex-off',
    '7:1 raw-latex-off',
    '12:1 stripped-syntax',
    '1:1 raw-latex-off',
    '1:19 raw-latex-off',
    '10:1 stripped-syntax',
  ]);
  const on = await parse(`---\nraw: latex\n---\n${source}`);
  expect(on.tree).toBe(
    'paragraph: rawLatex "\\\\LaTeX" text ", " rawLatex "x" text " " inlineCode "y" text " {=latex}"\nrawLatex "\\\\foo"\nrawLatex ""\ncode tex "\\\\bar"',
  );
  expect(on.problems).toEqual(['15:1 stripped-syntax', '13:1 stripped-syntax']);
});

test('LaTeX in the text is text', async () => {
  expect(await tree('\\newpage \\today a\\\\[10px] \\input{/etc/passwd} ^^5c \\end{document}')).toBe(
    'paragraph: text "\\\\newpage \\\\today a\\\\[10px] \\\\input{/etc/passwd} ^^5c \\\\end{document}"',
  );
});

test('the rest of CommonMark and GFM as CVs use it', async () => {
  expect(
    await tree(
      'Text\n- a\n    continued\n\n        not code\n-      wide\n  - in\n\n1. x\n1. y\n\n~~a~~ ~b~ one  \ntwo\\\nthree\n- # H\n- [x] done\n',
    ),
  ).toBe(
    [
      'paragraph: text "Text"',
      'list',
      '  listItem',
      '    paragraph: text "a\\ncontinued"',
      '    paragraph: text "not code"',
      '  listItem',
      '    paragraph: text "wide"',
      '    list',
      '      listItem',
      '        paragraph: text "in"',
      'list from 1',
      '  listItem',
      '    paragraph: text "x"',
      '  listItem',
      '    paragraph: text "y"',
      'paragraph: delete(text "a") text " ~b~ one" break text "two" break text "three"',
      'list',
      '  listItem',
      '    heading 1: text "H"',
      '  listItem',
      '    paragraph: text "done"',
    ].join('\n'),
  );
});

test('CR LF, tabs, byte-order mark aside', async () => {
  expect(
    (await parse('# A\r\n\r\nT\r\n:\tb\r\n\r\n::: c\r\nd\r\n:::\r\n<!-- x\r\n-->\r\n\t- e\r\n')).placed,
  ).toBe(
    [
      'heading@1:1-1:4 1: text@1:3-1:4 "A"',
      'definitionList@3:1-4:4',
      '  definitionTerm@3:1-3:2: text@3:1-3:2 "T"',
      '  definitionDescription@4:1-4:4',
      '    paragraph@4:3-4:4: text@4:3-4:4 "b"',
      'fencedDiv@6:1-8:4 c',
      '  paragraph@7:1-7:2: text@7:1-7:2 "d"',
      'list@11:2-11:5',
      '  listItem@11:2-11:5',
      '    paragraph@11:4-11:5: text@11:4-11:5 "e"',
    ].join('\n'),
  );
});

test.each([
  ['the 4^th^ place', 'text "the 4" superscript(text "th") text " place"'],
  ['^1^ Institute', 'superscript(text "1") text " Institute"'],
  ['H~2~O', 'text "H" subscript(text "2") text "O"'],
  ['*x*^2^', 'emphasis(text "x") superscript(text "2")'],
  ['SO~4~^2-^ &amp; x', 'text "SO" subscript(text "4") superscript(text "2-") text " & x"'],
  ['<sup>^a^</sup>', 'superscript(text "^a^")'],
  ['4\\^th^ and a^b^', 'text "4^th^ and a^b^"'],
  ['~~gone~~', 'delete(text "gone")'],
  ['~5 to ~6, 2016~2018~2020, ~20k/~30k', 'text "~5 to ~6, 2016~2018~2020, ~20k/~30k"'],
  ['2^10 and 3^5, ^_^', 'text "2^10 and 3^5, ^_^"'],
  ['`a^b^`', 'inlineCode "a^b^"'],
  ['https://x.org/a^b^', 'link <https://x.org/a^b^>(text "https://x.org/a^b^")'],
])('superscript and subscript in %s', async (source, expected) => {
  expect(await tree(`${source}\n`)).toBe(`paragraph: ${expected}`);
});

test('superscripts have their places', async () => {
  expect((await parse('a 4^th^ b\n')).placed).toBe(
    'paragraph@1:1-1:10: text@1:1-1:4 "a 4" superscript@1:4-1:8(text@1:5-1:7 "th") text@1:8-1:10 " b"',
  );
});
