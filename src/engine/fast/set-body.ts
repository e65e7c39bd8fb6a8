import { renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MdcvError } from '../../problem.ts';
import type { ProgramRun } from '../../toolchain/toolchain.ts';
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
  if (!(await standby.ready)) return { refusal: 'the engine ended before the body' };
  const { jobName, engine, document, toolchain } = request;
  const { assets } = document;
  let run: ProgramRun;
  try {
    run = await standby.typeset({ source: body, assets }, request.timeoutMs, request.signal);
  } catch (error) {
    // Its container was taken away, or there is no room for the body: the plain way starts another one, or tells of it.
    if (error instanceof MdcvError) return { refusal: error.message };
    throw error;
  }
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
