/** Reads what stands before the pixels of an image. */
import { closeSync, openSync, readSync } from 'node:fs';

/** The bytes there, fewer at the end of the file. */
export type Read = (position: number, length: number) => Buffer;

export function withImage<T>(path: string, use: (read: Read) => T): T {
  const file = openSync(path, 'r');
  try {
    return use((position, length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, position));
    });
  } finally {
    closeSync(file);
  }
}

export interface JpegSegment {
  marker: number;
  /** Where its content begins, and how many bytes it says it has. */
  at: number;
  length: number;
  /** Whether it is the header of the frame, the last that is of interest. */
  isFrame: boolean;
}

/** ITU-T T.81, annex B: segments, each with a marker and its length, up to the frame's header, which has size and components. */
export function* jpegSegments(read: Read): Generator<JpegSegment> {
  for (let at = 2; ; ) {
    const head = read(at, 4);
    const marker = head[1] ?? 0;
    if (head.length < 4 || head[0] !== 0xff || marker === 0xda) return;
    // It counts its own two bytes; a damaged one may say less.
    const length = Math.max(0, head.readUInt16BE(2) - 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    yield { marker, at: at + 4, length, isFrame };
    if (isFrame) return;
    at += length + 4;
  }
}
