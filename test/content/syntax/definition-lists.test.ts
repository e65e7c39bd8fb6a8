import { expect, test } from 'vitest';
import { parse } from './outline.ts';

const tree = async (source: string): Promise<string> => (await parse(source)).tree;

test('a line with a colon defines the line above it', async () => {
  expect(await tree('2010-2014\n:   **PhD**, Oxford\n')).toBe(
    [
      'definitionList',
      '  definitionTerm: text "2010-2014"',
      '  definitionDescription',
      '    paragraph: strong(text "PhD") text ", Oxford"',
    ].join('\n'),
  );
});

test('terms and definitions in a row are one list, with a tilde, a tab, a blank line between', async () => {
  expect(await tree('A\n~ one\n~ two\n\nB\n\n:\tthree\n\n\tgoes on\n')).toBe(
    [
      'definitionList',
      '  definitionTerm: text "A"',
      '  definitionDescription',
      '    paragraph: text "one"',
      '  definitionDescription',
      '    paragraph: text "two"',
      '  definitionTerm: text "B"',
      '  definitionDescription',
      '    paragraph: text "three"',
      '    paragraph: text "goes on"',
    ].join('\n'),
  );
});

test('a definition goes on lazily, with lists, at an indent of four behind five columns of marker', async () => {
  expect(await tree('A\n:    one\ntwo\n\n    * x\n    * y\n')).toBe(
    [
      'definitionList',
      '  definitionTerm: text "A"',
      '  definitionDescription',
      '    paragraph: text "one\\ntwo"',
      '    list',
      '      listItem',
      '        paragraph: text "x"',
      '      listItem',
      '        paragraph: text "y"',
    ].join('\n'),
  );
});

test('a term needs no blank line before it, also within a definition', async () => {
  expect(await tree('A\n: one\n\n    extra\n      ~ two\n    more\n      ~ three\nB\n: four\n')).toBe(
    [
      'definitionList',
      '  definitionTerm: text "A"',
      '  definitionDescription',
      '    paragraph: text "one"',
      '    definitionList',
      '      definitionTerm: text "extra"',
      '      definitionDescription',
      '        paragraph: text "two"',
      '      definitionTerm: text "more"',
      '      definitionDescription',
      '        paragraph: text "three"',
      '  definitionTerm: text "B"',
      '  definitionDescription',
      '    paragraph: text "four"',
    ].join('\n'),
  );
});

test('a further definition after one of several lines', async () => {
  expect(await tree('A\n: one\n  two\n\n: three\n')).toBe(
    [
      'definitionList',
      '  definitionTerm: text "A"',
      '  definitionDescription',
      '    paragraph: text "one\\ntwo"',
      '  definitionDescription',
      '    paragraph: text "three"',
    ].join('\n'),
  );
});

test('the term is the last line of its paragraph, inside list items and quotes too', async () => {
  expect(await tree('one\n*two*\nthree\n: x\n\n* Foo\n  : bar\n\n> A\n> : b\n')).toBe(
    [
      'paragraph: text "one\\n" emphasis(text "two")',
      'definitionList',
      '  definitionTerm: text "three"',
      '  definitionDescription',
      '    paragraph: text "x"',
      'list',
      '  listItem',
      '    definitionList',
      '      definitionTerm: text "Foo"',
      '      definitionDescription',
      '        paragraph: text "bar"',
      'blockquote',
      '  definitionList',
      '    definitionTerm: text "A"',
      '    definitionDescription',
      '      paragraph: text "b"',
    ].join('\n'),
  );
});

test('lines end at a hard break, and not within emphasis', async () => {
  expect(await tree('one  \ntwo\n: x\n\n**a\nb**\n: y\n')).toBe(
    [
      'paragraph: text "one"',
      'definitionList',
      '  definitionTerm: text "two"',
      '  definitionDescription',
      '    paragraph: text "x"',
      '  definitionTerm: strong(text "a\\nb")',
      '  definitionDescription',
      '    paragraph: text "y"',
    ].join('\n'),
  );
});

test("the author's own plus list stays one", async () => {
  expect(await tree('A\n: one\n+ x\n')).toBe(
    [
      'definitionList',
      '  definitionTerm: text "A"',
      '  definitionDescription',
      '    paragraph: text "one"',
      'list',
      '  listItem',
      '    paragraph: text "x"',
    ].join('\n'),
  );
});

