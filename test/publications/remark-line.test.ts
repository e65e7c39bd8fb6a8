import { expect, test } from 'vitest';
import { parseWithBib } from './parse-with-bib.ts';

const bib =
  '@article{a, author = {Ada Lovelace}, title = {A}, journal = {J}, year = 2000, keywords = {engines, selected}}';

test.each([
  ['', 'remark: engines'],
  ['style=compact line=keywords', 'remark: engines'],
])('keywords are a remark below the venue, and where they are asked for: %s', async (attributes, remark) => {
  expect((await parseWithBib(bib, `::: publications {${attributes}}\n:::`)).shown).toContain(remark);
});

test.each(['compact', 'numbered'])('keywords are no remark in a sentence: %s', async (style) => {
  const { shown } = await parseWithBib(bib, `::: publications {style=${style}}\n:::`);
  expect(shown).not.toContain('remark');
  const noted = await parseWithBib(
    bib.replace('keywords', 'note = {Invited}, keywords'),
    `::: publications {style=${style}}\n:::`,
  );
  expect(noted.shown).toContain('remark: Invited');
});
