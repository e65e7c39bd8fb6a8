import { resolve } from 'node:path';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Silenced } from './check/silence-messages.ts';
import { chooseEngine } from './choose-engine.ts';
import type { FrontMatter } from './content/front-matter/front-matter.ts';
import { documentName } from './content/letter/document-name.ts';
import { parseCv } from './content/parse-cv.ts';
import { readCvFile } from './content/read-file.ts';
import { beginForeseen, startEarly } from './early-start.ts';
import type { EngineName } from './engine/engine.ts';
import type { LockedBuild } from './lock/locked-build.ts';
import type { Cv } from './model/cv.ts';
import type { Edition } from './model/edition.ts';
import type { PdfPlaces } from './model/pdf-places.ts';
import type { PdfProfile } from './model/pdf-profile.ts';
import { type BuildInput, type BuildOptions, resolveBuildOptions } from './options.ts';
import type { PrivatePart } from './privacy/private-part.ts';
import type { Proof } from './privacy/proof.ts';
import { addProblem } from './problem.ts';
import { resolveEdition } from './selection/resolve-edition.ts';
import { startStopwatch } from './stopwatch.ts';
import { checkLetter } from './template/check-letter.ts';
import { checkStyles } from './template/check-styles.ts';
import { defaultTemplate, findTemplate, projectTemplates } from './template/find-template.ts';
import { type ResolvedOptions, resolveOptions } from './template/resolve-options.ts';
import { type FieldCoverage, toDocument } from './template/to-document.ts';
import type { ToolchainKind } from './toolchain/toolchain.ts';
import { hasErrors, type Typesetting, typeset, writeTex } from './typeset.ts';
import { untrustedSources } from './untrusted/untrusted-limits.ts';

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
  /** Missing for the whole CV. */
  variant?: string | undefined;
  /** BCP 47. */
  lang: string;
  /** As names of files tell it from others: with a language only where there are several. */
  edition: Edition;
  /** The template's options by name, as it got them. */
  options: ResolvedOptions;
  engine: EngineName;
  profile: PdfProfile;
  toolchain?: ToolchainKind | undefined;
  /** Where what is on the pages comes from; with `BuildInput.synctex`, when this build wrote a PDF. */
  places?: PdfPlaces | undefined;
  /** With `BuildInput.lock`, when this build wrote a PDF. */
  lock?: LockedBuild | undefined;
  /** 0 when TeX did not run. */
  passes: number;
  /** Milliseconds of the whole build, and of it in TeX. */
  durationMs: number;
  texMs: number;
  messages: VFileMessage[];
  /** What `checks:` of the front matter keeps from being told. */
  silenced: Silenced[];
  cv: Cv;
  frontMatter: FrontMatter;
  /** Fields of the CV by name, with how many values the template printed and left out; empty where nothing was rendered. */
  coverage: FieldCoverage[];
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
  const vfile = await readSource(options);
  const begun = beginForeseen(options, String(vfile));
  const early = await startEarly(options, String(vfile));
  // Found once, for all who ask.
  const known = early ? { ...options, findLocalToolchain: async () => early.toolchain } : options;
  try {
    const { result, typesetting } = await render(known, vfile);
    if (typesetting && !hasErrors(vfile)) {
      if (options.texOnly) writeTex(typesetting);
      else await typeset({ ...typesetting, early });
    }
    await silence(result);
    result.durationMs = elapsedMs();
    return result;
  } finally {
    begun?.end();
    await early?.end();
  }
}

/** The first half of a build: the CV read and rendered, and nothing written. */
export interface RenderedCv {
  result: BuildResult;
  /** Missing where the CV cannot be rendered; `result.messages` says why. */
  typesetting?: Typesetting | undefined;
}

/**
 * Reads a CV and renders it in its template.
 * @throws MdcvError for problems of usage or environment
 */
export async function renderCv(input: BuildInput): Promise<RenderedCv> {
  const options = resolveBuildOptions(input);
  return render(options, await readSource(options));
}

async function readSource(options: BuildOptions): Promise<VFile> {
  if (!options.isUntrusted) return readCvFile(options.file);
  await checkPaths(options);
  return readCvFile(options.file, untrustedSources.markdownBytes);
}

