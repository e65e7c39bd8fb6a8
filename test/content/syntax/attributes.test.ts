import { expect, test } from 'vitest';
import { parse } from './outline.ts';

const tree = async (source: string): Promise<string> => (await parse(source)).tree;

test('at the end of a heading, paragraph, item, term or cell they are its own', async () => {
  expect(
    await tree(
      '# A {#id .private}\n\nB\n=== \n\nc\n{.long}\n\n- d {lang=de}\n\n  e {.short}\n\nT {.optional}\n: f\n\n| g {width="3 cm"} |\n|---|\n',
    ),
  ).toBe(
    [
      'heading 1 {"id":"id","classes":["private"],"values":{}}: text "A"',
      'heading 1: text "B"',
      'paragraph {"classes":["long"],"values":{}}: text "c"',
      'list',
      '  listItem {"classes":[],"values":{"lang":"de"}}',
      '    paragraph: text "d"',
      '    paragraph {"classes":["short"],"values":{}}: text "e"',
      'definitionList',
      '  definitionTerm {"classes":["optional"],"values":{}}: text "T"',
      '  definitionDescription',
      '    paragraph: text "f"',
      'table',
      '  tableRow',
      '    tableCell {"classes":[],"values":{"width":"3 cm"}}: text "g"',
    ].join('\n'),
  );
});

test('behind an inline node they are its own, behind brackets they make a span', async () => {
  expect(
    (await parse('a [b *c*]{.private} d `e`{.long}, [f](g){#h}![](i){width=50%} **j**{.short}k {.public}\n'))
      .placed,
  ).toBe(
    [
      'paragraph@1:1-1:87 {"classes":["public"],"values":{}}: text@1:1-1:3 "a "',
      'span@1:4-1:9 {"classes":["private"],"values":{}}(text@1:4-1:6 "b " emphasis@1:6-1:9(text@1:7-1:8 "c"))',
      'text@1:20-1:23 " d " inlineCode@1:23-1:26 "e" {"classes":["long"],"values":{}} text@1:33-1:35 ", "',
      'link@1:35-1:41 <g> {"id":"h","classes":[],"values":{}}(text@1:36-1:37 "f")',
      'image@1:45-1:51 <i> {"classes":[],"values":{"width":"50%"}} text@1:62-1:63 " "',
      'strong@1:63-1:68 {"classes":["short"],"values":{}}(text@1:65-1:66 "j") text@1:76-1:77 "k"',
    ].join(' '),
  );
});

test('spans in spans and in emphasis, several attributes on one node', async () => {
  expect(await tree('[a [b]{.private} c]{.long} *d [e]{.short}*\n\nf {.long}\n\n{.private #x}\n')).toBe(
    'paragraph: span {"classes":["long"],"values":{}}(text "a " span {"classes":["private"],"values":{}}(text "b") text " c") text " " ' +
      'emphasis(text "d " span {"classes":["short"],"values":{}}(text "e"))\n' +
      'paragraph {"id":"x","classes":["long","private"],"values":{}}: text "f"',
  );
});

test('id, classes, keys, quotes straight and curly, the short form for no number', async () => {
  expect(await tree('# A {-}\n\n# B {.private.long lang="a b" dir=“c”}\n\n# C {#a #b}')).toBe(
    [
      'heading 1 {"classes":["unnumbered"],"values":{}}: text "A"',
      'heading 1 {"classes":["private","long"],"values":{"lang":"a b","dir":"c"}}: text "B"',
      'heading 1 {"id":"b","classes":[],"values":{}}: text "C"',
    ].join('\n'),
  );
});

test('other braces are text', async () => {
  const lines = [
    '{not attributes} {} {.}',
    'a{.private} b',
    'c] {.private} d',
    'e {.private',
    'f ]{.private}g',
    '{#a}{.private} h',
    '**i {.private}**',
  ];
  for (const line of lines) expect(await tree(line)).toContain('{');
  expect(await tree('x\n\n`a {.private}`\n')).toBe(
    'paragraph: text "x"\nparagraph: inlineCode "a {.private}"',
  );
  expect(await tree('f ]{.private}g')).toBe('paragraph: text "f ]{.private}g"');
  expect(await tree('a  \n{.long}')).toBe('paragraph {"classes":["long"],"values":{}}: text "a"');
});

test('attributes add up; brackets around nothing go', async () => {
  expect(await tree('f {#a .long}\n\n{.private}\n\na []{.private}b\n')).toBe(
    'paragraph {"id":"a","classes":["long","private"],"values":{}}: text "f"\nparagraph: text "a " text "b"',
  );
});

test('attributes alone at the top of what they stand in belong to that', async () => {
  expect(await tree('> {.private}\n>\n> a\n')).toBe(
    'blockquote {"classes":["private"],"values":{}}\n  paragraph: text "a"',
  );
});

test('what mdcv does not know is warned of once', async () => {
  const { vfile } = await parse(
    '# A {.fancy x=1 #id}\n\n[b]{.fancy .other}\n\n::: box {.fancy .third}\nc\n:::\n\n::: {.fourth .fifth}\n:::\n\n<div class="private row">d</div>\n',
  );
  expect(vfile.messages.map(String)).toEqual([
    'cv.md:1:1: Cannot use the attribute `.fancy`, mdcv does not know it',
    'cv.md:1:1: Cannot use the attribute `x=`, mdcv does not know it',
    'cv.md:3:2: Cannot use the attribute `.other`, mdcv does not know it',
    'cv.md:5:1: Cannot use the attribute `.third`, mdcv does not know it',
    'cv.md:9:1: Cannot use the attribute `.fifth`, mdcv does not know it',
  ]);
});

test('several signs in one word, a dot within a value and at the end; a word behind them makes it text', async () => {
  expect(await tree('# A {.a#b.c d=e.f .g.}\n\n# B {.a! .b}\n\n# C {a=“b c=d}\n\n# D {a=“b” c“=d}')).toBe(
    [
      'heading 1 {"id":"b","classes":["a","c","g"],"values":{"d":"e.f"}}: text "A"',
      'heading 1: text "B {.a! .b}"',
      'heading 1 {"classes":[],"values":{"a":"“b","c":"d"}}: text "C"',
      'heading 1: text "D {a=“b” c“=d}"',
    ].join('\n'),
  );
});
