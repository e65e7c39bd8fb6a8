import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface OpenPdf {
  document: PDFDocumentProxy;
  pages: PDFPageProxy[];
}

/** Opens the PDF that the server has, with one worker for all of them. `version` is only for the browser's eyes: the newest comes. */
export function createPdfOpener(): (version: string) => Promise<OpenPdf> {
  GlobalWorkerOptions.workerSrc = within('pdf.worker.mjs');
  const worker = new PDFWorker();
  return async (version) => {
    const response = await fetch(`cv.pdf?v=${version}`);
    if (!response.ok) throw new Error(`Cannot fetch the PDF: ${response.status}`);
    const document = await getDocument({
      data: new Uint8Array(await response.arrayBuffer()),
      worker,
      cMapUrl: within('cmaps/'),
      standardFontDataUrl: within('standard_fonts/'),
      wasmUrl: within('wasm/'),
      iccUrl: within('iccs/'),
      isEvalSupported: false,
      enableXfa: false,
    }).promise;
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
    return { document, pages: await Promise.all(numbers.map((number) => document.getPage(number))) };
  };
}

/** The worker knows no page that a path could begin at. */
function within(path: string): string {
  return new URL(path, document.baseURI).href;
}
