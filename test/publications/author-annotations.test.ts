import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readAnnotations } from '../../src/publications/author-annotations.ts';
import { createField } from './create-field.ts';

/** `1 equal corresponding`, and the messages. */
function show(fields: Record<string, string>, name = 'author'): string[] {
  const vfile = new VFile({ path: 'cv.md' });
  const { position } = createField('');
  const entries = Object.entries(fields).map(([key, value]) => [key, createField(value)] as const);
  const found = readAnnotations(
    name,
    { type: 'article', key: 'a', fields: new Map(entries), position },
    vfile,
  );
  const messages = vfile.messages.map(
    ({ file, line, column, ruleId, reason, note }) =>
      `${file}:${line}:${column} ${ruleId} ${reason}. ${note}`,
  );
  return [...[...found].map(([index, { marks }]) => `${index} ${marks.join(' ')}`), ...messages];
}

test.each([
  ['1=equal; 2=equal', ['1 equal', '2 equal']],
  ['1=equal;2=corresponding,equal', ['1 equal', '2 equal corresponding']],
  ['2:family=student', ['2 student']],
  ['1:given=equal;1:family=corresponding', ['1 equal corresponding']],
  ['1="equal"; 2 = "Equal contribution" ', ['1 equal', '2 equal']],
  ['1=co-first, 2=co-first', ['1 equal', '2 equal']],
  ['1={Corresponding Author}', ['1 corresponding']],
  ['1=*; 2=\\dag, $^\\ddag$', ['1 equal', '2 corresponding student']],
  ['=equal', ['0 equal']],
  ['10=advisee;;', ['10 student']],
  ['10=advisee; ; 2=equal', ['10 student', '2 equal']],
  ['1=highlight; 2=equal', ['2 equal']],
  ['1=""', []],
  ['', []],
])('reads %s', (value, expected) => {
  expect(show({ 'author+an': value })).toEqual(expected);
});

test('reads named annotations, and those of this field only', () => {
  const fields = {
    author: '1=equal',
    'author+an:role': '1=equal',
    'author+an:default': '2=student',
    'author+an:orcid': '1="0000-0001"',
    'editor+an': '1=corresponding',
    'author+other': '1=equal',
  };
  expect(show(fields)).toEqual(['1 equal', '2 student']);
  expect(show(fields, 'editor')).toEqual(['1 corresponding']);
});

const expected = 'expected `equal`, `corresponding` or `student`';

test.each([
  [
    { 'author+an': '1=equall, 2=foo' },
    [
      `publications.bib:3:14 bib-name Cannot mark a name with \`equall\`, ${expected}. Did you mean \`equal\`? Until then the name has no mark.`,
      `publications.bib:3:24 bib-name Cannot mark a name with \`foo\`, ${expected}. The name has no mark.`,
    ],
  ],
  [
    { 'author+an:': '1="MIT"' },
    [`publications.bib:3:15 bib-name Cannot mark a name with \`MIT\`, ${expected}. The name has no mark.`],
  ],
  [
    { 'author+an:role': '1=lead' },
    [`publications.bib:3:14 bib-name Cannot mark a name with \`lead\`, ${expected}. The name has no mark.`],
  ],
])('tells of unknown words in %j', (fields, messages) => {
  expect(show(fields)).toEqual(messages);
});

test.each(['equal', '00=equal', 'x=equal'])('tells that %s names nobody', (value) => {
  expect(show({ 'author+an': `1=equal; ${value}` })).toEqual([
    '1 equal',
    `publications.bib:3:21 bib-name Cannot tell which name \`${value}\` is about, expected one such as \`1=equal\`. Write the number of the name, counted from 1, before the equals sign.`,
  ]);
});
