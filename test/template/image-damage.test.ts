import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findImageDamage } from '../../src/template/image-damage.ts';
import type { ImageFormat } from '../../src/template/image-file.ts';
import { createJpegHead, createPng } from '../images.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-damage-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function reasonOf(bytes: Buffer, format: ImageFormat = 'png'): string | undefined {
  const path = join(folder, `image.${format}`);
  writeFileSync(path, bytes);
  return findImageDamage(path, format)?.reason;
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function chunk(type: string, data: Buffer, checksum?: number): Buffer {
  const ends = [Buffer.alloc(4), Buffer.alloc(4)] as const;
  ends[0].writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  ends[1].writeUInt32BE(checksum ?? crc32(body));
  return Buffer.concat([ends[0], body, ends[1]]);
}

interface Parts {
  size?: readonly [number, number];
  /** Depth, colour type, and whether it is interlaced. */
  kind?: readonly [number, number, number];
  pixels?: readonly Buffer[];
  more?: readonly Buffer[];
}

/** A PNG of these parts, whatever they say; grey, 8 bits, 60 by 80 pixels by default. */
function png({ size = [60, 80], kind = [8, 0, 0], pixels = [whole], more = [] }: Parts = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size[0], 0);
  header.writeUInt32BE(size[1], 4);
  header.set([kind[0], kind[1], 0, 0, kind[2]], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...more,
    ...pixels.map((data) => chunk('IDAT', data)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const whole = deflateSync(Buffer.alloc(80 * 61));
const early = 'it is damaged, the file ends too early';
const unreadable = 'it is damaged, its pixels cannot be read';

describe('a PNG', () => {
  it.each([0, 2, 3, 4, 6] as const)('of colour type %i is whole', (colourType) => {
    expect(reasonOf(createPng({ colourType, transparentPalette: colourType === 3 }))).toBeUndefined();
    expect(reasonOf(createPng({ colourType, bitDepth: colourType === 3 ? 8 : 16 }))).toBeUndefined();
  });

  it.each<[string, Buffer]>([
    ['pixels in several parts', png({ pixels: [whole.subarray(0, 9), whole.subarray(9)] })],
    ['more pixels than it says', png({ pixels: [deflateSync(Buffer.alloc(9999))] })],
    ['no last part', png().subarray(0, -12)],
    ['a wrong checksum behind all pixels', png({ pixels: [Buffer.from(whole).fill(1, whole.length - 4)] })],
    ['a wrong checksum of what may be left out', png({ more: [chunk('tEXt', Buffer.from('a\0b'), 1)] })],
    ['rows in turns', png({ kind: [8, 0, 1], pixels: [deflateSync(Buffer.alloc(5000))] })],
    ['more pixels than are unpacked', png({ size: [9000, 9000], pixels: [Buffer.from('?')] })],
    ['more bytes than are unpacked', png({ pixels: Array(5).fill(Buffer.alloc(16 * 1024 ** 2)) })],
  ])('is taken with %s', (_what, bytes) => {
    expect(reasonOf(bytes)).toBeUndefined();
  });

  it.each<[string, Buffer, string]>([
    ['ends in its first part', png().subarray(0, 20), early],
    ['ends before its pixels', png().subarray(0, 33), early],
    ['ends in the head of a part', png().subarray(0, 37), early],
    ['ends in its pixels', png().subarray(0, 50), early],
    ['ends in the checksum of its pixels', png().subarray(0, -14), early],
    ['ends within its last part', png().subarray(0, -6), early],
    [
      'has a byte of its pixels changed',
      Buffer.from(png()).fill(7, 44, 45),
      'it is damaged, the checksum of its part `IDAT` is wrong',
    ],
    ['has no pixels', png({ pixels: [] }), 'it is damaged, it holds no pixels'],
    ['has too few', png({ pixels: [deflateSync(Buffer.alloc(99))] }), unreadable],
    ['has a part of their stream', png({ pixels: [whole.subarray(0, -6)] }), unreadable],
    ['has other data for them', png({ pixels: [Buffer.alloc(99, 9)] }), unreadable],
    [
      'has no header',
      Buffer.concat([signature, chunk('IDAT', Buffer.from('x'))]),
      'it is damaged, its header is none of a PNG',
    ],
    ['is of no width', png({ size: [0, 80] }), 'it is damaged, its header is none of a PNG'],
    ['is of an unknown kind', png({ kind: [8, 5, 0] }), 'it is damaged, its header is none of a PNG'],
    [
      'has more pixels than TeX sets',
      png({ size: [30_000, 30_000] }),
      'it has 900 million pixels, and TeX sets 200 million',
    ],
  ])('that %s is told of', (_what, bytes, reason) => {
    expect(reasonOf(bytes)).toBe(reason);
  });
});

describe('a JPEG', () => {
  const jpeg = createJpegHead(3);
  // The marker of the end, cut in two by the end of a piece.
  const long = (bytes: number): Buffer =>
    Buffer.concat([jpeg.subarray(0, -2), Buffer.alloc(bytes, 0x55), jpeg.subarray(-2)]);
  const frameEnd = jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 4 + 15;

  it('is whole, however long, and whatever stands behind its end', () => {
    expect(reasonOf(jpeg, 'jpg')).toBeUndefined();
    const before = jpeg.length - 2 - frameEnd;
    for (const more of [-2, -1, 0, 1])
      expect(reasonOf(long(64 * 1024 - before + more), 'jpg'), String(more)).toBeUndefined();
    expect(reasonOf(Buffer.concat([jpeg, Buffer.alloc(99)]), 'jpg')).toBeUndefined();
  });

  it('that is cut short is told of', () => {
    expect(reasonOf(jpeg.subarray(0, -1), 'jpg')).toBe(early);
    expect(reasonOf(long(200_000).subarray(0, -2), 'jpg')).toBe(early);
    expect(reasonOf(jpeg.subarray(0, 30), 'jpg')).toBe('it is damaged, it holds no picture');
  });
});

it('leaves PDF files to others, and says what to do', () => {
  expect(reasonOf(Buffer.from('%PDF-'), 'pdf')).toBeUndefined();
  const path = join(folder, 'image.png');
  writeFileSync(path, png().subarray(0, 50));
  expect(findImageDamage(path, 'png')?.note).toBe('Save it anew from where it comes.');
  writeFileSync(path, png({ size: [30_000, 30_000] }));
  expect(findImageDamage(path, 'png')?.note).toMatch(/^Scale it down: /);
});
