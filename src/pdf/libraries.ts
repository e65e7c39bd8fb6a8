/**
 * The libraries that open PDFs, each loaded when it is first needed: together they are six megabytes. `src/bundling` makes one file of this
 * module, beside the bundle that every build loads, so that a plain build does not pay for them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFiumLibrary } from '@hyzyla/pdfium';
import { packageRoot } from '../package-root.ts';

/** Set by `src/bundling/bundle.ts`: the folder in `dist` that holds what these libraries read. */
declare const bundledPdfFiles: string | undefined;

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** pdf.js, its worker on this thread. */
export async function loadPdfjs(): Promise<Pdfjs> {
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    // @ts-expect-error: it has no types, and nothing but pdf.js looks into it.
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  // Where pdf.js looks for a worker that is loaded already.
  Object.assign(globalThis, { pdfjsWorker: worker });
  return pdfjs;
}

/** A PDFium of the caller's own, about 0.1 s to start; `destroy` ends it. */
export async function loadPdfium(): Promise<PDFiumLibrary> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const { buffer, byteOffset, byteLength } = readFileSync(
    typeof bundledPdfFiles === 'string'
      ? join(packageRoot, bundledPdfFiles, 'pdfium.wasm')
      : createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'),
  );
  return PDFiumLibrary.init({ wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer });
}

export async function loadPdfLib(): Promise<typeof import('@cantoo/pdf-lib')> {
  return import('@cantoo/pdf-lib');
}

/** The folder of pdf.js's files, with a slash behind it: `cmaps/`, `standard_fonts/`. */
export function pdfjsFolder(): string {
  return typeof bundledPdfFiles === 'string'
    ? join(packageRoot, 'dist/preview/page/')
    : join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), '/');
}
