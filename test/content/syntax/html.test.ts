import { expect, test } from 'vitest';
import { parse } from './outline.ts';

const tree = async (source: string): Promise<string> => (await parse(source)).tree;

test.each([
  // What a page hides.
  ['a <span hidden>b</span>c', 'text "a " text "c"'],
  ['a <span style="color: red; Display:none">b</span>c', 'text "a " text "c"'],
  ['a <b style="visibility: hidden">b</b>c', 'text "a " text "c"'],
  ['a <b style="display: nonesuch">b</b>', 'text "a " strong(text "b")'],
  ['<span>a</span><span>b</span>', 'text "a" text "b"'],
  ['a<br>b<br/>c</br>d', 'text "a" break text "b" break text "c" break text "d"'],
  // A line ends once.
  ['a<br>\nb\nc <br> \n  *d*', 'text "a" break text "b\\nc " break emphasis(text "d")'],
  [
    '<b>a</b> <strong>b</strong> <i>c</i> <em>d</em>',
    'strong(text "a") text " " strong(text "b") text " " emphasis(text "c") text " " emphasis(text "d")',
  ],
  [
    '<u>a</u> <ins>b</ins> <s>c</s> <del>d</del> <strike>e</strike>',
    'underline(text "a") text " " underline(text "b") text " " delete(text "c") text " " delete(text "d") text " " delete(text "e")',
  ],
  ['<sub>a</sub><sup>b</sup><small>c</small>', 'subscript(text "a") superscript(text "b") small(text "c")'],
  [
    '<kbd>a</kbd><code>*b*</code><tt>c<br>d</tt><samp><img src=x></samp>',
    'inlineCode "a" inlineCode "b" inlineCode "c\\nd"',
  ],
  ['<cite>a</cite><dfn>b</dfn><var>c</var>', 'emphasis(text "a") emphasis(text "b") emphasis(text "c")'],
  [
    '<abbr title="x">a</abbr> <mark>b</mark> <font color=red>c</font> <big>d</big><wbr>',
    'text "a " text "b " text "c " text "d"',
  ],
  ['<q>a</q>', 'text "“" text "a" text "”"'],
  ['<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>', 'text "漢" text "(" text "かん" text ")"'],
  [
    '<a href="http://x.y" title="t">a **b**</a> <a name="n">c</a>',
    'link <http://x.y> \'t\'(text "a " strong(text "b")) text " c"',
  ],
  ['<a href="u">a [b](v) **[c](w)**</a>', 'link <u>(text "a " text "b" text " " strong(text "c"))'],
  [
    '<img src="a.svg" alt="A" title="t" width="18px" height=9> <img> <img src="b.png">',
    'image <a.svg> \'t\' "A" {"classes":[],"values":{"width":"18px","height":"9"}} text " " image <b.png>',
  ],
  [
    '<span class="private big" id="i" lang="de">a</span> <span style="color:red">b</span>',
    'span {"id":"i","classes":["private","big"],"values":{"lang":"de"}}(text "a") text " b"',
  ],
  ['Firm<span style="float:right">2019</span>', 'text "Firm " text "2019"'],
  ['a <i class="fa fa-x"></i> b <i class="y"/>c', 'text "a " text " b " text "c"'],
  ['a **<b></b>** b', 'text "a " text " b"'],
  ['a &amp; b &copy; &#x41;', 'text "a & b © A"'],
  ['1 < 2 > 3 and <3', 'text "1 < 2 > 3 and <3"'],
  ['a <b>b *c* d</b> e', 'text "a " strong(text "b " emphasis(text "c") text " d") text " e"'],
  ['*a <b>b* c</b>', 'emphasis(text "a " strong(text "b")) text " c"'],
  ['a <svg><path d="x"/>icon</svg> <script>x()</script>b', 'text "a " text "b"'],
  ['a <script>b', 'text "a " text "b"'],
])('%s', async (source, expected) => {
  expect(await tree(source)).toBe(`paragraph: ${expected}`);
});

