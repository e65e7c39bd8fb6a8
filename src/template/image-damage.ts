/** What keeps an image from being set, found before TeX reads it: TeX would end at it, or print an empty box without a word. */
import type { ImageFormat } from './image-file.ts';
import { jpegSegments, type Read, withImage } from './image-header.ts';
import { readPixelCount } from './image-pixels.ts';

export interface ImageDamage {
  /** In words, the part of a sentence behind a colon: `it is damaged, …`. */
  reason: string;
  note: string;
}

/** No camera makes more; TeX takes minutes for them, and a reader as many bytes four times over. */
const mostPixels = 200e6;

/** How much of a file is held at a time. */
const pieceBytes = 64 * 1024;

/** Pixels that take more are not unpacked: the checksums of their chunks have to do. */
const mostUnpacked = 64 * 1024 ** 2;

/**
 * Reads an image to its end, piece by piece.
 * @returns nothing where it is whole, and of a PDF file
 */
export function findImageDamage(path: string, format: ImageFormat): ImageDamage | undefined {
  if (format === 'pdf') return undefined;
  const pixels = readPixelCount(path, format) ?? 0;
  if (pixels > mostPixels)
    return {
      reason: `it has ${Math.round(pixels / 1e6)} million pixels, and TeX sets ${mostPixels / 1e6} million`,
      note: 'Scale it down: 300 pixels for each inch of its width in print are enough.',
    };
  const reason = withImage(path, format === 'png' ? findPngDamage : findJpegDamage);
  return reason === undefined
    ? undefined
    : { reason: `it is damaged, ${reason}`, note: 'Save it anew from where it comes.' };
}

const cutShort = 'the file ends too early';
const wrongData = 'its pixels cannot be read';
const wrongHeader = 'its header is none of a PNG';

/** Length and type of the first chunk. */
const headerHead = Buffer.from('\0\0\0\rIHDR', 'latin1');

/** ISO/IEC 15948: chunks of length, type, data and checksum; the pixels are those of all `IDAT`, one zlib stream. */
function findPngDamage(read: Read): string | undefined {
  // Loaded for images only.
  const { crc32 } = process.getBuiltinModule('node:zlib');
  if (!read(8, 8).equals(headerHead)) return wrongHeader;
  const packed: Buffer[] = [];
  let packedBytes = 0;
  for (let at = 8; ; ) {
    const head = read(at, 8);
    // Without its last chunk, which says nothing, it is whole all the same.
    if (head.length === 0 && packedBytes > 0) break;
    if (head.length < 8) return cutShort;
    const length = head.readUInt32BE(0);
    const type = head.toString('latin1', 4, 8);
    if (type === 'IEND') break;
    let checksum = crc32(head.subarray(4));
    for (let done = 0; done < length; ) {
      const piece = read(at + 8 + done, Math.min(pieceBytes, length - done));
      if (piece.length === 0) return cutShort;
      checksum = crc32(piece, checksum);
      done += piece.length;
      if (type !== 'IDAT') continue;
      packedBytes += piece.length;
      if (packedBytes <= mostUnpacked) packed.push(piece);
    }
    const told = read(at + 8 + length, 4);
    if (told.length < 4) return cutShort;
    // A small letter: it may be left out, and readers pass over it.
    const isNeeded = /^[A-Z]/.test(type);
    if (isNeeded && told.readUInt32BE(0) !== checksum) return `the checksum of its part \`${type}\` is wrong`;
    at += length + 12;
  }
  if (packedBytes === 0) return 'it holds no pixels';
  return packedBytes <= mostUnpacked ? unpack(read(16, 13), packed) : undefined;
}

/** Channels by colour type. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** @param header the data of `IHDR` */
function unpack(header: Buffer, packed: readonly Buffer[]): string | undefined {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bits = (header[8] as number) * (channels[header[9] as number] ?? 0);
  const expected = height * (1 + Math.ceil((width * bits) / 8));
  if (width * height * bits === 0) return wrongHeader;
  // Interlaced rows are of seven sizes, and somewhat more together.
  const isInterlaced = header[12] !== 0;
  const most = isInterlaced ? 2 * expected : expected;
  if (most > mostUnpacked) return undefined;
  const { inflateSync } = process.getBuiltinModule('node:zlib');
  try {
    const rows = inflateSync(Buffer.concat(packed), { maxOutputLength: most });
    return isInterlaced || rows.length >= expected ? undefined : wrongData;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // More than is needed, or a wrong checksum behind all of it, are passed over by readers.
    return code === 'ERR_BUFFER_TOO_LARGE' || message === 'incorrect data check' ? undefined : wrongData;
  }
}

const endOfImage = Buffer.from([0xff, 0xd9]);

/** ITU-T T.81, B.1.1: among pixels a byte 0xFF has a zero behind it, so the marker of the end is found by its bytes. */
function findJpegDamage(read: Read): string | undefined {
  const frame = [...jpegSegments(read)].find(({ isFrame }) => isFrame);
  if (!frame) return 'it holds no picture';
  for (let at = frame.at + frame.length; ; at += pieceBytes) {
    // One more, since the two may lie in two pieces.
    const piece = read(at, pieceBytes + 1);
    if (piece.includes(endOfImage)) return undefined;
    if (piece.length <= pieceBytes) return cutShort;
  }
}
