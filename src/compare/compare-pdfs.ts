/** What changed from one PDF to another: in words, and where on the pages. */
import { type OpenedPdf, openPdf } from '../pdf/open-pdf.ts';
import type { Raster } from '../pdf/pdfium-document.ts';
import { compareWords, type WordChange } from './compare-words.ts';
import { comparePages, type PageComparison, type PixelBox } from './mark-pages.ts';
import { type PageWord, toPageWords } from './page-words.ts';

export interface PdfComparison {
  /** Numbers of pages. */
  olderPages: number;
  newerPages: number;
  words: WordChange[];
  /** One for each page that either has. */
  pages: PageComparison[];
}

/** Fine enough to read small type in the pictures. */
const dpi = 144;

/**
 * @param older path of a PDF, or its bytes
 * @throws MdcvError `missing-file`, `bad-pdf`
 */
export async function comparePdfs(
  older: string | Uint8Array,
  newer: string | Uint8Array,
): Promise<PdfComparison> {
  const pdfs: OpenedPdf[] = [openPdf(older), openPdf(newer)];
  try {
    const [olderPages = [], newerPages = []] = await Promise.all(pdfs.map((pdf) => pdf.textPages()));
    const counts = [olderPages.length, newerPages.length];
    const words = compareWords(toPageWords(olderPages), toPageWords(newerPages));
    const boxesOn = (page: number, side: 'removed' | 'added'): PixelBox[] =>
      words.flatMap((change) => change[side].filter((word) => word.page === page).map(toPixels));
    const pages: PageComparison[] = [];
    for (let number = 1; number <= Math.max(...counts); number += 1) {
      const [before, after] = await Promise.all(
        pdfs.map((pdf, index): Promise<Raster> | undefined =>
          number <= (counts[index] ?? 0) ? pdf.raster(number, dpi) : undefined,
        ),
      );
      pages.push(
        comparePages({
          number,
          older: before,
          newer: after,
          removed: boxesOn(number, 'removed'),
          added: boxesOn(number, 'added'),
        }),
      );
    }
    return {
      olderPages: olderPages.length,
      newerPages: newerPages.length,
      words,
      pages,
    };
  } finally {
    for (const pdf of pdfs) await pdf.close();
  }
}

function toPixels({ x, y, width, height }: PageWord): PixelBox {
  const scale = dpi / 72;
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}
