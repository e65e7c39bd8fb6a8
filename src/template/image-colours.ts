/** What an image's own header says of its colours: what PDF/A makes conditions on. Pixels are not read. */
import type { ImageFormat } from './image-file.ts';
import { jpegSegments, type Read, withImage } from './image-header.ts';

export interface ImageColours {
  space: 'grey' | 'rgb' | 'cmyk' | 'unknown';
  /** Name of a colour profile in it that is another than sRGB, empty where it has no name; absent where it has none. */
  profile?: string | undefined;
}

/** Of a damaged image and of a PDF file, `unknown`. */
export function readImageColours(path: string, format: ImageFormat): ImageColours {
  if (format === 'pdf') return { space: 'unknown' };
  return withImage(path, format === 'png' ? readPng : readJpeg);
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

function readJpeg(read: Read): ImageColours {
  const colours: ImageColours = { space: 'unknown' };
  for (const { marker, at, length, isFrame } of jpegSegments(read)) {
    // An ICC profile in pieces, ICC.1:2001-04, annex B.4.
    if (marker === 0xe2) {
      const piece = read(at, length).toString('latin1');
      // Its name may be UTF-16.
      if (piece.startsWith('ICC_PROFILE\0\x01') && !piece.includes('sRGB') && !piece.includes('s\0R\0G\0B'))
        colours.profile = '';
    }
    if (isFrame) colours.space = spaces.get(read(at + 5, 1)[0] ?? 0) ?? 'unknown';
  }
  return colours;
}

const spaces: ReadonlyMap<number, ImageColours['space']> = new Map([
  [1, 'grey'],
  [3, 'rgb'],
  [4, 'cmyk'],
]);
