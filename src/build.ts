import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { chooseEngine } from './choose-engine.ts';
import type { FrontMatter } from './content/front-matter/front-matter.ts';
import { type ParsedCv, parseCv } from './content/parse-cv.ts';
import { readCvFile } from './content/read-file.ts';
import type { EngineName, EngineRequest, EngineRun, TexDocument } from './engine/engine.ts';
import { parseLog, readPageCount } from './engine/parse-log.ts';
import { runEngine } from './engine/passes.ts';
import { placeMessages } from './engine/place-messages.ts';
import type { PdfPlaces } from './model/pdf-places.ts';
import { type BuildInput, type BuildOptions, type OutputPaths, resolveBuildOptions } from './options.ts';
import { addProblem, MdcvError, severityOf } from './problem.ts';
import { publishFile, publishFolder, writePublished } from './publish-file.ts';
import { startStopwatch } from './stopwatch.ts';
import { checkStyles } from './template/check-styles.ts';
import { loadTemplate, type Template } from './template/load-template.ts';
import { type ResolvedOptions, resolveOptions } from './template/resolve-options.ts';
import { toDocument } from './template/to-document.ts';
import { chooseToolchain } from './toolchain/choose-toolchain.ts';
import type { Toolchain, ToolchainKind } from './toolchain/toolchain.ts';

/** The template of a CV that names none. */
const defaultTemplate = 'academic';

/** Of the files in TeX's own folder. */
const jobName = 'cv';

export interface BuildResult {
  /** The CV's text, which the messages' places refer to. */
  vfile: VFile;
  /** Other files that messages' places refer to: the .bib files. */
  sources: VFile[];
  /** Path as given, set when this build wrote it. */
  pdf?: string | undefined;
  tex?: string | undefined;
  pages?: number | undefined;
  template: string;
  /** The template's options by name, as it got them. */
  options: ResolvedOptions;
  engine: EngineName;
  toolchain?: ToolchainKind | undefined;
  /** Where what is on the pages comes from; with `BuildInput.synctex`, when this build wrote a PDF. */
  places?: PdfPlaces | undefined;
  /** 0 when TeX did not run. */
  passes: number;
  /** Milliseconds of the whole build, and of it in TeX. */
  durationMs: number;
  texMs: number;
  messages: VFileMessage[];
  /** Absolute paths of everything that was read: the CV, the template, images, TeX's own files. */
  inputs: string[];
}

/**
 * Builds one CV in one template. Problems with a place are in `messages`, whether there is a PDF or not; an error among them
 * means that no PDF was written and that an older one is still there.
 * @throws MdcvError for problems of usage or environment
 */
export async function build(input: BuildInput): Promise<BuildResult> {
  const elapsedMs = startStopwatch();
  const options = resolveBuildOptions(input);
  const vfile = await readCvFile(options.file);
  const parsed = await parseCv(vfile);
  const { cv, frontMatter, sources } = parsed;
  const template = await findTemplate(options, frontMatter, vfile);
  if (!template) return withoutTemplate(options, parsed, vfile, elapsedMs());
  const engine = chooseEngine({ asked: options.engine, frontMatter, template, cv, vfile });
  const hasStyles = checkStyles(cv, template, vfile);
  const templateOptions = resolveOptions(template.manifest, frontMatter, vfile, options.options);
  const output = options.output(template.name);
  const result: BuildResult = {
    vfile,
    sources,
    template: template.name,
    options: templateOptions,
    engine,
    passes: 0,
    durationMs: 0,
    texMs: 0,
    messages: vfile.messages,
    inputs: [resolve(options.file), ...parsed.inputs],
  };
  // Without its style a list cannot be rendered.
  const rendered = hasStyles && toDocument({ cv, template, engine, options: templateOptions, vfile });
  if (rendered) result.inputs.push(...rendered.inputs);
  if (rendered && !hasErrors(vfile)) {
    const { document, scripts } = rendered;
    const typesetting = { options, document, scripts, template, engine, output, frontMatter, result };
    if (options.texOnly) writeTex(typesetting);
    else await typeset(typesetting);
  }
  result.durationMs = elapsedMs();
  return result;
}

/** The template that is asked for. One that the front matter names and that is not there is a problem of the content, not of usage. */
async function findTemplate(
  options: BuildOptions,
  frontMatter: FrontMatter,
  vfile: VFile,
): Promise<Template | undefined> {
  const folders = projectTemplates(options.file);
  if (options.template !== undefined) return loadTemplate(options.template, folders);
  const { value = defaultTemplate, position } = frontMatter.template ?? {};
  try {
    return await loadTemplate(value, folders);
  } catch (error) {
    if (!(error instanceof MdcvError) || error.code !== 'unknown-template') throw error;
    const note = value === 'all' ? 'To build the CV in every template, run `mdcv build -t all`.' : error.hint;
    addProblem(vfile, 'unknown-template', { reason: error.message, note, place: position, cause: error });
    return undefined;
  }
}

