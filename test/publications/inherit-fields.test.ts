import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseBibFiles } from '../../src/publications/parse-bib-files.ts';

/** Fields of the entry `k`, and messages. */
function inherit(...texts: string[]): { fields: Record<string, string>; messages: string[] } {
  const vfile = new VFile({ path: 'cv.md' });
  const files = texts.map((value, index) => new VFile({ path: `${'ab'[index]}.bib`, value }));
  const entry = parseBibFiles(files, vfile).find(({ key }) => key === 'k');
  const fields = [...(entry?.fields ?? [])].filter(([name]) => name !== 'crossref' && name !== 'xdata');
  return {
    fields: Object.fromEntries(fields.map(([name, { value }]) => [name, value])),
    messages: vfile.messages.map(({ name, ruleId, reason }) => `${name} ${ruleId} ${reason}`),
  };
}

const titles = 'title={T}, subtitle={S}, titleaddon={A}';

test.each([
  ['proceedings', 'inproceedings', 'book'],
  ['proceedings', 'conference', 'book'],
  ['collection', 'incollection', 'book'],
  ['reference', 'inreference', 'book'],
  ['book', 'inbook', 'book'],
  ['periodical', 'article', 'journal'],
  ['mvbook', 'book', 'main'],
  ['mvcollection', 'incollection', 'main'],
])('names the titles of %s in %s', (parent, child, prefix) => {
  expect(inherit(`@${child}{k, title={Own}, crossref={p}} @${parent}{p, ${titles}, editor={E}}`)).toEqual({
    fields: {
      title: 'Own',
      [`${prefix}title`]: 'T',
      [`${prefix}subtitle`]: 'S',
      [`${prefix}titleaddon`]: 'A',
      editor: 'E',
    },
    messages: [],
  });
});

test.each([
  ['@misc{k, title={Own}, crossref={p}}', '@misc{p, title={T}, note={N}}', { title: 'Own', note: 'N' }],
  // BibTeX's @inbook is a part of the book of that title.
  ['@inbook{k, chapter=3, crossref={p}}', '@book{p, title={T}}', { chapter: '3', title: 'T' }],
  ['@inbook{k, title={}, crossref={p}}', '@book{p, title={T}}', { title: 'T' }],
  [
    '@inproceedings{k, title={O}, booktitle={B}, crossref={p}}',
    '@proceedings{p, title={T}}',
    { title: 'O', booktitle: 'B' },
  ],
  [
    '@inproceedings{k, title={O}, crossref={p}}',
    '@proceedings{p, title={T}, booktitle={B}}',
    { title: 'O', booktitle: 'B' },
  ],
  ['@inbook{k, title={O}, crossref={p}}', '@book{p, author={A}}', { title: 'O', author: 'A' }],
  [
    '@inbook{k, title={O}, author={C}, crossref={p}}',
    '@book{p, author={A}}',
    { title: 'O', author: 'C', bookauthor: 'A' },
  ],
  [
    '@article{k, title={O}, journal={J}, crossref={p}}',
    '@periodical{p, title={T}}',
    { title: 'O', journal: 'J' },
  ],
  ['@misc{k, date={2020}, crossref={p}}', '@misc{p, year=2019, month=jan}', { date: '2020' }],
  ['@misc{k, crossref={p}}', '@misc{p, year=2019, month=jan}', { year: '2019', month: 'jan' }],
  [
    '@misc{k, author={C}, crossref={p}}',
    '@misc{p, author={A}, author+an={1=equal}, editor={E}, editor+an:x={1=y}}',
    { author: 'C', editor: 'E', 'editor+an:x': '1=y' },
  ],
  [
    '@misc{k, crossref={p}}',
    '@misc{p, doi={D}, url={U}, code={C}, code+an={="x"}, keywords={selected}, isbn={I}}',
    { isbn: 'I' },
  ],
])('gives %s what %s has', (child, parent, fields) => {
  expect(inherit(`${parent}\n${child}`)).toEqual({ fields, messages: [] });
  expect(inherit(child, parent)).toEqual({ fields, messages: [] });
});

test('takes data of several entries as they are', () => {
  expect(
    inherit(
      '@misc{k, xdata = { one, two , }, url={own}} @xdata{one, xdata={three}, doi={D}, url={U}, title={T}} @xdata{two, doi={E}, note={N}} @xdata{three, year=2000}',
    ),
  ).toEqual({ fields: { url: 'own', doi: 'D', title: 'T', year: '2000', note: 'N' }, messages: [] });
});

test('inherits through several entries, whatever the case of their keys', () => {
  expect(
    inherit(
      '@inproceedings{k, title={O}, crossref={VLDB25}} @xdata{acm, publisher={ACM}} @proceedings{vldb25, title={T}, xdata={ACM}, crossref={Series}} @misc{SERIES, series={S}}',
    ),
  ).toEqual({ fields: { title: 'O', booktitle: 'T', publisher: 'ACM', series: 'S' }, messages: [] });
});

test('leaves parents among the entries, but not their data', () => {
  const source = new VFile({
    path: 'a.bib',
    value: '@xdata{x, a={b}} @book{p, title={T}} @inbook{k, crossref={p}}',
  });
  expect(parseBibFiles([source], new VFile()).map(({ key }) => key)).toEqual(['p', 'k']);
});

test('tells of a parent that is not there', () => {
  expect(inherit('@misc{k, note={N}, crossref = {nobody}, xdata={}}')).toEqual({
    fields: { note: 'N' },
    messages: ['a.bib:1:32 bib-crossref Cannot find `nobody`, which `k` inherits from'],
  });
});

test('tells of circles', () => {
  expect(inherit('@misc{k, crossref={l}, a={A}}', '@misc{l, crossref={k}, b={B}}')).toEqual({
    fields: { a: 'A', b: 'B' },
    messages: ['b.bib:1:20 bib-crossref Cannot let `l` inherit from `k`, which inherits from it'],
  });
  expect(inherit('@misc{k, xdata={k}}').messages).toEqual([
    'a.bib:1:17 bib-crossref Cannot let `k` inherit from `k`, which inherits from it',
  ]);
});

test('follows no endless chain', () => {
  const chain = Array.from({ length: 20_000 }, (_, index) => `@misc{k${index}, crossref={k${index + 1}}}`);
  expect(inherit(`@misc{k, crossref={k0}} ${chain.slice(0, 40).join('')} @misc{k40, note={N}}`)).toEqual({
    fields: { note: 'N' },
    messages: [],
  });
  expect(inherit(`@misc{k, crossref={k0}} ${chain.join('')}`).messages[0]).toContain(
    'which inherits from it',
  );
});
