import { renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type AuxFiles, readAuxFiles } from '../aux-files.ts';
import type { EngineRequest, EngineRun } from '../engine.ts';
import { readRecorder } from '../recorder.ts';
import { findPdf, readLog } from '../run-folder.ts';
import { withoutWaiting } from '../waiting-engine.ts';
import type { Basis } from './basis.ts';
import { readFirstPageLine, readFonts, type Standby, withoutNotes } from './standby.ts';

/** What a standby made of a body, or why it does not count. */
export type BodyRun =
  | { engineRun: EngineRun; aux: AuxFiles; fonts: string[]; firstPageLine: number | undefined }
  | { refusal: string };

/** An engine that takes longer to start (milliseconds) may never be ready: its container was taken away in that moment. */
const longestStartMs = 15_000;

async function isReadyInTime({ ready }: Standby): Promise<boolean> {
  const stop = new AbortController();
  const late = delay(longestStartMs, false, { signal: stop.signal }).catch(() => false);
  try {
    return await Promise.race([ready, late]);
  } finally {
    stop.abort();
  }
}

/**
 * Gives a standby its body and puts what it makes into the run's folder, as `runEngine` would. Anything out of the ordinary is a
 * refusal: only plain passes say what is wrong with a document.
 */
export async function setBody(
  standby: Standby,
  body: string,
  request: EngineRequest,
  { format, looks }: Basis,
): Promise<BodyRun> {
  if (!(await isReadyInTime(standby))) return { refusal: 'the engine did not get to the body' };
  const { jobName, engine, document, toolchain } = request;
  const { assets } = document;
  const run = await standby.typeset({ source: body, assets }, request.timeoutMs, request.signal);
  const own = { folder: standby.folder, jobName, engine, document, toolchain };
  const stopped = run.timedOut || run.aborted;
  if (!stopped && run.exitCode === undefined) return { refusal: 'the engine crashed' };
  const pdf = findPdf(own);
  if (!stopped && (run.exitCode !== 0 || !pdf)) return { refusal: 'TeX told of an error' };
  const take = (name: string): string => {
    const path = join(request.folder, name);
    if (standby.folder !== request.folder) renameSync(join(standby.folder, name), path);
    return path;
  };
  const log = readLog(own, run.output);
  const read = readRecorder(own).filter((path) => !path.startsWith(standby.folder) && path !== format?.file);
  const aux = readAuxFiles(own);
  const engineRun: EngineRun = {
    exitCode: stopped ? undefined : run.exitCode,
    log: withoutWaiting(withoutNotes(format ? `${format.log}\n${log}` : log)),
    inputs: [...new Set([...looks.keys(), ...read])],
    passes: 1,
    settled: true,
    timedOut: run.timedOut,
    aborted: run.aborted,
    texMs: run.durationMs,
    ...(!stopped && pdf && { pdf: take(basename(pdf)) }),
    ...(!stopped && request.synctex && { synctex: take(`${jobName}.synctex.gz`) }),
  };
  return { engineRun, aux, fonts: readFonts(log), firstPageLine: readFirstPageLine(log) };
}
