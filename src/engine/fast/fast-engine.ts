import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { type AuxFiles, readAuxFiles, sameAuxFiles } from '../aux-files.ts';
import type { EngineRequest, EngineRun } from '../engine.ts';
import { parseLog } from '../parse-log.ts';
import { type Basis, formatKeyOf, isFor, sameLooks, whyStale } from './basis.ts';
import { type FormatStore, recallBasis } from './format-store.ts';
import { type Lesson, prepareBasis } from './prepare-basis.ts';
import { setBody } from './set-body.ts';
import { type SplitDocument, splitDocument } from './split-document.ts';
import type { Standby } from './standby.ts';
import { createStandbyPool } from './standby-pool.ts';

/**
 * Sets documents like the last one with engines that have read everything but the body and wait for it.
 *
 *     plain pass ──learn──► format dumped ──► proven: a standby sets the same body, and the PDFs are the same ──► pool of standbys
 *         ▲                                        │ they differ: never for this preamble                             ▲
 *         └────────── another preamble, engine, asset or file; any error ◄──┘        kept by an earlier process ──────┘
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

export interface FastEngineOptions {
  /** What earlier processes have proven, and where this one leaves what it proves. */
  store?: FormatStore | undefined;
  /** Whether further documents are to come, for which standbys wait; true by default. */
  waiting?: boolean | undefined;
  /** Takes a line on why the plain way was taken. */
  onDebug?: ((message: string) => void) | undefined;
}

/** What a build does after TeX takes less (milliseconds); starting a process would hold it up. */
const publishingMs = 25;

/** As the plain way, whose first pass makes no PDF. */
const mostPasses = 4;

