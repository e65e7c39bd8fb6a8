import { resolve } from 'node:path';
import { type BuildResult, build } from '../build.ts';
import type { CheckReport } from '../check/check-pdf.ts';
import type { FastEngine } from '../engine/fast/fast-engine.ts';
import { namesMany } from '../many/names-many.ts';
import { type BuildInput, defaultFile } from '../options.ts';
import { MdcvError } from '../problem.ts';
import { projectTemplates } from '../template/find-template.ts';
import { listTemplates } from '../template/load-template.ts';
import { findToolchain } from '../toolchain/choose-toolchain.ts';
import { buildEditions } from './build-editions.ts';
import { printChecked } from './check-report.ts';
import { describeResult } from './describe-result.ts';
import { exitCodeOf } from './exit-code.ts';
import { toJsonError, withJsonError } from './json-error.ts';
import { toJsonResult } from './json-result.ts';
import { printDebug, printLine, printNote } from './print.ts';
import { createProgress, type Progress } from './progress.ts';
import { abortOnSignals } from './signals.ts';

export interface BuildFlags {
  template?: string;
  output?: string;
  engine?: string;
  toolchain?: string;
  profile?: string;
  lock?: boolean;
  texOnly?: boolean;
  keep?: boolean;
  public?: boolean;
  /** For a CV that somebody else wrote. */
  untrusted?: boolean;
  json?: boolean;
  fast?: boolean;
  pages?: number;
  fit?: boolean;
  /** A variant, several with commas, or `all`. */
  variant?: string;
  /** A language, several with commas, or `all`. */
  lang?: string;
  /** Checks the PDF that was made. */
  check?: boolean;
  /** Warnings fail, too. */
  strict?: boolean;
  /** Seconds. */
  timeout?: number;
  /** How many CVs are built at the same time. */
  jobs?: number;
  /** Such as `2/4`. */
  shard?: string;
  /** Where to write JUnit XML. */
  junit?: string;
  /** Builds what has not changed, too. */
  force?: boolean;
}

/** `mdcv build`: one CV in one template, or in all of them, in each of its editions that is asked for; or many. Returns the exit code. */
export async function runBuild(files: readonly string[], flags: BuildFlags): Promise<number> {
  if (isForMany(files, flags)) {
    const { runBuildMany } = await import('./build-many.ts');
    return runBuildMany(files, flags);
  }
  const [file] = files;
  return withJsonError(flags, withFile(toBuildInput(file, flags)), () => buildOneCv(file, flags));
}

async function buildOneCv(file: string | undefined, flags: BuildFlags): Promise<number> {
  const { signal, release } = abortOnSignals();
  const fastEngine = flags.fast && !flags.lock && !flags.untrusted ? await openFastEngine(file) : undefined;
  const input = { ...toBuildInput(file, flags), signal, fastEngine };
  try {
    return await buildEditions(input, flags, (one) =>
      flags.template === 'all' ? buildAll(one, flags) : buildOne(one, flags),
    );
  } catch (error) {
    // What an aborted step throws is its own affair; why it was aborted is the news.
    throw signal.aborted ? signal.reason : error;
  } finally {
    await fastEngine?.close();
    release();
  }
}

function isForMany(files: readonly string[], { jobs, shard, junit, force }: BuildFlags): boolean {
  return files.length > 1 || Boolean(jobs ?? shard ?? junit ?? force) || files.some(namesMany);
}

/** What one process learns of a template serves the next. */
async function openFastEngine(file: string | undefined): Promise<FastEngine> {
  const [{ createFastEngine }, { openFormatStore }] = await Promise.all([
    import('../engine/fast/fast-engine.ts'),
    import('../engine/fast/format-store.ts'),
  ]);
  const fastEngine = createFastEngine({
    store: openFormatStore(resolve(file ?? defaultFile), { onDebug: printDebug }),
    waiting: false,
    onDebug: printDebug,
  });
  await fastEngine.anticipate(findToolchain);
  return fastEngine;
}

