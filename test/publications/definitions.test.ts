import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { expect, onTestFinished, test } from 'vitest';
import { parseCv } from '../../src/content/parse-cv.ts';
import { phrasingToText } from '../../src/latex/phrasing-to-text.ts';
import type { Block } from '../../src/model/cv.ts';

/** Each block as `type label: text of its paragraphs`. */
async function readBlocks(body: string): Promise<string[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv-definitions-')));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    join(folder, 'p.bib'),
    '@article{a, author = {Ada Lovelace and Jia Wei}, title = {Notes}, journal = {Memoirs}, year = 1843}',
  );
  const value = `---\nname: Ada Lovelace\nbibliography: p.bib\n---\n\n## Highlights\n\n${body}\n`;
  const { cv } = await parseCv(new VFile({ path: join(folder, 'cv.md'), value }));
  return cv.sections.flatMap(({ blocks }) => blocks.map(showBlock));
}

function showBlock(block: Block): string {
  if (block.type === 'item')
    return `item ${phrasingToText(block.label.children)}: ${block.body.map(showBlock).join(' / ')}`;
  if (block.type === 'prose' && block.node.type === 'paragraph') return phrasingToText(block.node.children);
  return block.type;
}

const reference = 'Ada Lovelace, Jia Wei. Notes. Memoirs, 1843.';

test.each([
  ['1843\n: [@a]', [`item 1843: ${reference}`]],
  ['Best paper\n: [@a]', [`item Best paper: ${reference}`]],
  ['1843\n: [@a]\n: Read by many.', [`item 1843: ${reference} / Read by many.`]],
  // What the author writes is an entry as ever.
  ['1843\n: Notes, Memoirs', ['entry']],
])('a citation in a definition is no entry: %j', async (body, expected) => {
  expect(await readBlocks(body)).toEqual(expected);
});
