import { expect, test } from 'vitest';
import { parse } from './outline.ts';

test('a fence with a name, attributes or both opens a block, a bare one closes it', async () => {
  const { tree, problems } = await parse(
    '::: publications {.private lang=de}\ntext\n:::\n\n::::: {#refs .long}\n::: note :::\ninner\n:::\n:::::\n',
  );
  expect(tree).toBe(
    [
      'fencedDiv publications {"classes":["private"],"values":{"lang":"de"}}',
      '  paragraph: text "text"',
      'fencedDiv long {"classes":["long"],"values":{},"id":"refs"}',
      '  fencedDiv note',
      '    paragraph: text "inner"',
    ].join('\n'),
  );
  expect(problems).toEqual([]);
});

test('a fence interrupts a paragraph, in a list item too', async () => {
  const { placed } = await parse('- item\n  ::: x\n  foo\n  :::\n');
  expect(placed).toBe(
    [
      'list@1:1-4:6',
      '  listItem@1:1-4:6',
      '    paragraph@1:3-1:7: text@1:3-1:7 "item"',
      '    fencedDiv@2:3-4:6 x',
      '      paragraph@3:3-3:6: text@3:3-3:6 "foo"',
    ].join('\n'),
  );
});

test('an empty block', async () => {
  expect((await parse('::: {#refs}\n:::\n')).tree).toBe('fencedDiv {"classes":[],"values":{},"id":"refs"}');
});

test('a block that is never closed and a fence that closes none are warned of', async () => {
  const { tree, problems, vfile } = await parse(':::\n\n::: a\ntext\n\n::: {#b}\nmore\n');
  expect(tree).toBe(
    'fencedDiv a\n  paragraph: text "text"\n  fencedDiv {"classes":[],"values":{},"id":"b"}\n    paragraph: text "more"',
  );
  expect(problems).toEqual(['1:1 unclosed-block', '6:1 unclosed-block', '3:1 unclosed-block']);
  expect(vfile.messages.map(String)).toEqual([
    'cv.md:1:1: Cannot find the block that this `:::` closes',
    'cv.md:6:1: Cannot find the end of the block, expected `:::`',
    'cv.md:3:1: Cannot find the end of the block `a`, expected `:::`',
  ]);
});

test('colons in code and sentences after colons are text', async () => {
  expect((await parse('```\n::: x\n```\n\n::: is a fence\n\n::: {not attributes}\n')).tree).toBe(
    'code "::: x"\nparagraph: text "::: is a fence"\nparagraph: text "::: {not attributes}"',
  );
  // Only a parser sees that the second line is in the code of the item.
  expect((await parse('<pre>\n\n::: x\n</pre>\n')).tree).toBe('code "\\n::: x"');
});

test('blocks nest sixteen deep', async () => {
  const { tree, problems } = await parse(`${'::: a\n'.repeat(20)}x\n\n${':::\n'.repeat(20)}`);
  expect(tree.match(/fencedDiv/g)).toHaveLength(16);
  expect(problems.slice(0, 2)).toEqual(['17:1 too-deep', '39:1 unclosed-block']);
});
