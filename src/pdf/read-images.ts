import type { PageBox } from '../model/pdf-places.ts';
import { drawOperators } from './draw-operators.ts';
import { asName, asNumber, asNumbers, isStream, type PdfObjects } from './pdf-objects.ts';

export interface PdfImage extends PageBox {
  /** Pixels. */
  pixelWidth: number;
  pixelHeight: number;
  /** Pixels an inch as it is set, of the side that has fewer. */
  dpi: number;
}

/** The images that are drawn on the pages, each as often as it is drawn; boxes in points from the page's top left corner. Inline images are not among them. */
export function readImages(objects: PdfObjects): PdfImage[] {
  const { get, pages } = objects;
  const images: PdfImage[] = [];
  for (const { name, operands, page, matrix, resources } of drawOperators(objects)) {
    if (name !== 'Do') continue;
    const image = get(resources, 'XObject', asName(operands[0] ?? null) ?? '');
    if (!isStream(image) || asName(get(image, 'Subtype')) !== 'Image') continue;
    const pixelWidth = asNumber(get(image, 'Width')) ?? 0;
    const pixelHeight = asNumber(get(image, 'Height')) ?? 0;
    const [a, b, c, d, e, f] = matrix;
    const [left = 0, , , top = 0] = asNumbers(get(pages[page - 1], 'MediaBox'));
    const xs = [e, e + a, e + c, e + a + c];
    const ys = [f, f + b, f + d, f + b + d];
    images.push({
      page,
      x: Math.min(...xs) - left,
      y: top - Math.max(...ys),
      width: Math.max(...xs) - Math.min(...xs),
      height: Math.max(...ys) - Math.min(...ys),
      pixelWidth,
      pixelHeight,
      dpi: 72 * Math.min(pixelWidth / Math.hypot(a, b), pixelHeight / Math.hypot(c, d)),
    });
  }
  return images;
}
