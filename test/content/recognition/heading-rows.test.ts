import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import { showCv } from './show-cv.ts';

async function read(body: string): Promise<string[]> {
  const { cv } = await parseCv(
    new VFile({ path: 'cv.md', value: `# Ada Byron\n\n## Profile\n\nFerries.\n\n## Work\n\n${body}\n` }),
  );
  return showCv(cv).trim().split('\n').slice(6);
}

const firms = [
  { firm: 'Wool Ltd.', role: 'Senior Knitter', date: '2018 – 2020' },
  { firm: 'Silk Inc.', role: 'Dyer', date: '📅 Jan 2015 – 2018' },
];
const entries = [
  'entry: Wool Ltd.',
  '  . subtitle: Senior Knitter',
  '  . date: 2018–2020 [2018..2020]',
  '  paragraph: Did things.',
  'entry: Silk Inc.',
  '  . subtitle: Dyer',
  '  . date: Jan 2015 – 2018 [2015-1..2018]',
  '  paragraph: Did things.',
];

describe.each([
  ['one level', [3, 3, 3]],
  ['falling levels', [3, 4, 5]],
  ['the last two of one level', [3, 4, 4]],
  ['the first two of one level', [3, 3, 4]],
])('three headings in a row: %s', (_, depths) => {
  const write = (body: string, ...order: ('firm' | 'role' | 'date')[]): string =>
    firms
      .map((one) =>
        [...order.map((key, at) => `${'#'.repeat(depths[at] as number)} ${one[key]}`), body].join('\n\n'),
      )
      .join('\n\n');

  test('firm, role, date', async () => {
    expect(await read(write('Did things.', 'firm', 'role', 'date'))).toEqual(entries);
  });
  test('firm, date, role', async () => {
    expect(await read(write('Did things.', 'firm', 'date', 'role'))).toEqual(entries);
  });
  test('without a text', async () => {
    const bare = entries.filter((line) => !line.includes('paragraph'));
    expect(await read(write('', 'firm', 'role', 'date'))).toEqual(bare);
    expect(await read(write('', 'firm', 'date', 'role'))).toEqual(bare);
  });
  test('only one firm', async () => {
    const [one] = write('Did things.', 'firm', 'role', 'date').split(`\n\n${'#'.repeat(3)} Silk`);
    expect(await read(one as string)).toEqual(entries.slice(0, 4));
  });
});

test('the place beside the date', async () => {
  expect(await read('### Wool\n#### Dyer\n##### 2018 – 2020 | Hull')).toEqual([
    'entry: Wool',
    '  . subtitle: Dyer',
    '  . place: Hull',
    '  . date: 2018–2020 [2018..2020]',
  ]);
});

test('a place that a picture shows', async () => {
  expect(await read('### Wool\n#### Dyer\n##### 2018 – 2020 | 📍 Hull')).toContain('  . place: Hull');
});

test('what is deeper stays in the entry', async () => {
  expect(await read('### Wool\n#### Dyer\n##### 2018 – 2020\n\n###### Vats\n\nBlue')).toEqual([
    'entry: Wool',
    '  . subtitle: Dyer',
    '  . date: 2018–2020 [2018..2020]',
    '  subsection: Vats',
    '    paragraph: Blue',
  ]);
});

test('a firm with several roles stays a group', async () => {
  const roles = '#### Dyer\n##### 2018 – 2020\n\nBlue\n\n#### Spinner\n##### 2016 – 2018\n\nFine';
  const expected = [
    'subsection: Wool',
    '  entry: Dyer',
    '    . date: 2018–2020 [2018..2020]',
    '    paragraph: Blue',
    '  entry: Spinner',
    '    . date: 2016–2018 [2016..2018]',
    '    paragraph: Fine',
  ];
  expect(await read(`### Wool\n${roles}`)).toEqual(expected);
  expect(await read(`### Wool\n${roles.replaceAll('#####', '####')}`)).toEqual(expected);
});

test.each([
  [
    'a kind of entries above the only one',
    '### Talks\n#### On wool\n##### 2018\n\nBlue',
    'subsection: Talks',
  ],
  ['a part with attributes of its own', '### Wool\n### Dyer {.long}\n### 2018\n\nBlue', 'entry: Wool'],
  ['a date in the first', '### Wool, 2018\n### Dyer\n### 2019\n\nBlue', 'entry: Wool'],
  ['levels that rise', '#### Wool\n### Dyer\n### 2018\n\nBlue', 'entry: Wool'],
])('not %s', async (_, body, first) => {
  const shown = await read(body);
  expect(shown[0]).toBe(first);
  expect(shown.join('\n')).not.toMatch(/^entry: Wool\n {2}\. subtitle: Dyer/mu);
});

test('dates above what they are of', async () => {
  expect(
    (await read('### 2018\n### Wool\n### 2019\n### Silk')).filter((line) => line.includes('[2018]')),
  ).toEqual([]);
});

test('a list of headings is none', async () => {
  expect(await read('### Books\n### 2018, On wool\n### 2017, On silk')).toHaveLength(5);
  expect(await read('### Wool\n### Silk\n### Linen')).toEqual(['entry: Wool', 'entry: Silk', 'entry: Linen']);
});

test('a heading of a long text is neither a firm nor a role', async () => {
  const long = 'knitting socks '.repeat(8).trim();
  const shown = await read(`### Wool\n### ${long}\n### 2018\n\nBlue`);
  expect(shown.join('\n')).not.toContain(`subtitle: ${long}`);
});
