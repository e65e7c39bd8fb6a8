import type { Table } from 'mdast';
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
