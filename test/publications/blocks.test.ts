import { expect, test } from 'vitest';
import { parseWithBib } from './parse-with-bib.ts';

const bib = '@article{a, author = {Ada Lovelace}, title = {A}, journal = {J}, year = 2000}';

test.each([
  '::: publications',
  '::: publications {}',
  '::: publications { }',
  '::: {.publications}',
  '::: {.publications style=apa} :::',
])('%s opens a block', async (fence) => {
  const { shown, messages } = await parseWithBib(bib, `${fence}\n:::`);
  expect(shown).toContain('a (journal)');
  expect(messages).toEqual([]);
});

test('attributes without braces are told at the end of the block that they open not', async () => {
  const { messages, notes } = await parseWithBib(bib, '::: publications style=apa\n:::');
  expect(messages).toContain('cv.md:9:1 unclosed-block Cannot find the block that this `:::` closes');
  expect(notes).toContain(
    'Delete it, or open a block with `::: name` above. Attributes stand in braces: `::: name {key=value}`.',
  );
});

test.each([
  ['::: {.publications stlye=apa}', 'Did you mean `style`?'],
  ['::: publications {autors=3}', 'Did you mean `authors`?'],
])('a misspelt attribute is told: %s', async (fence, note) => {
  const { messages, notes } = await parseWithBib(bib, `${fence}\n:::`);
  expect(messages).toEqual([expect.stringContaining('cv.md:8:1 unknown-filter')]);
  expect(notes).toEqual([note]);
});
