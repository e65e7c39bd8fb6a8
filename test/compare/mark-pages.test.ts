import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { comparePages } from '../../src/compare/mark-pages.ts';
import type { Raster } from '../../src/pdf/pdfium-document.ts';

/** Grey values, 255 for white. */
function raster(rows: number[][]): Raster {
  const data = Uint8Array.from(rows.flat().flatMap((grey) => [grey, grey, grey, 255]));
  return { width: rows[0]?.length ?? 0, height: rows.length, data };
}

const older = raster([
  [255, 0, 255],
  [255, 255, 255],
]);
const newer = raster([
  [255, 255, 255],
  [255, 255, 254],
]);

function colours(png: Buffer | undefined): string[] {
  const { data, width, height } = PNG.sync.read(png as Buffer);
  return Array.from({ length: width * height }, (_, index) =>
    [...data.subarray(index * 4, index * 4 + 3)].join(),
  );
}

test('one grey level of one pixel is a change: red for what is gone, green for what is new', () => {
  const { pixels, of, png } = comparePages({ number: 1, older, newer });
  expect([pixels, of]).toEqual([2, 6]);
  expect(colours(png)).toEqual([
    '255,255,255',
    '208,32,32',
    '255,255,255',
    '255,255,255',
    '255,255,255',
    '0,136,56',
  ]);
});

test('changed words stand on a tint', () => {
  const box = { x: 0, y: 0.5, width: 1.5, height: 9 };
  const { png } = comparePages({ number: 1, older, newer, removed: [{ ...box, x: 2 }], added: [box] });
  expect(colours(png)).toEqual([
    '205,242,214',
    '205,32,32',
    '255,214,214',
    '205,242,214',
    '205,242,214',
    '0,136,56',
  ]);
});

test('equal pages have no picture', () => {
  expect(
    comparePages({
      number: 3,
      older,
      newer: raster([
        [255, 0, 255],
        [255, 255, 255],
      ]),
    }),
  ).toEqual({ number: 3, pixels: 0, of: 6 });
});

test('a page that is only in one, and pages of two sizes', () => {
  expect(comparePages({ number: 2, older, newer: undefined }).pixels).toBe(1);
  expect(comparePages({ number: 2, older: undefined, newer }).pixels).toBe(1);
  const wide = raster([[255, 0, 255, 0]]);
  const { pixels, of } = comparePages({ number: 1, older, newer: wide });
  expect([pixels, of]).toEqual([1, 8]);
});