test('an inline tag that is not closed ends with its line, a closing one alone goes', async () => {
  expect(await tree('a <b>b\n\nc</b> d <i>e')).toBe(
    'paragraph: text "a " strong(text "b")\nparagraph: text "c" text " d " emphasis(text "e")',
  );
  expect(await tree('<div><b>a</div>\n\nb\n\n<i>\n\nc\n\n</i>\n')).toBe(
    'paragraph: strong(text "a")\nparagraph: text "b"\nparagraph: emphasis(text "c")',
  );
});

test('unknown tags lose the tag, keep the text, and warn once a name', async () => {
  const { tree: found, vfile } = await parse(
    'a <iconify-icon icon="x"></iconify-icon> <x-y>b</x-y>\n\n<iconify-icon>c</iconify-icon>\n\n<body>\n\nd\n\n</body>\n',
  );
  expect(found).toBe('paragraph: text "a " text "b"\nparagraph: text "c"\nparagraph: text "d"');
  expect(vfile.messages.map(String)).toEqual([
    'cv.md:1:3: Cannot use the HTML element `<iconify-icon>`, only its text is kept',
    'cv.md:1:42: Cannot use the HTML element `<x-y>`, only its text is kept',
  ]);
});

test('blocks that hold Markdown, with blank lines and without', async () => {
  const expected =
    'heading 1: text "Name"\nparagraph: text "a " strong(text "b")\nlist\n  listItem\n    paragraph: text "c"';
  expect(await tree('<div align="center">\n\n# Name\n\na **b**\n\n- c\n\n</div>\n')).toBe(expected);
  expect(await tree('<center>\n# Name\na **b**\n- c\n</center>\n')).toBe(expected);
  expect(await tree('<section>\n<h1>Name</h1>\na **b**\n- c\n</section>\n')).toBe(expected);
  expect(await tree('<span>a</span>\n# b\n')).toBe('paragraph: text "a"\nheading 1: text "b"');
});

test('text within a block of HTML is Markdown of one line, at its own place', async () => {
  expect((await parse('x\n\n<div><span>\n  a **b**\n   c</span> ![](d.png)</div>\n')).placed).toBe(
    'paragraph@1:1-1:2: text@1:1-1:2 "x"\n' +
      'paragraph@4:3-5:23: text@4:3-5:5 "a " strong@4:3-5:5(text@4:3-5:5 "b") text@4:3-5:5 " c " ' +
      'image@5:13-5:23 <d.png>',
  );
});

test('in a list or quote the place is that of the whole block', async () => {
  expect((await parse('> <div>\n> a\n> <p>b</p></div>\n')).placed).toContain('blockquote@1:1-3:17');
  expect((await parse('- <div>a\n  <b>b</b></div>\n')).placed).toBe(
    'list@1:1-2:17\n  listItem@1:1-2:17\n    paragraph@1:3-2:17: text@1:3-2:17 "a " strong@1:3-2:17(text@1:3-2:17 "b")',
  );
});

test('boxes that mean something stay', async () => {
  expect(
    await tree(
      '<div class="private x">\n\na\n\n</div>\n\n<section lang="de">b</section>\n\n<div class="row">c</div>\n',
    ),
  ).toBe(
    [
      'fencedDiv private {"classes":["private","x"],"values":{}}',
      '  paragraph: text "a"',
      'fencedDiv {"classes":[],"values":{"lang":"de"}}',
      '  paragraph: text "b"',
      'paragraph: text "c"',
    ].join('\n'),
  );
});

test('lists, also nested and without their items', async () => {
  expect(
    await tree(
      '<ul><li>a<li>b<ul><li>c</ul><ol start=3><li>d</ol><ol><li>g</ol></ul>\n\n<ul>x<li>y</li>\n<p>z</p><li></li></ul>\n\n<ul></ul>\n\n<li>e</li><li>f</li>\n',
    ),
  ).toBe(
    [
      'list',
      '  listItem',
      '    paragraph: text "a"',
      '  listItem',
      '    paragraph: text "b"',
      '    list',
      '      listItem',
      '        paragraph: text "c"',
      '    list from 3',
      '      listItem',
      '        paragraph: text "d"',
      '    list from 1',
      '      listItem',
      '        paragraph: text "g"',
      'list',
      '  listItem',
      '    paragraph: text "x"',
      '  listItem',
      '    paragraph: text "y"',
      '    paragraph: text "z"',
      'list',
      '  listItem',
      '    paragraph: text "e"',
      '  listItem',
      '    paragraph: text "f"',
    ].join('\n'),
  );
});

