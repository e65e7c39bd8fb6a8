import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { packageRoot } from '../package-root.ts';

/** What `src/bundling/bundle-page.ts` makes of `src/preview/page/` and pdf.js. */
const folder: string = join(packageRoot, 'dist/preview/page');

const ownFiles = ['index.html', 'page.js', 'page.css', 'pdf.worker.mjs'];

/** What pdf.js fetches for PDFs that ask for it: names of characters, fonts that are not in the PDF, decoders of images, colours. */
export const pdfjsFolders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'] as const;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

export interface PageFile {
  path: string;
  type: string;
}

/** Every file that the server gives, by the path it is asked for with: what is not in this list is not there. */
export function listPageFiles(): Map<string, PageFile> {
  const names = [
    ...ownFiles,
    ...pdfjsFolders.flatMap((name) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`)),
  ];
  return new Map(
    names.map((name) => [
      name === 'index.html' ? '/' : `/${name}`,
      { path: join(folder, name), type: types[extname(name)] ?? 'application/octet-stream' },
    ]),
  );
}
