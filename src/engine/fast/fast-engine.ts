import { createHash } from 'node:crypto';
import { readFileSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type AuxFiles, readAuxFiles, sameAuxFiles } from '../aux-files.ts';
import type { EngineName, EngineRequest, EngineRun } from '../engine.ts';
import { parseLog } from '../parse-log.ts';
import { readRecorder } from '../recorder.ts';
import { findPdf, readLog } from '../run-folder.ts';
import { findPdfDifference } from './compare-pdfs.ts';
import { dumpFormat, type PreambleFormat } from './format.ts';
import { type SplitDocument, splitDocument } from './split-document.ts';
import { readFonts, type Standby, startStandby, withoutFonts } from './standby.ts';

/**
 * Sets documents like the last one with engines that have read everything but the body and wait for it.
 *
 *     plain pass ──learn──► format dumped ──► proven: a standby sets the same body, and the PDFs are the same ──► pool of standbys
 *         ▲                                        │ they differ: never for this preamble
 *         └────────── another preamble, engine, asset, file or day; any error ◄──┘
 */
export interface FastEngine {
  /**
   * Sets a document as `runEngine` does, and leaves the same files in its folder.
   * @returns nothing where the plain way has to be taken
   */
  run(request: EngineRequest): Promise<EngineRun | undefined>;
  /** Makes ready for the next document, in the background, after a plain run. To be called while the run's files are still there. */
  learn(request: EngineRequest, run: EngineRun): void;
  /** Resolves when nothing goes on in the background. */
  settled(): Promise<void>;
  /** Ends all engines and removes their files. */
  close(): Promise<void>;
}

/** Engines whose fonts can be kept in a format. */
const dumping: ReadonlySet<EngineName> = new Set(['pdflatex']);
/** A unicode engine takes 200 MB. */
const poolSizes: Readonly<Record<EngineName, number>> = { pdflatex: 2, xelatex: 2, lualatex: 1 };

/** What standbys are started from: all that a document has in common with the last one. */
interface Basis {
  key: string;
  request: EngineRequest;
  preamble: string;
  format: PreambleFormat | undefined;
  aux: AuxFiles;
  /** What the last run loaded; none where loading them first would make a difference. */
  fonts: readonly string[];
  /** Looks of all files that were read. */
  looks: ReadonlyMap<string, string>;
}

