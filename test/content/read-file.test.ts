import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCvFile } from '../../src/content/read-file.ts';
import { MdcvError } from '../../src/problem.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mdcv-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Uint8Array): Promise<{ value: string; messages: string[] }> {
  const path = join(folder, 'cv.md');
  await writeFile(path, content);
  const vfile = await readCvFile(path);
  expect(vfile.path).toBe(path);
  const messages = vfile.messages.map(
    (message) =>
      `${message.line}:${message.column} ${message.ruleId} ${message.reason.replaceAll(path, 'cv.md')}`,
  );
  return { value: String(vfile), messages };
}

async function errorOf(path: string): Promise<MdcvError> {
  const error = await readCvFile(path).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(MdcvError);
  return error as MdcvError;
}

test('a file that is not there, a folder, a path through a file', async () => {
  const missing = join(folder, 'none.md');
  expect(await errorOf(missing)).toMatchObject({
    code: 'missing-file',
    message: `Cannot read \`${missing}\`, there is no such file`,
    hint: 'Name the Markdown file of your CV, or let `mdcv new` make one.',
  });
  expect(await errorOf(folder)).toMatchObject({
    code: 'not-a-file',
    message: `Cannot read \`${folder}\`, it is a folder`,
    hint: 'Name the Markdown file in it.',
  });
  await writeFile(join(folder, 'a'), 'x');
  expect((await errorOf(join(folder, 'a', 'b'))).code).toBe('missing-file');
  expect(await errorOf('x\0y')).toMatchObject({
    code: 'not-a-file',
    message: 'Cannot read `x\0y`, the system refuses it (ERR_INVALID_ARG_VALUE)',
    hint: 'Make sure that you may read it.',
  });
});

test('text is kept as it is, without byte-order mark', async () => {
  expect(await read('\uFEFF# Jürgen 漢字 🎓\r\n\tx\n')).toEqual({
    value: '# Jürgen 漢字 🎓\r\n\tx\n',
    messages: [],
  });
  expect((await read('a\rb\r\nc')).value).toBe('a\nb\r\nc');
});

test('UTF-16 with a byte-order mark is read', async () => {
  expect((await read(Buffer.from('\uFEFF# Zoë', 'utf16le'))).value).toBe('# Zoë');
  expect((await read(Buffer.from('\uFEFF# Zoë', 'utf16le').swap16())).value).toBe('# Zoë');
});

test('UTF-16 without one is read, UTF-32 and what only looks like UTF-16 are not', async () => {
  for (const text of ['# Zoë\n\n2019 – Ingenieurin\n', '# 山田太郎\n\n- 2019 会社\n']) {
    const bytes = Buffer.from(text, 'utf16le');
    expect(await read(bytes)).toEqual({ value: text, messages: [] });
    expect(await read(Buffer.from(bytes).swap16())).toEqual({ value: text, messages: [] });
  }
  // A sample that ends within a pair of surrogates.
  const long = `${'a'.repeat(4095)}😀 and more`;
  expect((await read(Buffer.from(long, 'utf16le'))).value).toBe(long);
  const wide = Buffer.from([...'# Zoe'].flatMap((sign) => [sign.charCodeAt(0), 0, 0, 0]));
  for (const bytes of [
    Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), wide]),
    Buffer.concat([Buffer.from([0, 0, 0xfe, 0xff, 0]), wide]),
  ])
    expect(await read(bytes)).toEqual({
      value: '',
      messages: ['1:1 not-text Cannot read `cv.md`, it is written in UTF-32'],
    });
  for (const bytes of [wide, Buffer.from([1, 0, 2, 0, 3, 0]), Buffer.from([0x41, 0, 0, 0xd8, 0x41, 0])])
    expect((await read(bytes)).messages).toEqual(['1:1 not-text Cannot read `cv.md`, it is not a text file']);
});

test('marks of files that were joined', async () => {
  expect(await read('\uFEFF\uFEFF---\nname: Zoë\n---\n')).toEqual({
    value: '---\nname: Zoë\n---\n',
    messages: [],
  });
});

test('an empty file', async () => {
  expect(await read(' \n\n')).toEqual({
    value: ' \n\n',
    messages: ['1:1 empty-file Cannot make a PDF of `cv.md`, it is empty'],
  });
});