test('definition lists', async () => {
  expect(await tree('<dl><dt>A<dd>b<dd>c</dl>\n\nx\n\n<dt>D</dt><dd>e</dd>\n')).toBe(
    [
      'definitionList',
      '  definitionTerm: text "A"',
      '  definitionDescription',
      '    paragraph: text "b"',
      '  definitionDescription',
      '    paragraph: text "c"',
      'paragraph: text "x"',
      'definitionList',
      '  definitionTerm: text "D"',
      '  definitionDescription',
      '    paragraph: text "e"',
    ].join('\n'),
  );
});

test('tables, with a head and without, short rows, a caption, stray text', async () => {
  expect(await tree('<table><caption>T</caption><thead><tr><td>a<td>b</thead><tr><td>c</table>')).toBe(
    'paragraph: text "T"\ntable\n  tableRow\n    tableCell: text "a"\n    tableCell: text "b"\n  tableRow\n    tableCell: text "c"\n    tableCell:',
  );
  expect(await tree('<table><tr><th>a</tr><tr> <td>b</tr>x</table>')).toBe(
    'paragraph: text "x"\ntable\n  tableRow\n    tableCell: text "a"\n  tableRow\n    tableCell: text "b"',
  );
  expect(await tree('<table><tr><td>a</tr></table>')).toBe(
    'table\n  tableRow\n    tableCell:\n  tableRow\n    tableCell: text "a"',
  );
  expect(await tree('<table><tfoot><tr><td>a</tfoot></table>')).toBe(
    'table\n  tableRow\n    tableCell:\n  tableRow\n    tableCell: text "a"',
  );
  expect(await tree('<table><tr></tr>x</table>')).toBe('paragraph: text "x"');
});

test('blocks in a cell or heading become lines', async () => {
  expect(await tree('| a |\n|---|\n| <ul><li>x</li> <li>y <b>z</b></li></ul>w |\n')).toBe(
    'table\n  tableRow\n    tableCell: text "a"\n  tableRow\n    tableCell: text "• " text "x" break text "• " text "y " strong(text "z") break text "w"',
  );
  expect(await tree('<h2>a<p>b</p><hr><pre>c</pre><table><tr><th>d<th>e</table></h2>')).toBe(
    'heading 2: text "a" break text "b" break inlineCode "c" break text "d " text "e"',
  );
  expect(await tree('<h2></h2>')).toBe('');
});

test('a block in a paragraph parts it, an inline element around blocks goes around their lines', async () => {
  expect(await tree('a <div>b</div> c\n')).toBe(
    'paragraph: text "a"\nparagraph: text "b"\nparagraph: text "c"',
  );
  expect(await tree('<b>\n\na\n\n- c\n\n---\n\n</b>\n')).toBe(
    'paragraph: strong(text "a")\nlist\n  listItem\n    paragraph: strong(text "c")\nthematicBreak',
  );
  expect(await tree('**a <p>b</p>**\n')).toBe('paragraph: strong(text "a " break text "b")');
  expect(await tree('<b> <p>a</p> </b>')).toBe('paragraph: strong(text "a")');
});

test('quotes, preformatted text, rules, details', async () => {
  expect(await tree('<blockquote>a</blockquote><hr>\n\n<details><summary>b</summary>c</details>\n')).toBe(
    'blockquote\n  paragraph: text "a"\nthematicBreak\nparagraph: text "b"\nparagraph: text "c"',
  );
  expect(await tree('<pre>\na  *b*\n  &lt;c <b>d</b> <\n</pre>\n\n<pre> </pre>\n')).toBe(
    'code "a  *b*\\n  <c d <"',
  );
});

