import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';

it('a field that is marked as one keeps its separators and dates', async () => {
  const value = '---\nname: A\n---\n\n## Work\n\n### [Class of 2022 – A | B]{.field} | Acme | 2019 – 2021\n';
  const vfile = new VFile({ path: 'cv.md', value });
  const { cv } = await parseCv(vfile);
  expect(vfile.messages).toEqual([]);
  expect(cv.sections[0]?.blocks[0]).toMatchObject({
    title: { children: [{ children: [{ value: 'Class of 2022 – A | B' }] }] },
    subtitle: { children: [{ value: 'Acme' }] },
    date: { start: { year: 2019 }, end: { year: 2021 } },
  });
});