test('a file that is no text, or not in UTF-8', async () => {
  expect(await read(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))).toEqual({
    value: '',
    messages: ['1:1 not-text Cannot read `cv.md`, it is not a text file'],
  });
  expect((await read('\0'.repeat(20))).messages).toEqual([
    '1:1 not-text Cannot read `cv.md`, it is not a text file',
  ]);
  for (const text of ['%PDF-1.7\n', '{\\rtf1\\ansi Ada}\n'])
    expect((await read(text)).messages).toEqual(['1:1 not-text Cannot read `cv.md`, it is not a text file']);
});

test.each([
  ['Latin-1', Buffer.from('# CV\nJürgen', 'latin1'), '2:2', 'it is not written in UTF-8', '`Jürgen`'],
  ['Windows-1252', Buffer.from([0x41, 0x93, 0x42, 0x81]), '1:2', 'it is not written in UTF-8', '`A“B?`'],
  [
    'a script of its own',
    Buffer.from('# \xc0\xed\xed\xe0 \xca\xe0\xf0\xe5\xed\xe8\xed\xe0', 'latin1'),
    '1:3',
    'it is not written in UTF-8',
    '`iconv -f WINDOWS-1251 -t UTF-8 cv.md > NEW`',
  ],
  [
    'one letter among others',
    Buffer.concat([Buffer.from('Zoë im Café\nC'), Buffer.from([0xe9]), Buffer.from('line')]),
    '2:2',
    'the letter here is not written in UTF-8 as the others are',
    '`Céline`. Type it anew',
  ],
  [
    'halves of a surrogate pair, and a letter that is longer than it need be',
    Buffer.concat([Buffer.from('\uFEFFMaß '), Buffer.from([0xed, 0xa0, 0x80, 0x20, 0xc1, 0x8d])]),
    '1:5',
    'the letter here and 4 more are not written in UTF-8 as the others are',
    'In Windows-1252 the word here is `í`.',
  ],
])('%s in place of UTF-8', async (_, bytes, place, reason, told) => {
  const path = join(folder, 'cv.md');
  await writeFile(path, bytes);
  const { messages } = await readCvFile(path);
  expect(messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`)).toEqual([
    `${place} Cannot read \`${path}\`, ${reason}`,
  ]);
  expect(messages[0]?.note).toContain(told);
});

test('of a merge that was not finished nothing is read', async () => {
  expect(await read('# Ada\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> other\n')).toEqual({
    value: '',
    messages: ['2:1 merge-conflict Cannot tell which of two versions is meant, git could not merge them'],
  });
});

test('a name that a shell would take for something else is in no command', async () => {
  const path = join(folder, '$(id).md');
  await writeFile(path, Buffer.from('J\xfcrgen', 'latin1'));
  expect((await readCvFile(path)).messages[0]?.note).toContain('-t UTF-8 FILE > NEW`');
});

test('characters that no CV can hold become spaces, with a warning a kind', async () => {
  const text = `# A\0B and much more text than that\n\uFDD0 \u{1FFFE} \uFFFD\n\x07 \x80 \uFEFF x\0${'y'.repeat(60)}`;
  expect(await read(text)).toEqual({
    value: `# A B and much more text than that\n        \n      x ${'y'.repeat(60)}`.replace(
      '\n        \n',
      '\n      \n',
    ),
    messages: [
      '1:4 control-character Cannot print the NUL U+0000 here and 1 more, a space stands for it',
      '2:1 control-character Cannot print the noncharacter U+FDD0 here and 1 more, a space stands for it',
      '2:6 control-character Cannot print the replacement character U+FFFD here, a space stands for it',
      '3:1 control-character Cannot print the control character U+0007 here and 1 more, a space stands for it',
      '3:5 control-character Cannot print the byte-order mark U+FEFF here, a space stands for it',
    ],
  });
});

test('half of a surrogate pair', async () => {
  const bytes = Buffer.from('\uFEFFab', 'utf16le');
  expect(await read(Buffer.concat([bytes, Buffer.from([0x00, 0xd8]), Buffer.from('cd', 'utf16le')]))).toEqual(
    {
      value: 'ab cd',
      messages: [
        '1:3 control-character Cannot print the replacement character U+FFFD here, a space stands for it',
      ],
    },
  );
});

test('refuses a device, which would never end', async () => {
  await expect(readCvFile('/dev/zero')).rejects.toMatchObject({
    code: 'not-a-file',
    message: 'Cannot read `/dev/zero`, it is a pipe or a device',
  });
});