/** @param onDebug takes a line on why the plain way was taken */
export function createFastEngine(onDebug: (message: string) => void = () => {}): FastEngine {
  const closing = new AbortController();
  let basis: Basis | undefined;
  let pool: Standby[] = [];
  let background: Promise<void> = Promise.resolve();
  /** Keys of what was found to come out differently. */
  const refused = new Set<string>();
  /** What is being made ready; another key overtakes it. */
  let wanted: string | undefined;

  const plainly = (why: string): undefined => {
    onDebug(`The plain way: ${why}`);
  };

  const cannotPrepare = (error: unknown): void => {
    onDebug(`Cannot make the fast engine ready: ${(error as Error).message}`);
  };

  async function run(request: EngineRequest): Promise<EngineRun | undefined> {
    const split = splitDocument(request.document.source);
    if (!split) return plainly('the document needs it');
    if (!basis) return plainly('nothing is ready');
    if (basis.key !== keyOf(request, split))
      return plainly('the preamble, the engine, an asset or the day is another');
    if (!sameLooks(basis.looks)) return plainly('a file that TeX reads has changed');
    const started = Date.now();
    for (let pass = 1; pass <= 4; pass++) {
      request.onPass?.(pass);
      const standby = pool.shift() ?? start(basis);
      const outcome = await typeset(standby, request, split, basis);
      if (!outcome) {
        await standby.dispose();
        // What ended one may have ended all.
        await drain();
        fill();
        return undefined;
      }
      const { aux, engineRun } = outcome;
      const settled = sameAuxFiles(aux, basis.aux);
      const texMs = Date.now() - started;
      if (!settled) await drain();
      afterwards(standby);
      if (engineRun.aborted || engineRun.timedOut) return { ...engineRun, passes: pass, texMs };
      basis = { ...basis, aux, fonts: basis.fonts.length > 0 ? outcome.fonts : [] };
      if (settled && !parseLog(engineRun.log).some(({ kind }) => kind === 'rerun'))
        return { ...engineRun, passes: pass, texMs };
    }
    return plainly('the aux files do not settle');
  }

  /** Cleans up behind a run and starts the next standbys, but not before the build has published its PDF. */
  function afterwards(standby: Standby): void {
    const published = new Promise<void>((resolve) => setImmediate(resolve));
    background = Promise.all([background, published])
      .then(async () => {
        await standby.dispose();
        fill();
      })
      .catch(cannotPrepare);
  }

  /** Nothing where anything is out of the ordinary. */
  async function typeset(
    standby: Standby,
    request: EngineRequest,
    { body }: SplitDocument,
    { format, looks }: Basis,
  ): Promise<{ engineRun: EngineRun; aux: AuxFiles; fonts: string[] } | undefined> {
    if (!(await standby.ready)) return plainly('the engine ended before the body');
    const run = await standby.typeset(body, request.signal);
    const own = {
      folder: standby.folder,
      jobName: request.jobName,
      engine: request.engine,
      document: request.document,
    };
    const stopped = run.timedOut || run.aborted || run.exitCode === undefined;
    const pdf = findPdf(own);
    if (!stopped && (run.exitCode !== 0 || !pdf)) return plainly('TeX told of an error');
    if (!run.timedOut && !run.aborted && run.exitCode === undefined) return plainly('the engine crashed');
    const aux = readAuxFiles(own);
    const take = (name: string): string => {
      const path = join(request.folder, name);
      renameSync(join(standby.folder, name), path);
      return path;
    };
    const log = readLog(own, run.output);
    const engineRun: EngineRun = {
      exitCode: stopped ? undefined : run.exitCode,
      log: withoutFonts(format ? `${format.log}\n${log}` : log),
      inputs: [
        ...new Set([
          ...looks.keys(),
          ...readRecorder(own).filter((path) => !path.startsWith(standby.folder)),
        ]),
      ],
      passes: 1,
      settled: true,
      timedOut: run.timedOut,
      aborted: run.aborted,
      texMs: run.durationMs,
      ...(!stopped && pdf && { pdf: take(basename(pdf)) }),
      ...(!stopped && request.synctex && { synctex: take(`${request.jobName}.synctex.gz`) }),
    };
    return { engineRun, aux, fonts: readFonts(log) };
  }

  function learn(request: EngineRequest, run: EngineRun): void {
    const split = splitDocument(request.document.source);
    if (!split || !run.pdf || run.exitCode !== 0 || !run.settled) return;
    const key = keyOf(request, split);
    if (refused.has(key)) return;
    const aux = readAuxFiles(request);
    if (basis?.key === key && sameLooks(basis.looks)) {
      background = background.then(() => renew(aux)).catch(cannotPrepare);
      return;
    }
    if (wanted === key) return;
    wanted = key;
    const isOvertaken = (): boolean => wanted !== key || closing.signal.aborted;
    const lesson = {
      request: withoutRun(request),
      split,
      key,
      aux,
      pdf: readFileSync(run.pdf),
      inputs: run.inputs,
      isOvertaken,
    };
    background = background
      .then(() => prepare(lesson))
      .catch(cannotPrepare)
      .finally(() => {
        if (wanted === key) wanted = undefined;
      });
  }

  interface Lesson {
    request: EngineRequest;
    split: SplitDocument;
    key: string;
    aux: AuxFiles;
    pdf: Buffer;
    inputs: readonly string[];
    isOvertaken: () => boolean;
  }

  /** What differs is only what the last run left. */
  async function renew(aux: AuxFiles): Promise<void> {
    if (!basis || sameAuxFiles(basis.aux, aux)) return;
    basis = { ...basis, aux };
    await drain();
    fill();
  }

  async function prepare({ request, split, key, aux, pdf, inputs, isOvertaken }: Lesson): Promise<void> {
    if (isOvertaken()) return;
    await drain();
    basis?.format?.dispose();
    basis = undefined;
    const { engine, toolchain, timeoutMs } = request;
    const format = dumping.has(engine)
      ? await dumpFormat({ engine, toolchain, preamble: split.preamble, timeoutMs, signal: closing.signal })
      : undefined;
    const next: Basis = {
      key,
      request,
      preamble: split.preamble,
      format,
      aux,
      fonts: [],
      looks: lookAt(inputs.filter((path) => !path.startsWith(request.folder))),
    };
    if (isOvertaken()) {
      format?.dispose();
      return;
    }
    const cold = await prove(next, split, pdf);
    if (typeof cold === 'string') {
      format?.dispose();
      if (closing.signal.aborted) return;
      refused.add(key);
      plainly(`the fast engine's PDF would differ (${cold})`);
      return;
    }
    const warm = await prove({ ...next, fonts: cold }, split, pdf);
    if (typeof warm === 'string') onDebug(`Fonts are not loaded first, the PDF would differ (${warm})`);
    else next.fonts = warm;
    if (isOvertaken()) {
      format?.dispose();
      return;
    }
    basis = next;
    fill();
    await Promise.all(pool.map(({ ready }) => ready));
  }

  /** Sets the same body with a standby and compares: the fonts that it loaded, or what is different. */
  async function prove(next: Basis, { body }: SplitDocument, pdf: Buffer): Promise<string[] | string> {
    const standby = start(next);
    try {
      if (!(await standby.ready)) return 'the preamble alone gives an error';
      const run = await standby.typeset(body, closing.signal);
      const { jobName, engine } = next.request;
      const own = { folder: standby.folder, jobName, engine };
      const path = findPdf(own);
      if (run.exitCode !== 0 || !path) return 'the body alone gives an error';
      return findPdfDifference(pdf, readFileSync(path)) ?? readFonts(readLog(own, ''));
    } finally {
      await standby.dispose();
    }
  }

  function start({ request, preamble, format, aux, fonts }: Basis): Standby {
    return startStandby({
      engine: request.engine,
      toolchain: request.toolchain,
      jobName: request.jobName,
      synctex: request.synctex ?? false,
      preamble: format ? '' : preamble,
      format: format?.file,
      aux,
      fonts,
      assets: request.document.assets,
      timeoutMs: request.timeoutMs,
    });
  }

  function fill(): void {
    if (!basis || closing.signal.aborted) return;
    while (pool.length < poolSizes[basis.request.engine]) pool.push(start(basis));
  }

  async function drain(): Promise<void> {
    const old = pool;
    pool = [];
    await Promise.all(old.map((standby) => standby.dispose()));
  }

  return {
    run,
    learn,
    settled: () => background,
    async close() {
      closing.abort();
      await drain();
      await background;
      await drain();
      basis?.format?.dispose();
    },
  };
}

/** The request without what belongs to one run only. */
function withoutRun(request: EngineRequest): EngineRequest {
  return { ...request, signal: undefined, onPass: undefined };
}

/** Of everything that a standby has read before the body, but for files that TeX finds by itself. TeX knows the day. */
function keyOf(request: EngineRequest, { preamble }: SplitDocument): string {
  const hash = createHash('sha256');
  const { engine, toolchain, synctex, document, jobName } = request;
  hash.update(
    JSON.stringify([
      engine,
      toolchain.kind,
      toolchain.description,
      synctex ?? false,
      jobName,
      new Date().toDateString(),
    ]),
  );
  hash.update(preamble);
  for (const { name, from } of document.assets) {
    hash.update(`\0${name}\0`);
    hash.update(typeof from === 'string' ? `${from}\0${look(from)}` : from);
  }
  return hash.digest('hex');
}

function lookAt(paths: readonly string[]): Map<string, string> {
  return new Map(paths.map((path) => [path, look(path)]));
}

function sameLooks(looks: ReadonlyMap<string, string>): boolean {
  for (const [path, before] of looks) if (look(path) !== before) return false;
  return true;
}

/** What tells one state of a file from another. */
function look(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : 'missing';
}
