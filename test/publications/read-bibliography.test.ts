import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bibliography, readBibliography } from '../../src/publications/read-bibliography.ts';

let outer: string;
let folder: string;
beforeEach(() => {
  outer = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv-bib-')));
  folder = join(outer, 'cv');
  mkdirSync(folder);
});
afterEach(() => rmSync(outer, { recursive: true }));

interface Read extends Bibliography {
  keys: string[];
  messages: string[];
  notes: (string | undefined)[];
}

async function read(...value: string[]): Promise<Read> {
  const vfile = new VFile({ path: join(folder, 'cv.md') });
  const position = { start: { line: 3, column: 15, offset: 0 }, end: { line: 3, column: 20, offset: 5 } };
  const bibliography = await readBibliography({ value, position }, vfile);
  return {
    ...bibliography,
    keys: bibliography.entries.map(({ key }) => key),
    messages: vfile.messages.map(({ name, ruleId, fatal, reason }) =>
      `${name} ${ruleId} ${fatal} ${reason}`.replaceAll(`${folder}/`, ''),
    ),
    notes: vfile.messages.map(({ note }) => note),
  };
}

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content);
}

test('reads nothing where no bibliography is named', async () => {
  expect(await readBibliography(undefined, new VFile({ path: 'cv.md' }))).toEqual({
    entries: [],
    sources: [],
    inputs: [],
  });
});

test('reads the files in their order', async () => {
  mkdirSync(join(folder, 'refs.lib'));
  write('refs.lib/a.BIB', '\uFEFF@misc{one,\r\n note={x}}');
  write('b.bib', '@misc{two}');
  const { keys, messages, sources, inputs, entries } = await read(
    'refs.lib/a.BIB',
    'b',
    './b.bib',
    join(folder, 'b.bib'),
  );
  expect({ keys, messages }).toEqual({ keys: ['one', 'two'], messages: [] });
  expect(sources.map(({ path, value }) => [path, value])).toEqual([
    [join(folder, 'refs.lib/a.BIB'), '@misc{one,\r\n note={x}}'],
    [join(folder, 'b.bib'), '@misc{two}'],
  ]);
  expect(inputs).toEqual(['refs.lib/a.BIB', 'b', 'b.bib'].map((name) => join(folder, name)));
  expect(entries[0]?.fields.get('note')?.position).toEqual({
    start: { line: 2, column: 8, offset: 19, file: join(folder, 'refs.lib/a.BIB') },
    end: { line: 2, column: 9, offset: 20, file: join(folder, 'refs.lib/a.BIB') },
  });
});

test('names files from the working folder', async () => {
  const vfile = new VFile({ path: 'test/fixtures/none/cv.md' });
  const { inputs, sources } = await readBibliography({ value: ['a.bib'] }, vfile);
  expect({ inputs, sources }).toEqual({
    inputs: [join(process.cwd(), 'test/fixtures/none/a.bib')],
    sources: [],
  });
  const here = new VFile({ path: 'package.md' });
  expect((await readBibliography({ value: ['package.json'] }, here)).sources[0]?.path).toBe('package.json');
});

test.each([
  ['none.bib', 'there is no such file', 'Name it relative to the CV, or put it there.', ['none.bib']],
  ['none', 'there is no such file', 'Name it relative to the CV, or put it there.', ['none', 'none.bib']],
  ['sub.bib', 'it is a folder', 'Name the .bib file in it.', ['sub.bib']],
  ['.', 'it is a folder', 'Name the .bib file in it.', []],
  [
    '../out.bib',
    "it is outside the CV's folder",
    'Copy it beside the CV or into a folder below, and name it there: a CV reaches no other files, so that one from elsewhere cannot read yours.',
    [],
  ],
  [
    '../none.bib',
    "it is outside the CV's folder",
    'Copy it beside the CV or into a folder below, and name it there: a CV reaches no other files, so that one from elsewhere cannot read yours.',
    [],
  ],
  [
    '/dev/null',
    "it is outside the CV's folder",
    'Copy it beside the CV or into a folder below, and name it there: a CV reaches no other files, so that one from elsewhere cannot read yours.',
    [],
  ],
  [
    'link.bib',
    "it is a link to a file outside the CV's folder",
    'Put the file itself there, or move the CV to where it lies: a CV reaches no other files, so that one from elsewhere cannot read yours.',
    [],
  ],
  ['pipe.bib', 'it is a pipe or a device', 'Save the text to a file and name that.', ['pipe.bib']],
  ['image.bib', 'it is not a text file', 'Export your publications as BibTeX or BibLaTeX.', ['image.bib']],
  [
    'https://a.org/b.bib',
    'mdcv reads nothing from the network',
    'Download it into the folder of the CV, and name it there.',
    [],
  ],
  [
    '//a.org/b.bib',
    'mdcv reads nothing from the network',
    'Download it into the folder of the CV, and name it there.',
    [],
  ],
])('refuses %s', async (name, reason, note, inputs) => {
  mkdirSync(join(folder, 'sub.bib'));
  writeFileSync(join(outer, 'out.bib'), '@misc{out}');
  symlinkSync('../out.bib', join(folder, 'link.bib'));
  execFileSync('mkfifo', [join(folder, 'pipe.bib')]);
  write('image.bib', new Uint8Array([0x89, 0x50, 0, 0, 1]));
  write('good.bib', '@misc{good}');
  const found = await read(name, 'good.bib');
  expect(found.messages).toEqual([
    `cv.md:3:15 missing-bibliography true Cannot read the bibliography \`${name}\`, ${reason}`,
  ]);
  expect(found.notes).toEqual([note]);
  expect(found.keys).toEqual(['good']);
  expect(found.inputs).toEqual([...inputs, 'good.bib'].map((input) => join(folder, input)));
});

