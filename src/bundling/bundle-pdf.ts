import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import { packageRoot } from '../package-root.ts';
import { publishFile } from '../publish-file.ts';

/** Where in mdcv's folder the files lie that the libraries read. */
const filesFolder = 'dist/pdf';

/** What to bundle of the libraries that open PDFs. */
export const pdfLibraries: BuildOptions = {
  entryPoints: [join(packageRoot, 'src/pdf/libraries.ts')],
  entryNames: 'mdcv-pdf-[hash]',
  define: { 'import.meta.url': 'bundleUrl', bundledPdfFiles: JSON.stringify(filesFolder) },
  plugins: [withoutCanvas()],
};

/** In the bundle of everything else, `src/pdf/libraries.ts` is what loads the libraries' own bundle. */
export function withPdfLibraries(bundleName: string): Plugin {
  return {
    name: 'pdf-libraries',
    setup({ onLoad }) {
      onLoad({ filter: /\/pdf\/libraries\.ts$/ }, ({ path }) => ({
        resolveDir: join(path, '..'),
        contents: `
          import { join } from 'node:path';
          import { loadScript } from '../cli/load-bundle.ts';
          import { packageRoot } from '../package-root.ts';
          let libraries;
          const load = () => (libraries ??= loadScript(join(packageRoot, 'dist', '${bundleName}')).exports);
          export const loadPdfjs = () => load().loadPdfjs();
          export const loadPdfium = () => load().loadPdfium();
          export const loadPdfLib = () => load().loadPdfLib();
          export const pdfjsFolder = () => load().pdfjsFolder();`,
      }));
    },
  };
}

/** Copies what the libraries read, and their licences. */
export function copyPdfFiles(): void {
  const copy = (from: string, to: string): void =>
    publishFile(join(packageRoot, 'node_modules', from), join(packageRoot, filesFolder, to));
  copy('@hyzyla/pdfium/dist/pdfium.wasm', 'pdfium.wasm');
  copy('@hyzyla/pdfium/LICENSE.md', 'LICENSE_PDFIUM.md');
  copy('@cantoo/pdf-lib/LICENSE.md', 'LICENSE_PDF_LIB.md');
  copy('pdfjs-dist/LICENSE', 'LICENSE_PDFJS');
}

/**
 * pdf.js draws with @napi-rs/canvas, a native library of 30 MB that takes a second to load. mdcv reads texts with pdf.js, for which the names
 * of a few classes of browsers need to be there and nothing more.
 */
function withoutCanvas(): Plugin {
  return {
    name: 'without-canvas',
    setup({ onLoad }) {
      onLoad({ filter: /\/pdfjs-dist\/legacy\/build\/pdf\.mjs$/ }, ({ path }) => {
        const code = readFileSync(path, 'utf8');
        const contents = code.replace(
          /^if \(isNodeJS\) \{\n {2}let canvas;[\s\S]*?^\}/m,
          "class DOMMatrix {}\nconst navigator = globalThis.navigator ?? { language: 'en-US', platform: '', userAgent: '' };",
        );
        if (contents === code) throw new Error(`Cannot find the canvas in ${path}`);
        return { contents };
      });
    },
  };
}
