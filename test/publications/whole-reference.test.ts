import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { expect, onTestFinished, test } from 'vitest';
import { convertBibliography } from '../../src/publications/convert-bibliography.ts';

/** The line of Markdown for one entry. */
async function toLine(entry: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mdcv-reference-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'p.bib'), entry);
  const vfile = new VFile({ path: join(folder, 'cv.md') });
  const { markdown } = await convertBibliography([join(folder, 'p.bib')], {
    names: ['Ada Lovelace'],
    request: {},
    vfile,
  });
  return markdown.replace(/^- |\n$/g, '');
}

const who = 'author = {Ada Lovelace}';

test.each([
  [
    `@article{a, ${who}, title = {T}, journal = {J}, volume = 12, number = 3, pages = {4-5}, year = 2020, doi = {10.1000/x}}`,
    '**Ada Lovelace**. *T*. J, 12(3), 4–5, 2020. [\\[doi\\]](https://doi.org/10.1000/x)',
  ],
  [
    `@article{a, ${who}, title = {T}, journal = {J}, number = 3, year = 2020}`,
    '**Ada Lovelace**. *T*. J, (3), 2020.',
  ],
  [
    `@techreport{a, ${who}, title = {T}, institution = {I}, number = {R-1}, year = 2020}`,
    '**Ada Lovelace**. *T*. Technical report R-1, I, 2020.',
  ],
  [
    `@inproceedings{a, ${who}, title = {T}, booktitle = {P}, number = {7}, year = 2020}`,
    '**Ada Lovelace**. *T*. P, 7, 2020.',
  ],
  [
    `@phdthesis{a, ${who}, title = {T}, school = {S}, year = 2020}`,
    '**Ada Lovelace**. *T*. PhD thesis, S, 2020.',
  ],
  [
    '@article{a, author = {Ada Lovelace and others}, title = {Why?}, journal = {J}, year = 2020, pubstate = {forthcoming}}',
    '**Ada Lovelace**, et al. *Why?* J, 2020, to appear.',
  ],
  [
    `@misc{a, ${who}, title = {On \\emph{E. coli}, and more}, eprint = {2501.00001}, eprinttype = {arxiv}, year = 2025, code = {https://example.org/c}}`,
    '**Ada Lovelace**. *On *E. coli*, and more*. arXiv, 2025. [\\[code\\]](https://example.org/c) [\\[arXiv\\]](https://arxiv.org/abs/2501.00001)',
  ],
  [`@unpublished{a, ${who}, title = {T}}`, '**Ada Lovelace**. *T*.'],
])('%s', async (entry, line) => {
  expect(await toLine(entry)).toBe(line);
});
