import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { packageRoot } from '../package-root.ts';
import { pdfjsFolders } from '../preview/page-files.ts';
import { publishFile, writePublished } from '../publish-file.ts';

const source = join(packageRoot, 'src/preview/page');
const target = join(packageRoot, 'dist/preview/page');
const pdfjs = join(packageRoot, 'node_modules/pdfjs-dist');

/** Makes the preview's page: its own script and style in one file each, and what it needs of pdf.js beside them. */
export async function bundlePage(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(source, 'main.ts'), join(source, 'page.css')],
    outdir: target,
    bundle: true,
    platform: 'browser',
    // What pdf.js's build for older browsers asks for.
    target: 'es2022',
    format: 'esm',
    minify: true,
    legalComments: 'eof',
    logLevel: 'warning',
    write: false,
  });
  for (const { path, text } of outputFiles) writePublished(path.replace(/main\.js$/, 'page.js'), text);
  publishFile(join(source, 'index.html'), join(target, 'index.html'));
  publishFile(join(pdfjs, 'legacy/build/pdf.worker.min.mjs'), join(target, 'pdf.worker.mjs'));
  publishFile(join(pdfjs, 'LICENSE'), join(target, 'LICENSE_PDFJS'));
  for (const folder of pdfjsFolders)
    for (const file of readdirSync(join(pdfjs, folder)))
      publishFile(join(pdfjs, folder, file), join(target, folder, file));
}
