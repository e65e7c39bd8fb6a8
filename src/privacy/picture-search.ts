import type { Cv } from '../model/cv.ts';
import type { OpenedPdf } from '../pdf/open-pdf.ts';
import { undoPredictor } from '../pdf/undo-predictor.ts';
import { listStreams } from '../pdf/walk-objects.ts';
import { findImageFile, type ImageFormat } from '../template/image-file.ts';
import type { Needle } from './needle.ts';
import type { PrivatePart } from './private-part.ts';

interface PrivatePicture {
  path: string;
  format: ImageFormat;
  needle: Needle;
}

/** Finds private pictures in a PDF by what `pictureTraces` says of them, in the bytes of the file and in its unpacked streams. */
export function createPictureSearch(
  parts: readonly PrivatePart[],
  cv: Cv,
  cvPath: string,
): (pdf: OpenedPdf) => Promise<Needle[]> {
  const printed = picturesOf(cv);
  const pictures = parts.flatMap((part) =>
    part.texts.flatMap(({ kind, value }): PrivatePicture[] => {
      if (kind !== 'file' || printed.has(value)) return [];
      // A letter's private parts are also those of its CV, which may lie in another folder.
      const found = findImageFile(value, part.position?.start.file ?? cvPath);
      if ('problem' in found) return [];
      return [{ ...found, needle: { form: 'letters', key: value, shown: value, part } }];
    }),
  );
  return async (pdf) => {
    if (pictures.length === 0) return [];
    const { pictureTraces } = await import('./picture-traces.ts');
    const objects = await pdf.objects();
    const streams = listStreams(objects).flatMap(({ object, bytes }) => {
      const samples = undoPredictor(bytes, objects.all.get(object) ?? null, objects);
      return samples === bytes ? [bytes] : [bytes, samples];
    });
    const haystacks = [pdf.bytes, ...streams].map((bytes) =>
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    );
    const found: Needle[] = [];
    for (const { path, format, needle } of pictures) {
      const traces = await pictureTraces(path, format);
      if (traces.some((trace) => haystacks.some((bytes) => bytes.includes(trace)))) found.push(needle);
    }
    return found;
  };
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
