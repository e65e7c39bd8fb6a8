/** From a rendered document to the PDF in its place: finds a TeX, runs it in a folder of its own, places what it said, publishes. */
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { VFile } from 'vfile';
import type { BuildResult } from './build.ts';
import type { FrontMatter } from './content/front-matter/front-matter.ts';
import type { EarlyStart } from './early-start.ts';
import type { EngineName, EngineRequest, EngineRun, TexDocument } from './engine/engine.ts';
import type { FastEngine } from './engine/fast/fast-engine.ts';
import { jobName } from './engine/job-name.ts';
import { parseLog, readPageCount } from './engine/parse-log.ts';
import { runEngine } from './engine/passes.ts';
import { placeMessages } from './engine/place-messages.ts';
import { createWorkFolder } from './engine/work-folder.ts';
import type { Fit } from './fit/fit-to-pages.ts';
import type { ScriptFonts } from './latex/encoded-scripts.ts';
import type { LockedBuild } from './lock/locked-build.ts';
import type { PdfPlaces } from './model/pdf-places.ts';
import type { PdfProfile } from './model/pdf-profile.ts';
import type { BuildOptions, OutputPaths } from './options.ts';
import type { Proof } from './privacy/proof.ts';
import { MdcvError, severityOf } from './problem.ts';
import { publishFile, publishFolder, writePublished } from './publish-file.ts';
import type { Template } from './template/load-template.ts';
import { neededFiles } from './template/needed-files.ts';
import { chooseToolchain, type ToolchainChoice } from './toolchain/choose-toolchain.ts';
import type { Toolchain } from './toolchain/toolchain.ts';
import { checkPageCount } from './untrusted/check-page-count.ts';

export interface Typesetting {
  options: BuildOptions;
  document: TexDocument;
  scripts: string[];
  scriptFonts: ScriptFonts;
  template: Template;
  engine: EngineName;
  profile: PdfProfile;
  output: OutputPaths;
  frontMatter: FrontMatter;
  /** Of a public CV: whether nothing private is in what was made. */
  proof?: Proof | undefined;
  /** An engine that was started before the document was there. */
  early?: EarlyStart | undefined;
  result: BuildResult;
}

/** Typesets a document; what comes of it is written into `result`. */
export async function typeset(typesetting: Typesetting): Promise<void> {
  const { options, scripts, template, engine, profile, output, frontMatter, proof, result } = typesetting;
  const { vfile } = result;
  const toolchain = await findToolchain(options, {
    wish: options.toolchain ?? frontMatter.toolchain?.value ?? 'auto',
    engine,
    files: neededFiles(template, engine),
    scripts,
    mayProvision: options.mayFetchTex,
    onProgress: ({ step, detail }) => options.onProgress({ stage: 'toolchain', step, detail }),
    signal: options.signal,
  });
  result.toolchain = toolchain.kind;
  if (profile === 'accessible')
    await tellOfTagging(toolchain, options.profile ? undefined : frontMatter.profile, vfile);
  // Not before a TeX is found: a template that cannot be set leaves nothing behind.
  if (!writeTex(typesetting)) return;
  const locking = findLocking(typesetting);
  const sources = [...result.inputs];
  await inRunFolder(typesetting, toolchain, async (folder) => {
    const { typesetting: set, texRun } = await setInFolder(typesetting, toolchain, folder);
    const { document } = set;
    const { run } = texRun;
    texRun.learn();
    result.inputs.push(...run.inputs.filter((path) => !path.startsWith(folder)));
    placeMessages(parseLog(run.log), document, run, vfile);
    const pages = readPageCount(run.log);
    if (options.isUntrusted) checkPageCount(pages, result.cv, vfile);
    if (run.pdf && !hasErrors(vfile)) await proof?.checkRun(run, document);
    if (run.pdf && !hasErrors(vfile)) {
      publishFile(run.pdf, output.pdf);
      options.foresight?.note(String(vfile), document);
      result.pdf = output.pdf;
      result.pages = pages;
      if (locking && !findFastEngine(typesetting) && !options.isPublic)
        result.lock = await lock(locking, typesetting, sources, run, folder);
      if (run.synctex) result.places = await readPlaces(run.synctex, document, result);
    }
  });
}

async function findToolchain(options: BuildOptions, choice: ToolchainChoice): Promise<Toolchain> {
  if (!options.isUntrusted) return chooseToolchain({ ...choice, findLocal: options.findLocalToolchain });
  const { chooseConfinedToolchain } = await import('./untrusted/choose-confined-toolchain.ts');
  return chooseConfinedToolchain(choice, options.timeoutMs);
}

/** Whether the build is to be recorded, or only told what would be. */
function findLocking({ options, frontMatter }: Typesetting): boolean | 'compare' | undefined {
  const asked = frontMatter.lock?.value;
  if (options.lock !== 'as-asked') return options.lock ?? asked;
  return asked && 'compare';
}

function findFastEngine(typesetting: Typesetting): FastEngine | undefined {
  const { lock: asked, isUntrusted } = typesetting.options;
  // What one CV has left behind is no beginning for a stranger's.
  const isPlain = isUntrusted || (asked === 'as-asked' && findLocking(typesetting));
  return isPlain ? undefined : typesetting.options.fastEngine;
}

