import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Raster } from '../pdf/pdfium-document.ts';

/** The older and the newer form of a page; one of them is missing where the other PDF has more pages. */
export interface PagePair {
  /** Counts from 1. */
  number: number;
  older: Raster | undefined;
  newer: Raster | undefined;
  /** Words that changed: after one that is longer all else moves, so that the pixels alone do not tell. In pixels. */
  removed?: readonly PixelBox[] | undefined;
  added?: readonly PixelBox[] | undefined;
}

export interface PixelBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PageComparison {
  number: number;
  /** How many pixels differ, of how many; 0 for a page that is the same. */
  pixels: number;
  of: number;
  /** A PNG of the page, pale, with what is gone in red and what is new in green, changed words on a tint. Missing where nothing changed. */
  png?: Buffer | undefined;
}

const red: [number, number, number] = [208, 32, 32];
const green: [number, number, number] = [0, 136, 56];
const redTint = [255, 214, 214] as const;
const greenTint = [205, 242, 214] as const;
/** How much is left of what did not change. */
const paleness = 0.25;

/** Compares the pixels of a page: equal buffers first, then one by one and with no tolerance. */
export function comparePages({ number, older, newer, removed, added }: PagePair): PageComparison {
  const width = Math.max(older?.width ?? 0, newer?.width ?? 0);
  const height = Math.max(older?.height ?? 0, newer?.height ?? 0);
  const of = width * height;
  const isSameSize = older?.width === newer?.width && older?.height === newer?.height;
  if (older && newer && isSameSize && Buffer.compare(older.data, newer.data) === 0)
    return { number, pixels: 0, of };
  const png = new PNG({ width, height });
  const pixels = pixelmatch(
    onSheet(older, width, height),
    onSheet(newer, width, height),
    png.data,
    width,
    height,
    {
      threshold: 0,
      includeAA: true,
      alpha: paleness,
      diffColor: red,
      // Darker in the second: there is something new.
      diffColorAlt: green,
    },
  );
  for (const box of removed ?? []) tint(png, box, redTint);
  for (const box of added ?? []) tint(png, box, greenTint);
  return { number, pixels, of, ...(pixels > 0 && { png: PNG.sync.write(png) }) };
}

/** Lays a colour under what is drawn in a box. */
function tint({ width, height, data }: PNG, box: PixelBox, colour: readonly [number, number, number]): void {
  const right = Math.min(width, Math.ceil(box.x + box.width));
  const bottom = Math.min(height, Math.ceil(box.y + box.height));
  for (let y = Math.max(0, Math.floor(box.y)); y < bottom; y += 1)
    for (let x = Math.max(0, Math.floor(box.x)); x < right; x += 1)
      for (const [channel, value] of colour.entries()) {
        const at = (y * width + x) * 4 + channel;
        data[at] = Math.min(data[at] ?? 0, value);
      }
}

/** A page on white of the size that both fit on; a missing page is all white. */
function onSheet(raster: Raster | undefined, width: number, height: number): Uint8Array {
  if (raster?.width === width && raster.height === height) return raster.data;
  const sheet = new Uint8Array(width * height * 4).fill(255);
  if (!raster) return sheet;
  for (let row = 0; row < raster.height; row += 1) {
    const start = row * raster.width * 4;
    sheet.set(raster.data.subarray(start, start + raster.width * 4), row * width * 4);
  }
  return sheet;
}
