import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toCv } from '../../src/content/recognition/to-cv.ts';
import { parseMarkdown } from '../../src/content/syntax/parse-markdown.ts';
import { readPublications } from '../../src/publications/publications.ts';

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv-publications-')));
  writeFileSync(join(folder, 'a.bib'), '@misc{a, author={A, B}, title={One}, howpublished={Web}, year=2020}');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('reads, marks and lists the publications of a CV', async () => {
  const value =
    '---\nname: B A\nbibliography: [a, none.bib]\n---\n\n## Publications\n\n## Work\n\nAs [@a] says.\n';
  const vfile = new VFile({ path: join(folder, 'cv.md'), value });
  const { root, frontMatter } = await parseMarkdown(vfile);
  const publications = await readPublications(frontMatter, vfile);
  expect(publications.sources).toHaveLength(1);
  expect(publications.inputs).toEqual(['a', 'a.bib', 'none.bib'].map((name) => join(folder, name)));
  publications.mark(root);
  const cv = publications.list(toCv(root, frontMatter, vfile));
  expect(cv.sections.map(({ blocks }) => blocks)).toMatchObject([
    [
      {
        type: 'publications',
        groups: [{ publications: [{ key: 'a', authors: { shown: [{ owner: true }] } }] }],
      },
    ],
    [{ type: 'prose', node: { children: [{ value: 'As (A 2020) says.' }] } }],
  ]);
  expect(vfile.messages.map(({ ruleId }) => ruleId)).toEqual(['missing-bibliography']);
});
