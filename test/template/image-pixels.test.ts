import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readImageColours } from '../../src/template/image-colours.ts';
import type { ImageFormat } from '../../src/template/image-file.ts';
import { readPixelCount, refuseImage } from '../../src/template/image-pixels.ts';
import { createJpegHead, createPng } from '../images.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-pixels-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(format: ImageFormat, bytes: Buffer): string {
  const path = join(folder, `image.${format}`);
  writeFileSync(path, bytes);
  return path;
}

const png = createPng({ colourType: 2 });
const jpeg = createJpegHead(3);
const limits = { markdownBytes: 0, bibBytes: 0, imageBytes: 100_000, imagePixels: 4800 };

it.each<[string, ImageFormat, Buffer, number | undefined]>([
  ['a PNG', 'png', png, 4800],
  ['half a PNG', 'png', png.subarray(0, 20), undefined],
  ['a JPEG', 'jpg', jpeg, 4800],
  ['a JPEG without a frame', 'jpg', jpeg.subarray(0, 20), undefined],
  [
    'a JPEG with half a frame',
    'jpg',
    jpeg.subarray(0, jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 6),
    undefined,
  ],
  ['a PDF file', 'pdf', Buffer.from('%PDF-1.5'), undefined],
])('tells the pixels of %s', (_what, format, bytes, count) => {
  expect(readPixelCount(write(format, bytes), format)).toBe(count);
});

it('reads a JPEG with a segment that says it is shorter than its own length', () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe2, 0, 0]), jpeg.subarray(2)]);
  expect(readImageColours(write('jpg', bytes), 'jpg')).toEqual({ space: 'rgb' });
});

it('refuses what a CV that is not trusted may not use', () => {
  const path = write('png', png);
  expect(refuseImage(path, 'png', 0, limits)).toBeUndefined();
  expect(refuseImage(path, 'png', 0, { ...limits, imagePixels: 4799 })).toMatch(/none may have more than/);
  expect(refuseImage(path, 'png', 100_000, limits)).toMatch(/may take/);
  expect(refuseImage(path, 'pdf', 0, limits)).toMatch(/only PNG and JPEG/);
  const half = write('png', png.subarray(0, 20));
  expect(refuseImage(half, 'png', 0, limits)).toBeUndefined();
});
