import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looserThan, searchLooks } from '../../src/fit/search-looks.ts';

/** Rows of looks, each look as the pages that it takes. */
async function search(rows: number[][], pages: number) {
  const tried: number[] = [];
  const found = await searchLooks(rows, async (taken) => {
    tried.push(taken);
    return taken <= pages;
  });
  return { found, tried };
}

describe('searchLooks', () => {
  it('finds the first look of the largest size that fits', async () => {
    const rows = [
      [9, 8, 7],
      [8.5, 7, 5, 4],
      [6, 3, 2],
    ];
    expect((await search(rows, 8)).found).toEqual({ row: 0, index: 1 });
    expect((await search(rows, 7)).found).toEqual({ row: 0, index: 2 });
    expect((await search(rows, 5)).found).toEqual({ row: 1, index: 2 });
    expect((await search(rows, 3)).found).toEqual({ row: 2, index: 1 });
    expect((await search(rows, 2)).found).toEqual({ row: 2, index: 2 });
  });

  it('tries one look where nothing fits', async () => {
    expect(
      await search(
        [
          [9, 8],
          [7, 6],
        ],
        5,
      ),
    ).toEqual({ found: undefined, tried: [6] });
  });

  it('tries nothing where there is no other look', async () => {
    expect(await search([[9]], 5)).toEqual({ found: undefined, tried: [] });
  });

  it('does not try the look that is known not to fit', async () => {
    const { found, tried } = await search([[9], [8, 7]], 8);
    expect(found).toEqual({ row: 1, index: 0 });
    expect(tried).not.toContain(9);
    expect(await search([[9, 8]], 8)).toEqual({ found: { row: 0, index: 1 }, tried: [8] });
  });

  it('finds what trying all would find, has tried it, and tries few', async () => {
    // A row's looks, and the rows' last ones, ever tighter; the rows' first ones may be looser than what is above them.
    const rows = fc
      .array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 14 }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((all) => {
        const lasts = all.map((row) => Math.min(...row)).sort((a, b) => b - a);
        return all.map((row, index) =>
          [...row.sort((a, b) => b - a).slice(0, -1), lasts[index] as number].sort((a, b) => b - a),
        );
      })
      .filter((all) =>
        all.every(
          (row, index) => index === 0 || (all[index - 1]?.at(-1) as number) >= (row.at(-1) as number),
        ),
      );
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 50 }), async (all, pages) => {
        fc.pre((all[0]?.[0] as number) > pages);
        const expected = all.flatMap((row, at) => {
          const index = row.findIndex((taken) => taken <= pages);
          return index < 0 ? [] : [{ row: at, index }];
        })[0];
        const { found, tried } = await search(all, pages);
        expect(found).toEqual(expected);
        if (found) expect(tried).toContain(all[found.row]?.[found.index]);
        const longest = Math.max(...all.map(({ length }) => length));
        expect(tried.length).toBeLessThanOrEqual(
          1 + Math.ceil(Math.log2(all.length)) + Math.ceil(Math.log2(longest)),
        );
      }),
    );
  });
});

describe('looserThan', () => {
  const rows = [
    ['a', 'b'],
    ['c', 'd'],
  ];
  it('is the look before it, of the larger size where there is none', () => {
    expect(looserThan(rows, { row: 1, index: 1 })).toBe('c');
    expect(looserThan(rows, { row: 1, index: 0 })).toBe('b');
    expect(looserThan(rows, { row: 0, index: 0 })).toBeUndefined();
  });
});
