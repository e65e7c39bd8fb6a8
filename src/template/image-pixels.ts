import { statSync } from 'node:fs';
import type { SourceLimits } from '../untrusted/untrusted-limits.ts';
import type { ImageFormat } from './image-file.ts';
import { jpegSegments, type Read, withImage } from './image-header.ts';

/** How many pixels an image says it has; nothing where it does not say, and for a PDF file. */
export function readPixelCount(path: string, format: ImageFormat): number | undefined {
  if (format === 'pdf') return undefined;
  return withImage(path, format === 'png' ? readPng : readJpeg);
}

/** ISO/IEC 15948: width and height are the first that is told. */
function readPng(read: Read): number | undefined {
  const size = read(16, 8);
  return size.length < 8 ? undefined : size.readUInt32BE(0) * size.readUInt32BE(4);
}

function readJpeg(read: Read): number | undefined {
  for (const { at, isFrame } of jpegSegments(read)) {
    const size = isFrame ? read(at + 1, 4) : undefined;
    if (size?.length === 4) return size.readUInt16BE(0) * size.readUInt16BE(2);
  }
  return undefined;
}

/**
 * Why an image is more than a document that is not trusted may use; nothing where it may. PDF files are left out: they hold programs for pictures, which libraries of
 * TeX's read that were not made for strangers.
 * @param others the bytes of those before it
 */
export function refuseImage(
  path: string,
  format: ImageFormat,
  others: number,
  { imageBytes, imagePixels }: SourceLimits,
): string | undefined {
  if (format === 'pdf') return 'of a document that is not trusted, only PNG and JPEG are set';
  if (others + statSync(path).size > imageBytes)
    return `the images of a document that is not trusted may take ${imageBytes / 1024 ** 2} MiB`;
  return (readPixelCount(path, format) ?? 0) > imagePixels
    ? `of a document that is not trusted, none may have more than ${imagePixels / 1e6} million pixels`
    : undefined;
}
