import { deflateSync, inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import type { PdfDict, PdfObjects, PdfStream, PdfValue } from '../../src/pdf/pdf-objects.ts';
import { undoPredictor } from '../../src/pdf/undo-predictor.ts';

function stream(parms: Record<string, number> | undefined): PdfStream {
  const dict: PdfDict = new Map(parms ? [['DecodeParms', new Map(Object.entries(parms))]] : []);
  return { dict, raw: new Uint8Array(), decode: () => undefined };
}

/** Follows keys of dictionaries, which is all that is asked here. */
const objects = {
  get: (from: PdfValue | undefined, key: string | number) => {
    if (from instanceof Map) return from.get(key as string) ?? null;
    return from && typeof from === 'object' && 'dict' in from ? (from.dict.get(key as string) ?? null) : null;
  },
} as unknown as PdfObjects;

const pixels = Uint8Array.from({ length: 7 * 5 * 3 }, (_, index) => (index * index * 13 + 5 * index) % 251);

it.each([0, 1, 2, 3, 4])(
  'undoes the differences of PNG, filter %i, as another program makes them',
  (filterType) => {
    const png = new PNG({ width: 7, height: 5 });
    for (let pixel = 0; pixel < 35; pixel += 1)
      png.data.set([...pixels.subarray(pixel * 3, pixel * 3 + 3), 255], pixel * 4);
    const file = PNG.sync.write(png, { colorType: 2, filterType });
    const at = file.indexOf('IDAT');
    const packed = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
    expect(packed[0]).toBe(filterType);
    const parms = { Predictor: 15, Colors: 3, Columns: 7 };
    expect(Buffer.from(undoPredictor(packed, stream(parms), objects))).toEqual(Buffer.from(pixels));
  },
);

it('undoes the differences of TIFF', () => {
  const packed = Uint8Array.from(pixels, (value, index) =>
    index % 21 < 3 ? value : value - (pixels[index - 3] ?? 0),
  );
  const parms = { Predictor: 2, Colors: 3, Columns: 7 };
  expect(Buffer.from(undoPredictor(packed, stream(parms), objects))).toEqual(Buffer.from(pixels));
});

it('leaves what has none as it is', () => {
  const packed = deflateSync(pixels);
  expect(undoPredictor(packed, stream(undefined), objects)).toBe(packed);
  expect(undoPredictor(packed, stream({ Columns: 7 }), objects)).toBe(packed);
});