async function render(options: BuildOptions, vfile: VFile): Promise<RenderedCv> {
  const limits = options.isUntrusted ? untrustedSources : undefined;
  const parsed = await parseCv(vfile, { isPublic: options.isPublic, edition: options.edition, limits });
  const edition = resolveEdition(parsed.frontMatter, options.edition);
  const { cv, sources } = parsed;
  const written = options.isUntrusted ? await confine(parsed.frontMatter, vfile) : parsed.frontMatter;
  const frontMatter = withAsked(written, options);
  if (frontMatter.fit?.value && !frontMatter.pages) warnOfFit(cv, frontMatter, vfile);
  const folders = options.isUntrusted ? [] : projectTemplates(options.file, options.folder);
  const template = await findTemplate(options.template, frontMatter.template, folders, vfile);
  const result: BuildResult = {
    vfile,
    sources,
    template: template?.name ?? frontMatter.template?.value ?? defaultTemplate,
    ...(edition.variant !== undefined && { variant: edition.variant }),
    lang: cv.lang,
    edition,
    options: {},
    engine: options.engine ?? frontMatter.engine?.value ?? 'pdflatex',
    profile: options.profile ?? frontMatter.profile?.value ?? 'screen',
    passes: 0,
    durationMs: 0,
    texMs: 0,
    messages: vfile.messages,
    silenced: [],
    cv,
    frontMatter,
    coverage: [],
    inputs: [resolve(options.file), ...parsed.inputs],
  };
  if (!template) return { result };
  const named = options.template === undefined ? (frontMatter.template ?? {}) : undefined;
  if (!checkLetter(cv, template, named, vfile)) return { result };
  result.options = resolveOptions(template.manifest, frontMatter, vfile, options.options);
  const { engine, scriptFonts } = await chooseEngine({
    asked: options.engine,
    frontMatter,
    template,
    cv,
    vfile,
    // Loaded only for text in Cyrillic or Greek.
    findScriptFonts: async () => {
      const { findScriptFontsOf } = await import('./find-script-fonts.ts');
      return findScriptFontsOf(template, result.options, options, frontMatter);
    },
  });
  const hasStyles = checkStyles(cv, template, vfile);
  result.engine = engine;
  const { profile } = result;
  // Without its style a list cannot be rendered.
  if (!hasStyles) return { result };
  const { document, scripts, inputs, coverage } = toDocument({
    cv,
    template,
    engine,
    scriptFonts,
    profile,
    options: result.options,
    vfile,
    limits,
  });
  result.inputs.push(...inputs);
  result.coverage = coverage;
  const output = options.output(template.name, edition);
  const { privateParts } = parsed;
  const proof = privateParts && (await prove(cv, privateParts, inputs, vfile));
  return {
    result,
    typesetting: {
      options,
      document,
      scripts,
      template,
      engine,
      scriptFonts,
      profile,
      output,
      frontMatter,
      proof,
      result,
    },
  };
}

/** What deals with strangers is loaded only for them. */
async function checkPaths({ file, output }: BuildOptions): Promise<void> {
  const { checkUntrustedPaths } = await import('./untrusted/check-paths.ts');
  checkUntrustedPaths(file, output('').pdf);
}

async function confine(frontMatter: FrontMatter, vfile: VFile): Promise<FrontMatter> {
  const { confineFrontMatter } = await import('./untrusted/confine-front-matter.ts');
  return confineFrontMatter(frontMatter, vfile);
}

/** The front matter, with what this build was told instead. */
function withAsked(frontMatter: FrontMatter, { pages, fit }: BuildOptions): FrontMatter {
  return {
    ...frontMatter,
    ...(pages !== undefined && { pages: { value: pages, position: frontMatter.pages?.position } }),
    ...(fit !== undefined && { fit: { value: fit, position: frontMatter.fit?.position } }),
  };
}

function warnOfFit(cv: Cv, { fit }: FrontMatter, vfile: VFile): void {
  addProblem(vfile, 'fit-without-pages', {
    reason: `Cannot fit the ${documentName(cv)}, nothing says how many pages it may take`,
    note: 'Write `pages: 2` into the front matter.',
    place: fit?.position,
  });
}

/** Takes out what the front matter does not want to be told. */
async function silence(result: BuildResult): Promise<void> {
  if (!result.frontMatter.checks) return;
  const { silenceMessages } = await import('./check/silence-messages.ts');
  result.silenced = silenceMessages(result.vfile, result.frontMatter.checks);
}

/** What is needed to prove that nothing private was set is loaded only for a public CV. */
async function prove(cv: Cv, parts: PrivatePart[], inputs: string[], vfile: VFile): Promise<Proof> {
  const { createProof } = await import('./privacy/proof.ts');
  return createProof({ parts, cv, inputs, vfile });
}
