import { expect, test } from 'vitest';
import { parse } from '../syntax/outline.ts';

/** The files that are read of `bibliography:`, and what is told. */
async function read(yaml: string): Promise<{ files: readonly string[] | undefined; told: string[] }> {
  const { frontMatter, vfile } = await parse(`---\n${yaml}\n---\n\nText\n`);
  const told = vfile.messages.map(
    (message) => `${message.line}:${message.column} ${message.fatal} ${message.ruleId} ${message.reason}`,
  );
  return { files: frontMatter.bibliography?.value, told };
}

test.each([
  ['bibliography: own.bib', ['own.bib']],
  ['bibliography: [own.bib, talks]', ['own.bib', 'talks']],
  ['bibliography: {file: own}', ['own']],
  ['bibliography: {files: [own, talks.bib]}', ['own', 'talks.bib']],
  [
    'bibliography:\n  - file: own.bib\n  - path: talks.bib\n  -\n  - [more.bib]',
    ['own.bib', 'talks.bib', 'more.bib'],
  ],
  // multibib's names of lists
  ['bibliography: {main: own.bib, software: [code.bib, more]}', ['own.bib', 'code.bib', 'more']],
  ['files: &f [own.bib]\nbibliography: {src: *f}\nlayout: cv', ['own.bib']],
  ['bibliography: {Bib_File: own.bib, style: }', ['own.bib']],
])('%s', async (yaml, files) => {
  const { told, files: found } = await read(yaml);
  expect(found).toEqual(files);
  expect(told.filter((line) => !line.includes('`files`'))).toEqual([]);
});

test('none', async () => {
  expect(await read('bibliography: false')).toEqual({ files: undefined, told: [] });
  expect(await read('bibliography: {file: false}')).toEqual({ files: undefined, told: [] });
});

test('settings beside the file are told, and the file is read', async () => {
  expect(await read('bibliography: {file: x.bib, style: apa, Sort: year}')).toEqual({
    files: ['x.bib'],
    told: [
      '2:36 false unknown-key Cannot use `bibliography.style`, only the files under `bibliography` are read',
      '2:47 false unknown-key Cannot use `bibliography.Sort`, only the files under `bibliography` are read',
    ],
  });
  const { vfile } = await parse('---\nbibliography: {file: x.bib, csl: apa, sort: year}\n---\n');
  expect(vfile.messages.map(({ note }) => note)).toEqual([
    'Choose the look of publications by `publications: {style: …}`, such as `compact`, or take it out.',
    'Take it out, or, if it is a .bib file, write `bibliography: [first.bib, second.bib]`.',
  ]);
});

test('a .bib file under a key of its own beside the one for the file', async () => {
  const { files, told } = await read('bibliography: {main: [], file: x.bib, other: y.bib}');
  expect(files).toEqual(['x.bib']);
  expect(told.map((line) => line.split(' ')[0])).toEqual(['2:22', '2:46']);
});

test.each([
  ['bibliography: true', '2:15 false wrong-type Cannot use `bibliography` with `true`,'],
  ['bibliography: {style: apa}', '2:15 false wrong-type Cannot use `bibliography` with a mapping,'],
  ['bibliography: [{}]', '2:16 false wrong-type Cannot use `bibliography` with a mapping,'],
  [
    'bibliography: {file: {show: true}}',
    '2:22 false wrong-type Cannot use `bibliography.file` with a mapping,',
  ],
  // What stands in itself, and what is nested for no reason.
  ['bibliography: &a [*a]', '2:18 false wrong-type Cannot use `bibliography` with a list,'],
  [
    'bibliography: &a {file: *a}',
    '2:18 false wrong-type Cannot use `bibliography.file.file.file` with a mapping,',
  ],
])('a warning, and no file: %s', async (yaml, message) => {
  expect(await read(yaml)).toEqual({
    files: undefined,
    told: [`${message} expected the path of a .bib file or a list of them`],
  });
});

test('a mapping by language is followed, and without `lang` every file is read', async () => {
  expect(await read('lang: [en, de]\nbibliography: {en: a.bib, de: b.bib}')).toMatchObject({
    files: ['a.bib'],
  });
  expect(await read('bibliography: {en: a.bib, de: b.bib}')).toEqual({ files: ['a.bib', 'b.bib'], told: [] });
});