/** What is wrong with the content is told all the same. */
function withoutTemplate(
  options: BuildOptions,
  { frontMatter, sources, inputs }: ParsedCv,
  vfile: VFile,
  durationMs: number,
): BuildResult {
  return {
    vfile,
    sources,
    template: frontMatter.template?.value ?? defaultTemplate,
    options: {},
    engine: options.engine ?? frontMatter.engine?.value ?? 'pdflatex',
    passes: 0,
    durationMs,
    texMs: 0,
    messages: vfile.messages,
    inputs: [resolve(options.file), ...inputs],
  };
}

/** Folders in which a project keeps templates of its own: `templates/` here and beside the CV. */
export function projectTemplates(file: string): string[] {
  return [...new Set([resolve('templates'), resolve(dirname(file), 'templates')])];
}

interface Typesetting {
  options: BuildOptions;
  document: TexDocument;
  scripts: string[];
  template: Template;
  engine: EngineName;
  output: OutputPaths;
  frontMatter: FrontMatter;
  result: BuildResult;
}

async function typeset(typesetting: Typesetting): Promise<void> {
  const { options, document, scripts, template, engine, output, frontMatter, result } = typesetting;
  const { vfile } = result;
  const toolchain = await chooseToolchain({
    wish: options.toolchain ?? frontMatter.toolchain?.value ?? 'auto',
    engine,
    files: neededFiles(template, engine),
    scripts,
    mayProvision: options.mayFetchTex,
    onProgress: ({ step, detail }) => options.onProgress({ stage: 'toolchain', step, detail }),
    signal: options.signal,
  });
  result.toolchain = toolchain.kind;
  // Not before a TeX is found: a template that cannot be set leaves nothing behind.
  writeTex(typesetting);
  await inRunFolder(options, output, async (folder) => {
    const run = await runTex(typesetting, toolchain, folder);
    result.passes = run.passes;
    result.texMs = run.texMs;
    result.inputs.push(...run.inputs.filter((path) => !path.startsWith(folder)));
    placeMessages(parseLog(run.log), document, run, vfile);
    if (run.pdf && !hasErrors(vfile)) {
      publishFile(run.pdf, output.pdf);
      result.pdf = output.pdf;
      result.pages = readPageCount(run.log);
      if (run.synctex) result.places = await readPlaces(run.synctex, document, result);
    }
  });
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

function writeTex({ document, output, result }: Typesetting): void {
  writePublished(output.tex, document.source);
  result.tex = output.tex;
}

async function runTex(
  { options, document, engine }: Typesetting,
  toolchain: Toolchain,
  folder: string,
): Promise<EngineRun> {
  const request: EngineRequest = {
    document,
    engine,
    toolchain,
    folder,
    jobName,
    timeoutMs: options.timeoutMs,
    synctex: options.synctex,
    signal: options.signal,
    onPass: (pass) => options.onProgress({ stage: 'tex', step: `${engine}, pass ${pass}` }),
  };
  const { fastEngine } = options;
  let run = await fastEngine?.run(request);
  if (!run) {
    run = await runEngine(request);
    fastEngine?.learn(request, run);
  }
  if (run.aborted) throw new MdcvError('aborted', 'The build was stopped');
  return run;
}

/** The files without which the template cannot be set, by the names that kpathsea looks up. */
export function neededFiles(template: Template, engine: EngineName): string[] {
  const { manifest } = template;
  return [`${manifest.class}.cls`, ...manifest.requires, ...(engine === 'pdflatex' ? [] : ['fontspec.sty'])];
}

/** TeX works in a folder of its own, which vanishes afterwards, whatever happened. */
async function inRunFolder(
  options: BuildOptions,
  output: OutputPaths,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = createRunFolder();
  try {
    try {
      await work(folder);
    } finally {
      if (options.keep) publishFolder(folder, output.workFolder);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function createRunFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'mdcv-'));
  } catch (cause) {
    throw new MdcvError(
      'cannot-write',
      `Cannot make a folder for TeX in \`${tmpdir()}\`: ${(cause as Error).message}`,
      {
        hint: 'Set TMPDIR to a folder that may be written to and has room.',
        cause,
      },
    );
  }
}

function hasErrors(vfile: VFile): boolean {
  return vfile.messages.some((message) => severityOf(message) === 'error');
}