/** @param sources of the document: the CV, .bib files, the template's files, images */
async function lock(
  locking: true | 'compare',
  { options, document, profile, engine, result }: Typesetting,
  sources: readonly string[],
  run: EngineRun,
  folder: string,
): Promise<LockedBuild> {
  const { recordBuild } = await import('./lock/record-build.ts');
  const images = new Set(document.assets.map(({ from }) => from));
  const isTemplate = (path: string): boolean => path.endsWith('.njk') && !images.has(path);
  const locked = recordBuild({
    file: options.file,
    template: result.template,
    edition: result.edition,
    engine,
    options: { ...result.options, profile },
    contentFiles: sources.filter((path) => !isTemplate(path)),
    templateFiles: sources.filter(isTemplate),
    texFiles: run.inputs.filter((path) => !path.startsWith(folder)),
    log: run.log,
    pdf: result.pdf as string,
    pages: result.pages,
  });
  if (locking === true) (await import('./lock/lock-file.ts')).writeLock(options.file, locked);
  return locked;
}

async function tellOfTagging(
  toolchain: Toolchain,
  asked: FrontMatter['profile'],
  vfile: VFile,
): Promise<void> {
  const { checkTagging } = await import('./engine/check-tagging.ts');
  checkTagging(toolchain.description, asked?.position, vfile);
}

/** The file is read now, for it vanishes with the run's folder; unpacked and understood it is when somebody asks. */
async function readPlaces(path: string, document: TexDocument, result: BuildResult): Promise<PdfPlaces> {
  const [{ gunzipSync }, { toPdfPlaces }] = await Promise.all([
    import('node:zlib'),
    import('./engine/pdf-places.ts'),
  ]);
  const packed = readFileSync(path);
  return toPdfPlaces({
    synctex: () => gunzipSync(packed).toString('utf8'),
    document,
    texFileName: `${jobName}.tex`,
    sources: new Map([result.vfile, ...result.sources].map((source) => [source.path, String(source)])),
    folder: process.cwd(),
  });
}

/** Writes the .tex to its place, unless something private is in it; whether it did. */
export function writeTex({ document, output, proof, result }: Typesetting): boolean {
  if (proof && !proof.checkTex(document)) return false;
  writePublished(output.tex, document.source);
  result.tex = output.tex;
  return true;
}

/** Sets the document, or where the front matter asks for it, the look of it that fits its pages. */
async function setInFolder(typesetting: Typesetting, toolchain: Toolchain, folder: string): Promise<Fit> {
  const { fit, pages } = typesetting.frontMatter;
  const set = (one: Typesetting): Promise<TexRun> => runTex(one, toolchain, folder);
  if (!fit?.value || !pages) return { typesetting, texRun: await set(typesetting) };
  const { fitToPages } = await import('./fit/fit-to-pages.ts');
  const position = fit.position ?? pages.position;
  const found = await fitToPages({ typesetting, toolchain, pages: pages.value, position, set });
  if (found.typesetting !== typesetting) writeTex(found.typesetting);
  return found;
}

/** What TeX is asked to do with a document. */
export function toRequest(
  { options, document, engine, early }: Typesetting,
  toolchain: Toolchain,
  folder: string,
): EngineRequest {
  return {
    document,
    engine,
    toolchain,
    folder,
    jobName,
    cv: resolve(options.file),
    timeoutMs: options.timeoutMs,
    synctex: options.synctex,
    early: early?.engine,
    signal: options.signal,
    onPass: (pass) => options.onProgress({ stage: 'tex', step: `${engine}, pass ${pass}` }),
  };
}

/** What came of a document, as long as its folder is there. */
export interface TexRun {
  run: EngineRun;
  /** Has the fast engine make ready for documents like this. */
  learn: () => void;
}

async function runTex(typesetting: Typesetting, toolchain: Toolchain, folder: string): Promise<TexRun> {
  const request = toRequest(typesetting, toolchain, folder);
  const fastEngine = findFastEngine(typesetting);
  const { result } = typesetting;
  const fast = await fastEngine?.run(request);
  const run = fast ?? (await runEngine(request));
  result.passes += run.passes;
  result.texMs += run.texMs;
  if (run.aborted) throw new MdcvError('aborted', 'The build was stopped');
  return { run, learn: () => (fast ? undefined : fastEngine?.learn(request, run)) };
}

/** TeX works in a folder of its own, which vanishes afterwards, whatever happened. */
async function inRunFolder(
  { options, output, engine, early, result }: Typesetting,
  toolchain: Toolchain,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const release = toolchain.elsewhere?.hold();
  try {
    const folder = early?.folderFor(engine, toolchain) ?? createWorkFolder(toolchain);
    try {
      await work(folder);
    } finally {
      const leaks = result.messages.some(({ ruleId }) => ruleId === 'private-leak');
      if (options.keep && !leaks) publishFolder(folder, output.workFolder);
      rmSync(folder, { recursive: true, force: true });
    }
  } finally {
    await release?.();
  }
}

/** Whether there is an error among the messages: then no PDF is written. */
export function hasErrors(vfile: VFile): boolean {
  return vfile.messages.some((message) => severityOf(message) === 'error');
}