export function createFastEngine(options: FastEngineOptions = {}): FastEngine {
  const { store, waiting = true, onDebug = () => {} } = options;
  const closing = new AbortController();
  const pool = createStandbyPool(waiting);
  let basis: Basis | undefined;
  let background: Promise<void> = Promise.resolve();
  /** Keys of what was found to come out differently. */
  const refused = new Set<string>();
  /** What is being made ready; another key overtakes it. */
  let wanted: string | undefined;

  async function run(request: EngineRequest): Promise<EngineRun | undefined> {
    const split = splitDocument(request.document.source);
    if (split) await recall(request, split);
    const reason = whyPlain(request, split);
    if (!split || !basis || reason !== undefined) return plainly(reason);
    const startedAt = Date.now();
    const { aux } = basis;
    for (let pass = 1; pass <= mostPasses; pass++) {
      request.onPass?.(pass);
      const done = await runPass(request, split, basis);
      if ('refusal' in done) return plainly(done.refusal);
      const engineRun = { ...done.engineRun, passes: pass, texMs: Date.now() - startedAt };
      if (engineRun.aborted || engineRun.timedOut) return engineRun;
      basis = done.next;
      if (!done.settled) continue;
      if (!sameAuxFiles(aux, basis.aux)) store?.keepAux(basis.formatKey, basis.aux);
      return engineRun;
    }
    return plainly('the aux files do not settle');
  }

  /** Takes up what another process, or this one on another day or before another change, has proven. */
  async function recall(request: EngineRequest, { preamble }: SplitDocument): Promise<void> {
    if (!store || (basis && isFor(basis, request, preamble))) return;
    const recalled = recallBasis(store, forLater(request), preamble);
    if (!recalled) return;
    if ('difference' in recalled) {
      refused.add(recalled.formatKey);
      return;
    }
    await pool.drain();
    basis?.format?.dispose();
    basis = recalled;
  }

  function whyPlain(request: EngineRequest, split: SplitDocument | undefined): string | undefined {
    if (!split) return 'the document needs it';
    if (!basis) return 'nothing is ready';
    return isFor(basis, request, split.preamble)
      ? undefined
      : 'the preamble, the engine, an asset or the day is another';
  }

  function plainly(reason: string | undefined): undefined {
    onDebug(`The plain way: ${reason}`);
  }

  async function runPass(
    request: EngineRequest,
    { body }: SplitDocument,
    from: Basis,
  ): Promise<{ engineRun: EngineRun; next: Basis; settled: boolean } | { refusal: string }> {
    const standby = pool.take(from);
    const setting = setBody(standby, body, request, from).catch(async (error: unknown) => {
      await standby.dispose();
      throw error;
    });
    setting.catch(() => {});
    // What takes time to find out is found out while the engine works.
    await nextTurn();
    const reason = whyStale(from);
    if (reason !== undefined) {
      basis = undefined;
      await Promise.all([standby.dispose(), pool.drain()]);
      return { refusal: reason };
    }
    const done = await setting;
    const isAuxSame = !('refusal' in done) && sameAuxFiles(done.aux, from.aux);
    // What ended one standby may have ended all; what was started with other aux files is of no use.
    if (!isAuxSame) await pool.drain();
    afterwards(standby);
    if ('refusal' in done) {
      if (from.format && !existsSync(from.format.file)) basis = undefined;
      return done;
    }
    const { engineRun, aux, fonts } = done;
    return {
      engineRun,
      next: { ...from, isWhole: undefined, aux, fonts: from.fonts.length > 0 ? fonts : [] },
      settled: isAuxSame && !parseLog(engineRun.log).some(({ kind }) => kind === 'rerun'),
    };
  }

  /** Cleans up behind a run and starts the next standbys, but not before the build has published its PDF and told of it. */
  function afterwards(standby: Standby): void {
    inBackground(async () => {
      if (waiting) await delay(publishingMs);
      await standby.dispose();
      fill();
    });
  }

  function inBackground(work: () => Promise<void>): void {
    background = background.then(work).catch((error: unknown) => {
      onDebug(`Cannot make the fast engine ready: ${(error as Error).message}`);
    });
  }

  function learn(request: EngineRequest, plain: EngineRun): void {
    const split = splitDocument(request.document.source);
    if (!split || !plain.pdf || plain.exitCode !== 0 || !plain.settled) return;
    const formatKey = formatKeyOf(request, split.preamble);
    if (refused.has(formatKey)) return;
    const aux = readAuxFiles(request);
    if (basis && isFor(basis, request, split.preamble) && sameLooks(basis.looks)) {
      inBackground(() => renew(aux));
      return;
    }
    if (wanted === formatKey) return;
    wanted = formatKey;
    const pdf = readFileSync(plain.pdf);
    const lesson: Lesson = {
      formatKey,
      request: forLater(request),
      split,
      aux,
      pdf,
      inputs: plain.inputs,
      signal: closing.signal,
    };
    inBackground(async () => {
      try {
        await take(lesson);
      } finally {
        if (wanted === formatKey) wanted = undefined;
      }
    });
  }

  /** What differs is only what the last run left. */
  async function renew(aux: AuxFiles): Promise<void> {
    if (!basis) return;
    if (!sameAuxFiles(basis.aux, aux)) {
      await pool.drain();
      store?.keepAux(basis.formatKey, aux);
    }
    basis = { ...basis, aux };
    fill();
  }

  async function take(lesson: Lesson): Promise<void> {
    const isOvertaken = (): boolean => wanted !== lesson.formatKey || closing.signal.aborted;
    if (isOvertaken()) return;
    await pool.drain();
    basis?.format?.dispose();
    basis = undefined;
    const prepared = await prepareBasis(lesson);
    if (!('basis' in prepared)) {
      if ('difference' in prepared) {
        refused.add(lesson.formatKey);
        store?.keepDifference(lesson.formatKey, prepared.difference);
        onDebug(`The plain way for good: the PDF would differ (${prepared.difference})`);
      } else if (!closing.signal.aborted) onDebug(`The plain way: ${prepared.failure}`);
      return;
    }
    if (isOvertaken()) {
      prepared.basis.format?.dispose();
      return;
    }
    if (prepared.coldFonts !== undefined)
      onDebug(`Fonts are not loaded first, the PDF would differ (${prepared.coldFonts})`);
    basis = prepared.basis;
    store?.keep(basis.formatKey, basis);
    fill();
    await pool.ready();
  }

  function fill(): void {
    if (basis && !closing.signal.aborted) pool.fill(basis);
  }

  return {
    run,
    learn,
    settled: () => background,
    async close() {
      closing.abort();
      await pool.drain();
      await background;
      await pool.drain();
      basis?.format?.dispose();
    },
  };
}

/** A request that outlives its build. */
function forLater(request: EngineRequest): EngineRequest {
  return { ...request, signal: undefined, onPass: undefined };
}