/**
 * One PDF for each template that this TeX and the engine that is asked for can set; one that cannot be set is told and stops nothing else.
 * @throws MdcvError where there is nothing that can be set
 */
async function buildAll(input: BuildInput, flags: BuildFlags): Promise<number> {
  const templates = await listTemplates(input.untrusted ? [] : projectTemplates(input.file ?? defaultFile));
  let worst = 0;
  let hasTex = false;
  let skipped: MdcvError | undefined;
  for (const { name } of templates) {
    input.signal?.throwIfAborted();
    const one = { ...input, template: name, nameWithTemplate: true, mayFetchTex: !hasTex };
    try {
      worst = Math.max(worst, await buildOne(one, flags));
      hasTex = true;
    } catch (error) {
      if (!(error instanceof MdcvError) || !concernsOneTemplate(error, hasTex)) throw error;
      printSkipped(name, error, one, flags);
      skipped = error;
    }
  }
  if (skipped && !hasTex) throw skipped;
  return worst;
}

/** Where another template was set, what this one lacks is its own. */
export function concernsOneTemplate({ code }: MdcvError, hasTex: boolean): boolean {
  return (
    ['engine-not-supported', 'no-letter'].includes(code) ||
    (hasTex && ['missing-tex-files', 'no-tex'].includes(code))
  );
}

function printSkipped(name: string, error: MdcvError, input: BuildInput, flags: BuildFlags): void {
  if (flags.json) console.log(JSON.stringify(toJsonError(error, withFile(input), 'warning')));
  else
    printNote(
      `${name}: skipped. ${error.message}${error.hint ? `\n${error.hint.replace(/^/gm, '  ')}` : ''}`,
    );
}

/** The flags as the library takes them. */
export function toBuildInput(file: string | undefined, flags: BuildFlags): BuildInput {
  return {
    file,
    template: flags.template,
    output: flags.output,
    engine: flags.engine,
    toolchain: flags.toolchain,
    profile: flags.profile,
    lock: flags.lock,
    texOnly: flags.texOnly,
    keep: flags.keep,
    pages: flags.pages,
    fit: flags.fit,
    public: flags.public,
    untrusted: flags.untrusted,
    variant: flags.variant,
    lang: flags.lang,
    timeoutMs: flags.timeout === undefined ? undefined : flags.timeout * 1000,
  };
}

async function buildOne(input: BuildInput, flags: BuildFlags): Promise<number> {
  const progress = createProgress();
  try {
    const result = await build({ ...input, synctex: flags.check, onProgress: progress.show });
    const report = flags.check ? await checkBuild(result) : undefined;
    progress.stop();
    if (flags.json) console.log(JSON.stringify(toJsonResult(result, report)));
    else {
      printResult(result);
      if (report) printChecked(report);
    }
    await learn(input, progress);
    return exitCodeOf(result.messages, flags.strict);
  } finally {
    progress.stop();
  }
}

/** The result is there; what a fast engine makes of it is for the next build. */
async function learn({ fastEngine, signal }: BuildInput, progress: Progress): Promise<void> {
  if (!fastEngine) return;
  const stop = (): void => void fastEngine.close();
  signal?.addEventListener('abort', stop, { once: true });
  progress.show({ stage: 'tex', step: 'making the next build fast' });
  await fastEngine.settled();
  signal?.removeEventListener('abort', stop);
}

/** What a build wrote is checked; where it wrote nothing there is nothing to check. */
export async function checkBuild(result: BuildResult): Promise<CheckReport | undefined> {
  if (!result.pdf) return undefined;
  const { checkPdf } = await import('../check/check-pdf.ts');
  return checkPdf({ pdf: result.pdf, source: result, silenced: result.silenced });
}

/** Messages to standard error, the result to standard output. */
export function printResult(result: BuildResult): void {
  const text = describeResult(result);
  for (const message of text.messages) printNote(message);
  if (text.isGood) printLine(text.result);
  else printNote(text.result);
}

function withFile(input: BuildInput): BuildInput {
  return { ...input, file: input.file ?? defaultFile };
}