test('styles, metadata, doctypes and comments vanish with what is in them', async () => {
  expect(
    await tree(
      '<!DOCTYPE html>\n<link href="x"><meta name="y">\n\n<style>\np { a: b }\n\nq {}\n</style>\n\n<svg>\n\n# icon\n\n</svg>\n\n<![CDATA[x]]>\n\nend\n',
    ),
  ).toBe('paragraph: text "x"\nparagraph: text "end"');
});

test('Markdown nodes of every kind come through', async () => {
  expect(
    await tree(
      '<u>x</u>\n\n> a\n\n1. b\n\n| c | d |\n|---|---|\n| e | f |\n\nT\n: g\n\n::: h\ni\n:::\n\n`j` [k](l) ![m](n) ~~o~~ p[^1]\n\n[^1]: q\n\n```r\ns\n```\n',
    ),
  ).toBe(
    [
      'paragraph: underline(text "x")',
      'blockquote',
      '  paragraph: text "a"',
      'list from 1',
      '  listItem',
      '    paragraph: text "b"',
      'table',
      '  tableRow',
      '    tableCell: text "c"',
      '    tableCell: text "d"',
      '  tableRow',
      '    tableCell: text "e"',
      '    tableCell: text "f"',
      'definitionList',
      '  definitionTerm: text "T"',
      '  definitionDescription',
      '    paragraph: text "g"',
      'fencedDiv h',
      '  paragraph: text "i"',
      'paragraph: inlineCode "j" text " " link <l>(text "k") text " " image <n> "m" text " " delete(text "o") text " p" footnoteReference [1]',
      'footnoteDefinition [1]',
      '  paragraph: text "q"',
      'code r "s"',
    ].join('\n'),
  );
});

test('tags that cross the structure lose no text', async () => {
  for (const source of [
    '- <div>a\n- b</div>\n- c\n',
    '<b>\n\n- a</b>\n- b\n\n| c</b> | d |\n|---|---|\n| e | f |\n',
    '<table>\n\n# a\n\nb\n\n- c\n\n</table>\n\nd e f\n',
    '<ul>\n\na\n\n<li>\n\nb\n\nc\n\n</ul>\n\nd e f\n',
    '<p>a\n\n**b** </p> c\n\n<p>\n\nd\n\n- e\n\n</div>\n\nf\n',
    'T</b>\n: a <dd>b</dd>\n\n::: x\n</div> c d\n:::\n\ne f\n',
    '<div\n\na b c d e f\n',
    '<select><option>a</option>\n\nb c\n\n<textarea>\n\nd e <title>\n\nf\n',
  ]) {
    const words = (await tree(source))
      .match(/\b[a-f]\b/g)
      ?.sort()
      .join('');
    expect(words, source).toBe('abcdef'.slice(0, words?.length));
    expect(words?.length, source).toBe(new Set(source.match(/(?<![</\w])[a-f](?![\w>])/g)).size);
  }
});

test('HTML nests sixty deep', async () => {
  expect(await tree(`${'<div>'.repeat(5000)}x${'</div>'.repeat(5000)}y`)).toBe(
    'paragraph: text "x"\nparagraph: text "y"',
  );
});

test.each([
  ['# <span>a</span> <span>b</span>', 'heading 1: text "a\\t" text "b"'],
  ['<h3><span>a</span><span>b</span></h3>', 'heading 3: text "a\\t" text "b"'],
  ['<h3>\n<span>a</span> <span>b</span></h3>', 'heading 3: text "a\\t" text "b"'],
  ['# <span>a</span><b>b</b><span>c</span>', 'heading 1: text "a" strong(text "b") text "c"'],
  ['# <span>a</span> b <span>c</span>', 'heading 1: text "a" text " b " text "c"'],
])('two spans in a heading are columns: %s', async (source, expected) => {
  expect(await tree(source)).toBe(expected);
});

test('what stands behind `<br>` at the end of a line has its place', async () => {
  const { root } = await parse('One<br>\nTwo\n');
  const [paragraph] = root.children;
  const [, , two] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  expect(two).toMatchObject({ value: 'Two', position: { start: { line: 2, column: 1, offset: 8 } } });
});
