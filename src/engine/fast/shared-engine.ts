/** A fast engine for one CV after the other, each with a look and aux files of its own. */
import { statSync } from 'node:fs';
import { type AuxFiles, removeAuxFiles, sameAuxFiles } from '../aux-files.ts';
import type { EngineRequest, EngineRun } from '../engine.ts';
import { createBackground } from './background.ts';
import { type Basis, formatKeyOf, isFor, startFrom } from './basis.ts';
import type { FastEngine } from './fast-engine.ts';
import { type FormatStore, openFormatStore } from './format-store.ts';
import { createOutlineMemory } from './outline-memory.ts';
import { forLater, prepareBasis, splitLearnable, toLesson } from './prepare-basis.ts';
import { recallBasis } from './recall.ts';
import { runPasses } from './run-passes.ts';
import { splitDocument } from './split-document.ts';

export interface SharedEngineOptions {
  /** Of the kept formats; the user's own by default. */
  folder?: string | undefined;
  /**
   * Whether this process is the one that makes the format of that key: of several that set CVs of one look, one is enough.
   * With `done` it says that the format is there, or cannot be made.
   */
  claim(formatKey: string): Promise<{ done(): void } | undefined>;
  /** Takes a line on why the plain way was taken. */
  onDebug?: ((message: string) => void) | undefined;
}

/** A basis takes a megabyte or so; who has more looks at once reads it from the cache again. */
const mostBases = 16;

/**
 * Unlike the engine of a watch it lets nothing wait: where every core sets CVs, what is started early only takes turns with what is
 * being set. It keeps what it started from in memory, by its preamble, and reads what other processes have proven meanwhile.
 */
export function createSharedEngine(options: SharedEngineOptions): FastEngine {
  const { folder, claim, onDebug = () => {} } = options;
  const closing = new AbortController();
  const bases = new Map<string, Basis>();
  /** Of preambles that came out differently, or whose format cannot be used. */
  const refused = new Set<string>();
  const outlines = createOutlineMemory();
  const background = createBackground(onDebug);

  const storeOf = ({ cv = '' }: EngineRequest): FormatStore =>
    openFormatStore(cv, { onDebug, ...(folder !== undefined && { folder }) });

  function plainly(reason: string): undefined {
    onDebug(`The plain way: ${reason}`);
  }

  async function run(request: EngineRequest): Promise<EngineRun | undefined> {
    const split = splitDocument(request.document.source);
    if (!split) return plainly('the document needs it');
    const store = storeOf(request);
    const basis = findBasis(request, split.preamble, store);
    if (!basis) return plainly('nothing is ready');
    const { formatKey } = basis;
    const kept = store.findAux(formatKey);
    const aux = kept ?? outlines.guess(formatKey, split.body) ?? basis.aux;
    const done = await runPasses({
      from: { ...basis, request, aux },
      body: split.body,
      request,
      // It is the only one that works there.
      take: (from) => startFrom(from, { folder: request.folder }),
      async afterPass(standby, pass) {
        await standby.dispose();
        if ('refusal' in pass && pass.isStale) bases.delete(formatKey);
      },
    });
    if ('refusal' in done) {
      // The plain way begins as if nothing had been tried.
      removeAuxFiles(request);
      return plainly(done.refusal);
    }
    if (done.aux) remember(store, formatKey, split.body, done.aux, kept);
    return done.engineRun;
  }

  function remember(
    store: FormatStore,
    formatKey: string,
    body: string,
    aux: AuxFiles,
    kept?: AuxFiles,
  ): void {
    outlines.note(formatKey, body, aux);
    if (!kept || !sameAuxFiles(kept, aux)) store.keepAux(formatKey, aux);
  }

  /** In memory, or what another process has proven. */
  function findBasis(request: EngineRequest, preamble: string, store: FormatStore): Basis | undefined {
    const formatKey = formatKeyOf(request, preamble);
    const known = bases.get(formatKey);
    // What was kept may be thrown away by another process.
    if (known && isFor({ ...known, request }, request, preamble) && isThere(known)) return known;
    bases.delete(formatKey);
    if (refused.has(formatKey)) return undefined;
    const recalled = recallBasis(store, forLater(request), preamble);
    if (!recalled) return undefined;
    if ('difference' in recalled || recalled.isWhole?.() === false) {
      refused.add(formatKey);
      return undefined;
    }
    return keep({ ...recalled, isWhole: undefined });
  }

  function keep(basis: Basis): Basis {
    if (bases.size >= mostBases) bases.delete(bases.keys().next().value as string);
    bases.set(basis.formatKey, basis);
    return basis;
  }

  function learn(request: EngineRequest, plain: EngineRun): void {
    const split = splitLearnable(request, plain);
    if (!split) return;
    const lesson = toLesson(request, plain, split, closing.signal);
    const { formatKey } = lesson;
    const store = storeOf(request);
    const known = bases.has(formatKey);
    if (known) remember(store, formatKey, split.body, lesson.aux);
    if (known || refused.has(formatKey)) return;
    background.add(async () => {
      const claimed = await claim(formatKey);
      if (!claimed) return;
      try {
        // Another one may just have finished it.
        if (findBasis(request, split.preamble, store)) return;
        const prepared = await prepareBasis(lesson);
        if ('difference' in prepared) {
          store.keepDifference(formatKey, prepared.difference);
          refused.add(formatKey);
          onDebug(`The plain way for good: the PDF would differ (${prepared.difference})`);
        } else if ('failure' in prepared) {
          refused.add(formatKey);
          onDebug(`The plain way: ${prepared.failure}`);
        } else {
          store.keep(prepared.basis);
          prepared.basis.format?.dispose();
          outlines.note(formatKey, split.body, lesson.aux);
        }
      } finally {
        claimed.done();
      }
    });
  }

  return {
    run,
    learn,
    // Which CV comes next is not known.
    begin: () => undefined,
    anticipate: async () => {},
    settled: background.settled,
    async close() {
      closing.abort();
      await background.settled();
    },
  };
}

function isThere({ format }: Basis): boolean {
  return !format || statSync(format.file, { throwIfNoEntry: false }) !== undefined;
}
