import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type BibliographyConversion,
  convertBibliography,
} from '../../src/publications/convert-bibliography.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-convert-'));
  writeFileSync(
    join(folder, 'a.bib'),
    `@article{a, author = {Zhang, J. and Wei, Jia}, title = {One}, journal = {Nature}, year = 2020}
@misc{b, author = {Wei, Jia}, title = {Two}, pubstate = {inpress}}`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

async function convert(
  options: Omit<BibliographyConversion, 'vfile'>,
  files = ['a.bib'],
): Promise<{ markdown: string; sources: number; messages: string[] }> {
  const vfile = new VFile();
  const paths = files.map((file) => join(folder, file));
  const { markdown, sources } = await convertBibliography(paths, { ...options, vfile });
  const messages = vfile.messages.map(({ file, reason }) =>
    `${file}: ${reason}`.replaceAll(`${folder}/`, ''),
  );
  return { markdown, sources: sources.length, messages };
}

test('lists all publications in English, nobody set off', async () => {
  expect(await convert({ names: [], request: {} })).toEqual({
    markdown: '- Jia Wei. *Two*. in press.\n- J. Zhang, Jia Wei. *One*. Nature, 2020.\n',
    sources: 1,
    messages: [],
  });
});

test('sets the owner off, in the words of a language', async () => {
  const { markdown } = await convert({
    names: ['Jintao Zhang'],
    lang: 'de',
    request: { group: 'type', number: 'true', year: undefined },
  });
  expect(markdown).toBe(
    [
      '### Zeitschriftenaufsätze\n\n- \\[1] **J. Zhang**, Jia Wei. *One*. Nature, 2020.',
      '### Weitere Veröffentlichungen\n\n- \\[2] Jia Wei. *Two*. im Druck.\n',
    ].join('\n\n'),
  );
});

test('sets the owner off under another name, too', async () => {
  const { markdown } = await convert({ names: ['Ann Li', 'Zhang, Jintao'], request: {} });
  expect(markdown).toContain('**J. Zhang**');
});

test('tells what is wrong with a file and with what is asked for, by the names that were given', async () => {
  mkdirSync(join(folder, 'folder.bib'));
  writeFileSync(join(folder, 'empty.bib'), '');
  const files = ['none.bib', 'folder', 'empty', 'a', 'a.bib'];
  expect(await convert({ names: [], request: { year: 'x', sort: 'file', group: 'y' } }, files)).toEqual({
    markdown: '- J. Zhang, Jia Wei. *One*. Nature, 2020.\n- Jia Wei. *Two*. in press.\n',
    sources: 2,
    messages: [
      'none.bib: Cannot read the bibliography `none.bib`, there is no such file',
      'folder: Cannot read the bibliography `folder`, it is a folder',
      'empty: Cannot find publications in the bibliography `empty`, it is empty',
      '--year: Cannot use `year` with `x`, expected years such as `2024`, `2020-2024`, `2020-` or `-2019`',
      '--group: Cannot use `group` with `y`, expected `none`, `year`, `type`, `keyword` or `venue`',
    ],
  });
});

test('downloads nothing', async () => {
  const vfile = new VFile();
  await convertBibliography(['https://example.org/a.bib'], { names: [], request: {}, vfile });
  expect(vfile.messages.map(({ file, note }) => [file, note])).toEqual([
    ['https://example.org/a.bib', 'Download it, and name the file.'],
  ]);
});
