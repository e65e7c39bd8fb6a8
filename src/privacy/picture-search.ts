import { readFileSync } from 'node:fs';
import type { Cv } from '../model/cv.ts';
import { findImageFile } from '../template/image-file.ts';
import type { Needle } from './needle.ts';
import type { PrivatePart } from './private-part.ts';

/** So many bytes tell a picture from any other. */
const traceLength = 48;

/**
 * Finds private pictures in a PDF by bytes from the middle of their data. JPEG data go into a PDF as they are, PNG data do without an alpha channel; where TeX
 * packs a picture anew, it is not recognised.
 */
export function createPictureSearch(
  parts: readonly PrivatePart[],
  cv: Cv,
  cvPath: string,
): (pdf: Uint8Array) => Needle[] {
  const printed = picturesOf(cv);
  const traces = parts.flatMap((part) =>
    part.texts.flatMap(({ kind, value }) => {
      if (kind !== 'file' || printed.has(value)) return [];
      const found = findImageFile(value, cvPath);
      if ('problem' in found) return [];
      const needle: Needle = { form: 'letters', key: value, shown: value, part };
      return [{ trace: traceOf(readFileSync(found.path)), needle }];
    }),
  );
  return (pdf) => traces.filter(({ trace }) => Buffer.from(pdf).includes(trace)).map(({ needle }) => needle);
}

function traceOf(picture: Buffer): Buffer {
  const middle = picture.length >> 1;
  return picture.subarray(middle, middle + traceLength);
}

function picturesOf(cv: Cv): Set<string> {
  const paths = new Set<string>(cv.person.photo ? [cv.person.photo.path] : []);
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && value.type === 'image' && 'url' in value) paths.add(String(value.url));
    for (const inner of Object.values(value)) look(inner);
  };
  look(cv);
  return paths;
}
