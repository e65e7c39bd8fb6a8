import { loadPdfLib } from './libraries.ts';

/** The same PDF with so many points more on all sides of what is seen of each page, so that readers see what lies off it. */
export async function widenPages(bytes: Uint8Array, by: number): Promise<Uint8Array> {
  const { PDFDocument } = await loadPdfLib();
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const page of document.getPages()) {
    const { x, y, width, height } = page.getCropBox();
    const box = [x - by, y - by, width + 2 * by, height + 2 * by] as const;
    page.setMediaBox(...box);
    page.setCropBox(...box);
  }
  return document.save();
}
