import { readFileSync } from 'node:fs';
import { type AuxFiles, readAuxFiles } from '../aux-files.ts';
import type { EngineName, EngineRequest, EngineRun } from '../engine.ts';
import { findPdf, readLog } from '../run-folder.ts';
import { type Basis, formatKeyOf, startFrom, today } from './basis.ts';
import { pauseEverywhere } from './beginning.ts';
import { findPdfDifference } from './compare-pdfs.ts';
import { dumpFormat } from './format.ts';
import { lookAt } from './looks.ts';
import { type SplitDocument, splitDocument } from './split-document.ts';
import { readFonts } from './standby.ts';

/** What a plain run leaves to learn from. */
export interface Lesson {
  formatKey: string;
  request: EngineRequest;
  split: SplitDocument;
  aux: AuxFiles;
  /** The whole file. */
  pdf: Buffer;
  /** Absolute paths of what TeX read. */
  inputs: readonly string[];
  signal: AbortSignal;
}

/** A document that something can be learned of, in its parts. */
export function splitLearnable(request: EngineRequest, plain: EngineRun): SplitDocument | undefined {
  const isWhole = plain.pdf !== undefined && plain.exitCode === 0 && plain.settled;
  return isWhole ? splitDocument(request.document.source) : undefined;
}

/** To be called while the run's files are still there. */
export function toLesson(
  request: EngineRequest,
  plain: EngineRun,
  split: SplitDocument,
  signal: AbortSignal,
): Lesson {
  return {
    formatKey: formatKeyOf(request, split.preamble),
    request: forLater(request),
    split,
    aux: readAuxFiles(request),
    pdf: readFileSync(plain.pdf as string),
    inputs: plain.inputs,
    signal,
  };
}

/** A request that outlives its build. */
export function forLater(request: EngineRequest): EngineRequest {
  return { ...request, signal: undefined, onPass: undefined };
}

/** `difference`: this preamble comes out otherwise, and always will. `failure`: it could not be tried this time. */
export type Prepared =
  | { basis: Basis; noPauses?: string; coldFonts?: string }
  | { difference: string }
  | { failure: string };

/** What standbys may not do, for those who look for the cause of something. */
export function limitsOf({ noPauses, coldFonts }: { noPauses?: string; coldFonts?: string }): string[] {
  return [
    ...(noPauses === undefined
      ? []
      : [`Nothing is set before the whole is known, the PDF would differ (${noPauses})`]),
    ...(coldFonts === undefined ? [] : [`Fonts are not loaded first, the PDF would differ (${coldFonts})`]),
  ];
}

/** Engines whose fonts can be kept in a format. */
const dumping: ReadonlySet<EngineName> = new Set(['pdflatex']);

/**
 * Makes what standbys are started from, and proves that one of them sets the very PDF that plain passes have set: first without fonts
 * loaded before the body, which tells what fonts those are, then with them, waiting wherever it can.
 */
export async function prepareBasis(lesson: Lesson): Promise<Prepared> {
  const { formatKey, request, split, aux, inputs, signal } = lesson;
  const { engine, toolchain, timeoutMs } = request;
  const { preamble } = split;
  const format = dumping.has(engine)
    ? await dumpFormat({ engine, toolchain, preamble, timeoutMs, signal })
    : undefined;
  const looks = lookAt(inputs.filter((path) => !path.startsWith(request.folder)));
  const basis: Basis = {
    formatKey,
    day: today(),
    request,
    preamble,
    format,
    aux,
    fonts: [],
    pauses: false,
    looks,
  };
  try {
    const prepared = await proveAll(basis, lesson);
    if (!('basis' in prepared)) format?.dispose();
    return prepared;
  } catch (error) {
    format?.dispose();
    throw error;
  }
}

async function proveAll(basis: Basis, lesson: Lesson): Promise<Prepared> {
  const cold = await prove(basis, lesson);
  if ('texError' in cold) return { failure: cold.texError };
  if (!('fonts' in cold)) return cold;
  const withFonts = { ...basis, fonts: cold.fonts };
  const paused = await prove({ ...withFonts, pauses: true }, lesson);
  if ('failure' in paused) return paused;
  if ('fonts' in paused) return { basis: { ...basis, fonts: paused.fonts, pauses: true } };
  const noPauses = reasonOf(paused);
  const warm = await prove(withFonts, lesson);
  if ('failure' in warm) return warm;
  if ('fonts' in warm) return { basis: { ...basis, fonts: warm.fonts }, noPauses };
  return { basis, noPauses, coldFonts: reasonOf(warm) };
}

function reasonOf(proof: { difference: string } | { texError: string }): string {
  return 'difference' in proof ? proof.difference : proof.texError;
}

/** `texError`: TeX itself says that it cannot. `failure`: the engine did not get so far, which says nothing of the document. */
type Proof = { fonts: string[] } | { difference: string } | { texError: string } | { failure: string };

/** Sets the same body with a standby and compares; the fonts that it loaded where there is no difference. */
async function prove(basis: Basis, { split, pdf, signal }: Lesson): Promise<Proof> {
  const { jobName, engine, document, timeoutMs } = basis.request;
  const body = { source: split.body, assets: document.assets };
  const paused = basis.pauses ? pauseEverywhere(body) : undefined;
  if (basis.pauses && !paused) return { texError: 'there is no place to wait in' };
  const standby = startFrom(basis, { beginning: paused?.beginning });
  try {
    if (!(await standby.ready)) return { failure: 'the engine ended before the body' };
    const run = await standby.typeset(paused?.body ?? body, timeoutMs, signal);
    const own = { folder: standby.folder, jobName, engine };
    const path = findPdf(own);
    if (run.exitCode === undefined) return { failure: 'the engine crashed' };
    if (run.exitCode !== 0 || !path) return { texError: 'TeX told of an error' };
    const difference = findPdfDifference(pdf, readFileSync(path));
    return difference === undefined ? { fonts: readFonts(readLog(own, run.output)) } : { difference };
  } finally {
    await standby.dispose();
  }
}
