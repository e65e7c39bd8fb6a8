/** What an image's own header says of its colours: what PDF/A makes conditions on. Pixels are not read. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { ImageFormat } from './image-file.ts';

export interface ImageColours {
  space: 'grey' | 'rgb' | 'cmyk' | 'unknown';
  /** Name of a colour profile in it that is another than sRGB, empty where it has no name; absent where it has none. */
  profile?: string | undefined;
}

type Read = (position: number, length: number) => Buffer;

/** Of a damaged image and of a PDF file, `unknown`. */
export function readImageColours(path: string, format: ImageFormat): ImageColours {
  if (format === 'pdf') return { space: 'unknown' };
  const file = openSync(path, 'r');
  try {
    const read: Read = (position, length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, position));
    };
    return format === 'png' ? readPng(read) : readJpeg(read);
  } finally {
    closeSync(file);
  }
}

/** ISO/IEC 15948: a chunk is its length, its type, its data and a checksum. The colours are told before the first `IDAT`. */
function readPng(read: Read): ImageColours {
  const colours: ImageColours = { space: 'unknown' };
  for (let at = 8; ; ) {
    const head = read(at, 8);
    const type = head.toString('latin1', 4, 8);
    if (head.length < 8 || type === 'IDAT') return colours;
    const length = head.readUInt32BE(0);
    // The two low bits of the colour type are "palette used" and "colour used".
    if (type === 'IHDR') colours.space = ((read(at + 17, 1)[0] ?? 0) & 2) === 0 ? 'grey' : 'rgb';
    if (type === 'iCCP') {
      const name = read(at + 8, 80)
        .toString('latin1')
        .split('\0', 1)[0] as string;
      if (!/srgb/i.test(name)) colours.profile = name;
    }
    at += length + 12;
  }
}

/** ITU-T T.81, annex B: segments, each with a marker and its length, up to the frame's header, which counts the components. */
function readJpeg(read: Read): ImageColours {
  const colours: ImageColours = { space: 'unknown' };
  for (let at = 2; ; ) {
    const head = read(at, 4);
    const marker = head[1] ?? 0;
    if (head.length < 4 || head[0] !== 0xff || marker === 0xda) return colours;
    const length = head.readUInt16BE(2);
    // An ICC profile in pieces, ICC.1:2001-04, annex B.4.
    if (marker === 0xe2) {
      const piece = read(at + 4, length - 2).toString('latin1');
      // Its name may be UTF-16.
      if (piece.startsWith('ICC_PROFILE\0\x01') && !piece.includes('sRGB') && !piece.includes('s\0R\0G\0B'))
        colours.profile = '';
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      colours.space = spaces.get(read(at + 9, 1)[0] ?? 0) ?? 'unknown';
      return colours;
    }
    at += length + 2;
  }
}

const spaces: ReadonlyMap<number, ImageColours['space']> = new Map([
  [1, 'grey'],
  [3, 'rgb'],
  [4, 'cmyk'],
]);
