import { loadPdfium } from './libraries.ts';

/** Four bytes a pixel, red, green, blue, alpha, row by row from the top. */
export interface Raster {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A PDF as PDFium (Chromium's) reads it. */
export interface PdfiumDocument {
  /** The text of each page, its lines ended by `\n`, with whatever characters the fonts say. */
  plainText(): string[];
  /** @param page counts from 1 */
  raster(page: number, dpi: number): Promise<Raster>;
  close(): void;
}

export async function openPdfium(bytes: Uint8Array): Promise<PdfiumDocument> {
  const library = await loadPdfium();
  const document = await library.loadDocument(bytes);
  return {
    // PDFium writes U+FFFE for a hyphen that ends a line.
    plainText: () =>
      [...document.pages()].map((page) => page.getText().replace(/\r\n?/g, '\n').replaceAll('\uFFFE', '-')),
    async raster(page, dpi) {
      const { width, height, data } = await document
        .getPage(page - 1)
        .render({ scale: dpi / 72, render: 'bitmap' });
      return { width, height, data };
    },
    close() {
      document.destroy();
      library.destroy();
    },
  };
}
