import { displayPath } from '../display-path.ts';
import { requireNamedFile } from '../named-file.ts';
import { MdcvError } from '../problem.ts';
import { type PdfObjects, readPdfObjects } from './pdf-objects.ts';
import { openPdfium, type PdfiumDocument, type Raster } from './pdfium-document.ts';
import { readTextPages, type TextPage } from './text-pages.ts';

/**
 * A PDF, opened by three libraries that know nothing of each other. Each is loaded and reads the file when it is first asked;
 * an answer is kept. The files beside this one (`read-info`, `read-fonts`, `read-links`, `read-images`, `read-outline`, `read-attachments`,
 * `walk-objects`) read what they are called after from `objects()`.
 */
export interface OpenedPdf {
  bytes: Uint8Array;
  /** The pages' text in pieces with their boxes, by pdf.js. */
  textPages(): Promise<TextPage[]>;
  /** The same, with the names of the fonts (`TextItem.fontName`), which takes about twice as long. */
  textPagesWithFonts(): Promise<TextPage[]>;
  /** The text of each page in its order, by PDFium; lines end with `\n`. */
  plainText(): Promise<string[]>;
  /** @param page counts from 1 */
  raster(page: number, dpi: number): Promise<Raster>;
  /** The PDF's objects, by pdf-lib. */
  objects(): Promise<PdfObjects>;
  /** Frees what the libraries hold; the PDF cannot be asked afterwards. */
  close(): Promise<void>;
}

/**
 * @param source path of the file, or its bytes
 * @throws MdcvError `missing-file`, `not-a-file` where it cannot be read, `bad-pdf` where it is no PDF; what is asked of it throws `bad-pdf`, too, where
 * a library cannot open it
 */
export function openPdf(source: string | Uint8Array): OpenedPdf {
  const bytes = typeof source === 'string' ? requireNamedFile(source, 'the PDF') : source;
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'))
    throw new MdcvError(
      'bad-pdf',
      `Cannot read ${nameOf(source)}, it is ${bytes.length === 0 ? 'empty' : 'no PDF'}`,
      { hint: 'Name a PDF, or build it: `mdcv build`.' },
    );
  const reading =
    <T>(work: () => Promise<T>) =>
    async (): Promise<T> => {
      try {
        return await work();
      } catch (cause) {
        throw toBadPdf(source, cause);
      }
    };
  const pdfium = once(reading(() => openPdfium(bytes)));
  let hasPdfium = false;
  const usePdfium = (): Promise<PdfiumDocument> => {
    hasPdfium = true;
    return pdfium();
  };
  return {
    bytes,
    textPages: once(reading(() => readTextPages(bytes))),
    textPagesWithFonts: once(reading(() => readTextPages(bytes, { fontNames: true }))),
    plainText: once(async () => (await usePdfium()).plainText()),
    raster: async (page, dpi) => (await usePdfium()).raster(page, dpi),
    objects: once(reading(() => readPdfObjects(bytes))),
    close: async () => {
      if (hasPdfium) (await pdfium()).close();
    },
  };
}

function nameOf(source: string | Uint8Array): string {
  return typeof source === 'string' ? `\`${displayPath(source)}\`` : 'the PDF';
}

/** The libraries say in many ways that a file is not whole. */
function toBadPdf(source: string | Uint8Array, cause: unknown): MdcvError {
  const isLocked = (cause as Error).name === 'PasswordException';
  return new MdcvError(
    'bad-pdf',
    `Cannot read ${nameOf(source)}, ${isLocked ? 'it opens with a password only' : 'it is damaged'}`,
    {
      hint: isLocked ? 'Save it without a password.' : 'Build it again, or take a copy that is whole.',
      cause,
    },
  );
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
