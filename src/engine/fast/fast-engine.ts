import { setTimeout as delay } from 'node:timers/promises';
import { createHolds } from '../../toolchain/holds.ts';
import type { Toolchain, ToolchainKind } from '../../toolchain/toolchain.ts';
import { type AuxFiles, readAuxFiles, sameAuxFiles } from '../aux-files.ts';
import type { EngineRequest, EngineRun, TexDocument } from '../engine.ts';
import { createBackground } from './background.ts';
import { type Basis, formatKeyOf, isFor, isToday, whyPlain } from './basis.ts';
import { createForecast, type PassOfBody } from './forecast.ts';
import type { FormatStore } from './format-store.ts';
import { sameLooks } from './looks.ts';
import { forLater, type Lesson, limitsOf, prepareBasis, splitLearnable, toLesson } from './prepare-basis.ts';
import { recallBasis, recallLast } from './recall.ts';
import { isStopped, runPasses } from './run-passes.ts';
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
   * Sets a document as `runEngine` does, and leaves the same files in its folder. With `maxPasses` of 1 it makes ready for nothing new.
   * @returns nothing where the plain way has to be taken
   */
  run(request: EngineRequest): Promise<EngineRun | undefined>;
  /**
   * Starts an engine for what this CV was set from last, while the document is still being made. It serves if the document turns out to be like that.
   * @param find the toolchain of that kind, if it is there
   */
  anticipate(find: (kind: ToolchainKind) => Promise<Toolchain | undefined>): Promise<void>;
  /**
   * Begins to set what the next document will most likely be, while it is still being made: `run` goes on with it if it is that one.
   * @returns nothing where no engine waits for such a one, else `end`, which is to be called when no `run` is to come any more
   */
  begin(document: TexDocument): { end(): void } | undefined;
  /** Makes ready for the next document, in the background, after a plain run. To be called while the run's files are still there. */
  learn(request: EngineRequest, run: EngineRun): void;
  /** Resolves when nothing goes on in the background, and the engines that wait are ready. */
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

export function createFastEngine(options: FastEngineOptions = {}): FastEngine {
  const { store, waiting = true, onDebug = () => {} } = options;
  const closing = new AbortController();
  const pool = createStandbyPool(waiting);
  let basis: Basis | undefined;
  const forecast = createForecast();
  const background = createBackground(onDebug);
  /** Keys of what was found to come out differently. */
  const refused = new Set<string>();
  /** Engines wait longer than the build that they were started by. */
  const holds = createHolds();
  /** What is being made ready; another key overtakes it. */
  let wanted: string | undefined;

  async function run(request: EngineRequest): Promise<EngineRun | undefined> {
    holds.add(request.toolchain);
    const split = splitDocument(request.document.source);
    if (split) await recall(request, split);
    const reason = whyPlain(request, split, basis);
    if (!split || !basis || reason !== undefined) return plainly(reason);
    basis = { ...basis, request: forLater(request) };
    const { formatKey, aux } = basis;
    const isOnly = request.maxPasses === 1;
    const body = { source: split.body, assets: request.document.assets };
    if (pool.hasBegun(basis, body)) onDebug('It was begun while the CV was read');
    else endBegun();
    const done = await runPasses({
      from: basis,
      body: split.body,
      request,
      take: (from) => pool.take(from, body),
      async afterPass(standby, pass) {
        // What ended one standby may have ended all; what was started with other aux files is of no use.
        if ('refusal' in pass || !(pass.settled || isOnly)) await pool.drain();
        // Only tried: the next document is one like those before.
        const isNext = !('refusal' in pass || isOnly || isStopped(pass.engineRun));
        afterwards(standby, isNext ? { ...pass, request, body: split.body } : undefined);
        if ('refusal' in pass && pass.isStale) {
          basis?.format?.dispose();
          basis = undefined;
        } else if (isNext) basis = pass.next;
      },
    });
    if ('refusal' in done) return plainly(done.refusal);
    if (done.aux && !sameAuxFiles(aux, done.aux)) store?.keepAux(formatKey, done.aux);
    return done.engineRun;
  }

  function begin({ source, assets }: TexDocument): { end(): void } | undefined {
    endBegun();
    const split = splitDocument(source);
    if (!split || !basis || !isToday(basis) || split.preamble !== basis.preamble) return undefined;
    pool.begin(basis, { source: split.body, assets });
    return { end: endBegun };
  }

  /** No document has come, or none that is like it. */
  function endBegun(): void {
    const gone = pool.endBegun();
    if (!gone) return;
    onDebug('What was begun is not what came');
    background.add(() => gone.then(fill));
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
    forecast.forget();
  }

  async function anticipate(find: Parameters<FastEngine['anticipate']>[0]): Promise<void> {
    try {
      const recalled = store && (await recallLast(store, find));
      if (!recalled || basis) return;
      holds.add(recalled.request.toolchain);
      pool.add(recalled);
      basis = recalled;
    } catch (error) {
      // What is in the way of an engine is told when there is a document.
      onDebug(`Cannot start early: ${(error as Error).message}`);
    }
  }

  function plainly(reason: string | undefined): undefined {
    endBegun();
    onDebug(`The plain way: ${reason}`);
  }

  /**
   * Cleans up behind a run and starts the next standbys, but not before the build has published its PDF and told of it.
   * @param set of the document that the next one will be like
   */
  function afterwards(standby: Standby, set: PassOfBody | undefined): void {
    background.add(async () => {
      if (waiting) await delay(publishingMs);
      await standby.dispose();
      if (basis && set) forecast.note(basis, set);
      fill();
    });
  }

  function learn(request: EngineRequest, plain: EngineRun): void {
    const split = splitLearnable(request, plain);
    if (!split) return;
    const formatKey = formatKeyOf(request, split.preamble);
    if (refused.has(formatKey)) return;
    const aux = readAuxFiles(request);
    if (basis && isFor(basis, request, split.preamble) && sameLooks(basis.looks))
      return void background.add(() => renew(aux));
    if (wanted === formatKey) return;
    wanted = formatKey;
    const lesson = toLesson(request, plain, split, closing.signal);
    background.add(async () => {
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
    for (const limit of limitsOf(prepared)) onDebug(limit);
    basis = prepared.basis;
    forecast.forget();
    store?.keep(basis);
    fill();
  }

  function fill(): void {
    if (basis && !closing.signal.aborted) pool.fill(basis, forecast.beginning());
  }

  return {
    run,
    begin,
    anticipate,
    learn,
    async settled() {
      await background.settled();
      await pool.ready();
    },
    async close() {
      closing.abort();
      await pool.drain();
      await background.settled();
      await pool.drain();
      basis?.format?.dispose();
      await holds.release();
    },
  };
}
