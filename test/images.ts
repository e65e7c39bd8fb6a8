/** Images of a few pixels, of all kinds, as bytes. */
import { crc32, deflateSync } from 'node:zlib';

export interface PngKind {
  /** ISO/IEC 15948: 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  colourType: 0 | 2 | 3 | 4 | 6;
  bitDepth?: 8 | 16;
  /** Name of an ICC profile to put in, and its bytes. */
  profile?: { name: string; bytes: Buffer };
  /** Transparency of a palette. */
  transparentPalette?: boolean;
}

const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

/** A whole PNG of 60 by 80 pixels. */
export function createPng({ colourType, bitDepth = 8, profile, transparentPalette }: PngKind): Buffer {
  const [width, height] = [60, 80];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, colourType, 0, 0, 0], 8);
  const rowBytes = width * channels[colourType] * (bitDepth / 8);
  const rows = Buffer.alloc(height * (rowBytes + 1), 0);
  for (let row = 0; row < height; row++)
    for (let byte = 0; byte < rowBytes; byte++)
      rows[row * (rowBytes + 1) + 1 + byte] = colourType === 3 ? (row + byte) % 2 : (3 * row + byte) % 256;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(profile
      ? [
          chunk(
            'iCCP',
            Buffer.concat([Buffer.from(`${profile.name}\0\0`, 'latin1'), deflateSync(profile.bytes)]),
          ),
        ]
      : []),
    ...(colourType === 3 ? [chunk('PLTE', Buffer.from([200, 30, 30, 30, 30, 200]))] : []),
    ...(transparentPalette ? [chunk('tRNS', Buffer.from([120]))] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const bytes = Buffer.alloc(body.length + 8);
  bytes.writeUInt32BE(data.length, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), body.length + 4);
  return bytes;
}

/** The head of a JPEG (ITU-T T.81), up to where pixels would begin: TeX does not look further. */
export function createJpegHead(components: number, profile?: Buffer): Buffer {
  const frame = Buffer.alloc(6 + 3 * components);
  frame.set([8, 0, 80, 0, 60, components]);
  for (let index = 0; index < components; index++) frame.set([index + 1, 0x11, 0], 6 + 3 * index);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\x01\0\x48\0\x48\0\0', 'latin1')),
    ...(profile
      ? [segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), profile]))]
      : []),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x55, 0xff, 0xd9]),
  ]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}
