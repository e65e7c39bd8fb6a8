/**
 * Bundles mdcv into one file (`npm run bundle`), with what makes it start fast: mdcv's own templates compiled ahead, and V8's code of
 * the bundle, taken after builds for which it was already compiled; and the preview's page. The bundle is named by its content, so that a process
 * that starts meanwhile finds the old one or the new one whole.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { packageRoot } from '../package-root.ts';
import { bundlePage } from './bundle-page.ts';
import { copyPdfFiles, pdfLibraries, withPdfLibraries } from './bundle-pdf.ts';
import { compileTemplates } from './compile-templates.ts';

const dist = join(packageRoot, 'dist');

/** What a library of mdcv gives; `src/index.ts` without its types. */
const libraryNames = [
  'build',
  'checkPdf',
  'compareLock',
  'MdcvError',
  'problems',
  'readLock',
  'severityOf',
  'watch',
];

const shared: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
};

/** A file that is loaded with V8's code of it. */
const cached = {
  outExtension: { '.js': '.cjs' },
  // A script with cached code has no `import()`; `require` loads Node's own parts as late.
  supported: { 'dynamic-import': false },
  // Short names are read faster; a map has the long ones, for the stack traces of MDCV_DEBUG.
  minify: true,
  lineLimit: 200,
  banner: { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'bundleUrl' },
  write: false,
} as const satisfies BuildOptions;

mkdirSync(join(dist, 'cli'), { recursive: true });
await bundlePage();
const pdfName = await bundlePdf();
const workerName = await bundleCheckWorker(pdfName);
const name = await bundleAll(pdfName, workerName);
writeCodeCache('code-cache-pdf.ts', pdfName);
writeCodeCache('code-cache.ts', name);
await bundleStart(name);
writeWhole(
  'index.js',
  `import bundle from './${name}';\nexport const { ${libraryNames.join(', ')} } = await bundle.library();\n`,
);
removeOthers([name, pdfName, workerName]);

/** The libraries that open PDFs, in a file of their own, which only those load who open one. Returns its name in `dist`. */
async function bundlePdf(): Promise<string> {
  const { outputFiles } = await build({ ...shared, ...cached, ...pdfLibraries, outdir: dist });
  const [file] = outputFiles ?? [];
  if (!file) throw new Error('Cannot bundle: esbuild made nothing of the libraries for PDFs');
  writeWhole(basename(file.path), toAscii(file.text));
  copyPdfFiles();
  return basename(file.path);
}

/** The thread that checks PDFs beside a watch. Returns its name in `dist`. */
async function bundleCheckWorker(pdfBundle: string): Promise<string> {
  const { outputFiles } = await build({
    ...shared,
    ...cached,
    entryPoints: [join(packageRoot, 'src/check/check-worker.ts')],
    outdir: dist,
    entryNames: 'mdcv-check-[hash]',
    plugins: [withPdfLibraries(pdfBundle)],
  });
  const [file] = outputFiles ?? [];
  if (!file) throw new Error('Cannot bundle: esbuild made nothing of the thread that checks');
  writeWhole(basename(file.path), toAscii(file.text));
  return basename(file.path);
}

/** @returns name of the file in `dist` */
async function bundleAll(pdfBundle: string, workerName: string): Promise<string> {
  const result = await build({
    ...shared,
    ...cached,
    entryPoints: [join(packageRoot, 'src/bundling/entry.ts')],
    outdir: dist,
    entryNames: 'mdcv-[hash]',
    // Large, and only for schemas and for templates that are not mdcv's own.
    external: ['zod'],
    define: { ...cached.define, bundledCheckWorker: JSON.stringify(workerName) },
    sourcemap: 'linked',
    sourcesContent: false,
    plugins: [withCompiledTemplates(), withoutStandardInput(), withPdfLibraries(pdfBundle)],
  });
  const file = result.outputFiles.find(({ path }) => path.endsWith('.cjs'));
  const map = result.outputFiles.find(({ path }) => path.endsWith('.map'));
  if (!file || !map) throw new Error('Cannot bundle: esbuild made nothing');
  const bundleName = basename(file.path);
  const code = toAscii(file.text);
  writeWhole(`${bundleName}.map`, map.text);
  writeWhole(bundleName, code);
  return bundleName;
}

/** esbuild leaves regular expressions as they are, in which, as in strings, an escaped unit of UTF-16 means the same. */
function toAscii(code: string): string {
  return code.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function bundleStart(bundleName: string): Promise<void> {
  // In a folder of CommonJS, which Node starts sooner than modules.
  writeWhole('cli/package.json', '{ "type": "commonjs" }\n');
  for (const [source, target] of [
    ['start.ts', 'main.js'],
    ['start-worker.ts', 'build-worker.js'],
  ] as const) {
    const { outputFiles } = await build({
      ...shared,
      entryPoints: [join(packageRoot, 'src/cli', source)],
      define: { bundleName: JSON.stringify(bundleName) },
      write: false,
    });
    writeWhole(`cli/${target}`, outputFiles?.[0]?.text ?? '');
  }
}

/** In a process of its own, as the one that will use it. */
function writeCodeCache(program: string, file: string): void {
  const args = [...process.execArgv, join(import.meta.dirname, program), join(dist, file)];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

function withCompiledTemplates(): Plugin {
  return {
    name: 'compiled-templates',
    setup({ onLoad }) {
      onLoad({ filter: /\/template\/compiled-templates\.ts$/ }, () => ({ contents: compileTemplates() }));
    },
  };
}

/**
 * execa sets up this process's standard input, which takes three milliseconds, only to recognise it when a program is to read it.
 * None is: `toolchain/run-program.ts` closes it for each.
 */
function withoutStandardInput(): Plugin {
  return {
    name: 'without-standard-input',
    setup({ onLoad }) {
      onLoad({ filter: /\/execa\/lib\/utils\/standard-stream\.js$/ }, ({ path }) => {
        const code = readFileSync(path, 'utf8');
        const contents = code.replace('[process.stdin, ', '[undefined, ');
        if (contents === code) throw new Error(`Cannot find standard input in ${path}`);
        return { contents };
      });
    },
  };
}

function writeWhole(file: string, text: string): void {
  const path = join(dist, file);
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, text, { mode: 0o755 });
  renameSync(beside, path);
}

/** Bundles of other contents; the types that lie there, too, are not ours. */
function removeOthers(kept: readonly string[]): void {
  for (const file of readdirSync(dist)) {
    const isBundle = /\.(?:js|cjs|cache|map)$/.test(file) && file !== 'index.js';
    if (isBundle && !kept.some((one) => file.startsWith(one))) rmSync(join(dist, file), { force: true });
  }
}
