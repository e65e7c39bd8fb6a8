import type { List, ListItem, Table, TableCell } from 'mdast';
import { expect, test } from 'vitest';
import { toColumns } from '../../src/latex/table.ts';

function sharesOf(...rows: string[][]): number[] {
  const children = rows.map((row) => ({
    type: 'tableRow' as const,
    children: row.map((value) => ({
      type: 'tableCell' as const,
      children: [{ type: 'text' as const, value }],
    })),
  }));
  const table: Table = { type: 'table', children };
  return toColumns(table).columns.map(({ share }) => Number(share.toFixed(2)));
}

const long = 'a word and a word and a word and a word and a word';

test('a narrow column has room for its longest word', () => {
  const [date = 0, ...others] = sharesOf(['08/2025', long, long]);
  expect(date).toBeGreaterThanOrEqual(4 / 64);
  expect(sharesOf(['08.2025', long, long])[0]).toBeGreaterThanOrEqual(0.1);
  expect(date + others.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
});

test('what others have to spare goes to the one that needs it, and ideographs need nothing', () => {
  expect(sharesOf(['Verkehrsflussmodellierung', '漢字'.repeat(20), '漢字'.repeat(20)])).toEqual([
    0.38, 0.3, 0.32,
  ]);
});

test('a year, and a month with its day, need room as a whole', () => {
  expect(sharesOf(['2016年12月31日', '漢字'.repeat(20), '漢字'.repeat(20)])[0]).toBeGreaterThanOrEqual(
    8 / 64,
  );
  expect(sharesOf(['毎年', '漢字'.repeat(20), '漢字'.repeat(20)])[0]).toBeLessThan(8 / 64);
  expect(sharesOf(['2016', '漢字'.repeat(20), '漢字'.repeat(20)])[0]).toBeLessThan(8 / 64);
});

test('where there is no room for all, the weights count', () => {
  const word = 'Verkehrsflussmodellierung';
  expect(sharesOf([word, word, word])).toEqual([0.33, 0.33, 0.34]);
});

test('a short cell stays on one line where there is room', () => {
  const [hours = 0] = sharesOf(['5/ 30', long, long]);
  expect(hours).toBeGreaterThanOrEqual(5 / 64);
  // Four times two words ask for more than there is.
  const many = 'Abcdefghij Abcdefghijklmno';
  const [short = 0] = sharesOf(['5/ 30', many, many, many, many]);
  expect(short).toBeLessThan(5.5 / 60);
});

test('capitals and ideographs are wider than small letters, and brackets stay with them', () => {
  const [capitals = 0] = sharesOf(['ABCDEFGHIJ', long, long]);
  const [small = 0] = sharesOf(['abcdefghij', long, long]);
  expect(capitals).toBeGreaterThan(small);
  expect(sharesOf(['漢字'.repeat(20), 'ab '.repeat(40)])[0]).toBeCloseTo(0.5);
  expect(sharesOf(['Vue（Nuxt）', long, long])[0]).toBeGreaterThanOrEqual(8.5 / 64);
});

test('what TeX does not break needs room as a whole', () => {
  const sharesBeside = (cell: string): number => sharesOf([cell, long, long])[0] ?? 0;
  expect(sharesBeside('Vue.js（Nuxt.js） x')).toBeGreaterThanOrEqual(16 / 64);
  expect(sharesBeside('4.7/5.0\u00a0(4.3) x')).toBeGreaterThanOrEqual(13 / 64);
  expect(sharesBeside('2021年9月〜2022年3月 x')).toBeGreaterThanOrEqual(12 / 64);
  expect(sharesBeside('2023-07〜2024 x y z')).toBeGreaterThanOrEqual(7 / 64);
});

test('each item of a list in a cell has a line of its own', () => {
  const item = (value: string): ListItem => ({
    type: 'listItem',
    children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
  });
  const list: List = { type: 'list', children: ['Vuex', 'Jest', 'Storybook'].map(item) };
  const cells = [[list, { type: 'thematicBreak' }], [{ type: 'text', value: long }]];
  const children = cells.map((children) => ({ type: 'tableCell', children }) as TableCell);
  const { columns } = toColumns({ type: 'table', children: [{ type: 'tableRow', children }] });
  expect(columns[0]?.share).toBeGreaterThan(12 / 64);
  expect(columns[0]?.share).toBeLessThan(0.35);
});