test('says why the system refuses a file', async () => {
  symlinkSync('loop.bib', join(folder, 'loop.bib'));
  expect((await read('loop.bib')).messages[0]).toContain('there is no such file');
  // Longer than a path may be.
  expect((await read(`${'a'.repeat(5000)}.bib`)).messages[0]).toContain('there is no such file');
  // Longer than Node reads at once; no byte of it is on the disk.
  write('huge.bib', '');
  truncateSync(join(folder, 'huge.bib'), 2 ** 31);
  const { messages, notes } = await read('huge.bib');
  expect(messages).toEqual([
    'cv.md:3:15 missing-bibliography true Cannot read the bibliography `huge.bib`, the system refuses it (ERR_FS_FILE_TOO_LARGE)',
  ]);
  expect(notes).toEqual(['Make sure that it is a .bib file and that you may read it.']);
});

test('follows links that stay in the folder, and reads their file once', async () => {
  write('a.bib', '@misc{a}');
  symlinkSync('a.bib', join(folder, 'b.bib'));
  const { keys, messages, sources, inputs } = await read('b.bib', 'a.bib');
  expect({ keys, messages, paths: sources.map(({ path }) => path), inputs }).toEqual({
    keys: ['a'],
    messages: [],
    paths: [join(folder, 'b.bib')],
    inputs: [join(folder, 'b.bib'), join(folder, 'a.bib')],
  });
});

test('warns of an empty file', async () => {
  write('a.bib', ' \n');
  const { messages, notes, sources } = await read('a.bib', 'a.bib');
  expect(messages).toEqual([
    'cv.md:3:15 missing-bibliography false Cannot find publications in the bibliography `a.bib`, it is empty',
  ]);
  expect(notes).toEqual(['Write entries into it: `@article{key, title = {…}, author = {…}, year = {…}}`.']);
  expect(sources).toHaveLength(1);
});

test('reads Windows-1252 with a warning', async () => {
  write('a.bib', Buffer.from('@misc{a,\n title={M\xfcller \x96 x}}', 'latin1'));
  const { messages, notes, entries } = await read('a.bib');
  expect(entries[0]?.fields.get('title')?.value).toBe('Müller – x');
  expect(messages).toEqual([
    'a.bib:2:10 not-text false Cannot read `a.bib` as UTF-8, it is read as Windows-1252',
  ]);
  expect(notes).toEqual(['Open it in your editor and save it with the encoding UTF-8.']);
});

test('reads letters of UTF-8 beside those of Windows-1252, and points at the first of these', async () => {
  write(
    'a.bib',
    Buffer.concat([Buffer.from('@misc{a, note={é}, title={ü'), Buffer.from([0xe9]), Buffer.from('}}')]),
  );
  const { messages, entries } = await read('a.bib');
  expect(entries[0]?.fields.get('title')?.value).toBe('üé');
  expect(messages).toEqual([
    'a.bib:1:28 not-text false Cannot read 1 letters of `a.bib` as UTF-8, they are read as Windows-1252',
  ]);
});

test('refuses an encoding of another script, which Windows-1252 would make other letters of', async () => {
  // "Войнa и мир" in Windows-1251.
  write('a.bib', Buffer.from('@misc{a, title={\xc2\xee\xe9\xed\xe0 \xe8 \xec\xe8\xf0}}', 'latin1'));
  const { messages, notes } = await read('a.bib');
  expect(messages).toEqual([
    'cv.md:3:15 missing-bibliography true Cannot read the bibliography `a.bib`, it is not written in UTF-8',
  ]);
  expect(notes[0]).toContain('`iconv -f WINDOWS-1251 -t UTF-8 a.bib > NEW`');
});

test('finds a file whose name a Mac spelt', async () => {
  write('Zoë.bib'.normalize('NFD'), '@misc{a, title={b}}');
  expect((await read('Zoë.bib'.normalize('NFC'))).messages).toEqual([]);
});

test('tells of versions that were not merged', async () => {
  write('a.bib', '<<<<<<< HEAD\n@misc{a, title={b}}\n=======\n@misc{c, title={d}}\n>>>>>>> other\n');
  expect((await read('a.bib')).messages[0]).toMatch(/^a\.bib:1:1 merge-conflict true /);
});

test.each(['utf-16le', 'utf-16be'])('reads %s', async (encoding) => {
  const bytes = Buffer.from('\uFEFF@misc{a, title={é}}', 'utf16le');
  write('a.bib', encoding === 'utf-16le' ? bytes : bytes.swap16());
  const { messages, entries } = await read('a.bib');
  expect({ messages, title: entries[0]?.fields.get('title')?.value }).toEqual({ messages: [], title: 'é' });
});

test('drops what no CV can hold', async () => {
  write('a.bib', '@misc{a, title={b\x07c}}');
  const { messages, entries } = await read('a.bib');
  expect(entries[0]?.fields.get('title')?.value).toBe('b c');
  expect(messages).toEqual([
    'a.bib:1:18 control-character false Cannot print the control character U+0007 here, a space stands for it',
  ]);
});