test.each([
  ['fenced code', '```\nA\n: b\n```', 'code "A\\n: b"'],
  ['a heading', '# A\n: b', 'heading 1: text "A"\nparagraph: text ": b"'],
  ['a setext heading', 'A\n===\n: b', 'heading 1: text "A"\nparagraph: text ": b"'],
  ['two blank lines', 'A\n\n\n: b', 'paragraph: text "A"\nparagraph: text ": b"'],
  ['nothing above', ': b', 'paragraph: text ": b"'],
  ['an item that it is not indented for', '- A\n: b', 'list\n  listItem\n    paragraph: text "A\\n: b"'],
  [
    'an item above a blank line',
    '- A\n\n: b',
    'list\n  listItem\n    paragraph: text "A"\nparagraph: text ": b"',
  ],
  ['a link definition', '[A]: http://b.c\n: b', 'paragraph: text ": b"'],
  [
    'a table',
    '| A |\n|---|\n| b |\n\n: c',
    'table\n  tableRow\n    tableCell: text "A"\n  tableRow\n    tableCell: text "b"\nparagraph: text ": c"',
  ],
  [
    'a table without outer bars',
    'a | b\n--- | ---\nc | d\n: e',
    'table\n  tableRow\n    tableCell: text "a"\n    tableCell: text "b"\n  tableRow\n    tableCell: text "c"\n    tableCell: text "d"\n  tableRow\n    tableCell: text ": e"',
  ],
  ['fewer quote markers', '> A\n\n: b', 'blockquote\n  paragraph: text "A"\nparagraph: text ": b"'],
  ['no space behind the colon', 'A\n:b', 'paragraph: text "A\\n:b"'],
  ['code that only a parser sees', '<pre>\nA\n\n: b\n</pre>', 'code "A\\n\\n: b"'],
])('a colon under %s is text', async (_name, source, expected) => {
  expect(await tree(source)).toBe(expected);
});

test('what ends with its item or is a note is no definition', async () => {
  expect(await tree('- x\n\n  ~~~\n  A\n: b\n')).toBe(
    'list\n  listItem\n    paragraph: text "x"\n    code "A"\nparagraph: text ": b"',
  );
  expect(await tree('[^1]: A\n: b\n\nx[^1]\n')).toBe(
    'footnoteDefinition [1]\n  paragraph: text "A\\n: b"\nparagraph: text "x" footnoteReference [1]',
  );
});

test('positions are those of the file', async () => {
  const { placed } = await parse('---\nname: x\n---\n\nA\n:    one **two**\n     three\n');
  expect(placed).toBe(
    [
      'definitionList@5:1-7:11',
      '  definitionTerm@5:1-5:2: text@5:1-5:2 "A"',
      '  definitionDescription@6:1-7:11',
      '    paragraph@6:6-7:11: text@6:6-6:10 "one " strong@6:10-6:17(text@6:12-6:15 "two") text@6:17-7:11 "\\nthree"',
    ].join('\n'),
  );
});

const defined = ['definitionList', '  definitionTerm: text "A"', '  definitionDescription'];

test.each([
  ['indented', 'A\n:\n    one\n'],
  ['by two', 'A\n:\n  one\n'],
  ['by a tab, behind blanks', 'A\n:   \n\tone\n'],
  ['behind a blank line', 'A\n\n:\n    one\n'],
  ['not indented', 'A\n:\none\n'],
  ['by one', 'A\n:\n one\n'],
  ['with CR LF', 'A\r\n:\r\none\r\n'],
])('a colon alone on its line, the text on the next, %s', async (_, source) => {
  expect(await tree(source)).toBe([...defined, '    paragraph: text "one"'].join('\n'));
});

test('places of what a colon alone defines', async () => {
  expect((await parse('A\n:\none\n')).placed).toBe(
    [
      'definitionList@1:1-3:4',
      '  definitionTerm@1:1-1:2: text@1:1-1:2 "A"',
      '  definitionDescription@2:1-3:4',
      '    paragraph@3:1-3:4: text@3:1-3:4 "one"',
    ].join('\n'),
  );
});

test('a colon alone: lines that go on, lists, several definitions and terms', async () => {
  expect(await tree('A\n:\none\ntwo\n\n    three\n:\n    - x\n    - y\nB\n:\n    four\n\nC\n')).toBe(
    [
      ...defined,
      '    paragraph: text "one\\ntwo"',
      '    paragraph: text "three"',
      '  definitionDescription',
      '    list',
      '      listItem',
      '        paragraph: text "x"',
      '      listItem',
      '        paragraph: text "y"',
      '  definitionTerm: text "B"',
      '  definitionDescription',
      '    paragraph: text "four"',
      'paragraph: text "C"',
    ].join('\n'),
  );
});

test('a colon alone in quotes and in items', async () => {
  const inner = defined.map((line) => `  ${line}`);
  expect(await tree('> A\n> :\n> one\n')).toBe(
    ['blockquote', ...inner, '      paragraph: text "one"'].join('\n'),
  );
  expect(await tree('- A\n  :\n  one\n')).toBe(
    ['list', '  listItem', ...inner.map((line) => `  ${line}`), '        paragraph: text "one"'].join('\n'),
  );
});

test.each([
  ['with nothing below', 'A\n:\n', 'A\\n:'],
  ['with a list below that is not indented', 'A\n:\n- one\n', 'A\\n:'],
  ['with a rule below', 'A\n:\n***\n', 'A\\n:'],
  ['between years', '2018\n~\n2020\n', '2018\\n~\\n2020'],
  ['without a term', ':\n    one\n', ':\\none'],
])('a sign alone is text %s', async (_, source, text) => {
  expect(await tree(source)).toContain(`text "${text}"`);
});

test('a colon alone above a heading defines nothing', async () => {
  expect(await tree('A\n:\n# B\n')).toBe('paragraph: text "A\\n:"\nheading 1: text "B"');
});
