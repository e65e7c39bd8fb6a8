import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MdcvError } from '../problem.ts';
import { startStopwatch } from '../stopwatch.ts';
import type { ProgramRun } from '../toolchain/toolchain.ts';
import { readAuxFiles, removeAuxFiles, sameAuxFiles } from './aux-files.ts';
import { type EarlyEngine, type EngineStart, startEarlyEngine } from './early-engine.ts';
import type { EngineRequest, EngineRun } from './engine.ts';
import { engineArgs, hasDraft } from './engine-args.ts';
import { findLimit } from './find-limit.ts';
import { parseLog } from './parse-log.ts';
import { readRecorder } from './recorder.ts';
import { findPdf, prepareFolder, readLog, removeOutputs } from './run-folder.ts';

const defaultPasses = 5;

/** The engines' own words; content that speaks of full disks is not meant. */
const diskFull = /(?:fclose: |failed \()(?:No space left on device|Disk quota exceeded)|fwrite\(\) failed/;

/**
 * Runs TeX on a document until its aux files settle. Never with `-halt-on-error`: TeX mends what it can, so that one run tells all
 * errors and, where TeX got to the end, still makes a PDF; whether that one counts is for the caller to say (`exitCode`).
 *
 * The first of several passes makes no PDF, because without aux files another pass is certain; its engine starts meanwhile. An error ends the
 * passes, since the next ones would only tell it again; but never without a PDF that TeX could have made.
 * @throws MdcvError `disk-full`, `file-gone` or `unreadable-file` when the folder or an asset cannot be used; `no-such-program`;
 *   `damaged-tree`
 */
export async function runEngine(request: EngineRequest): Promise<EngineRun> {
  const maxPasses = request.maxPasses ?? defaultPasses;
  prepareFolder(request);
  let aux = readAuxFiles(request);
  let stale = aux.size > 0;
  let texMs = 0;
  let early = request.early;
  try {
    for (let pass = 1; ; pass++) {
      const isFirstOfMany = aux.size === 0 && pass === 1 && maxPasses > 1;
      const isDraft = isFirstOfMany && hasDraft(request.engine);
      request.onPass?.(pass);
      const running = runPass(request, isDraft, early);
      early = isFirstOfMany ? startEarlyEngine(toStart(request, false)) : undefined;
      const run = await running;
      texMs += run.durationMs;
      const log = readLog(request, run.output);
      checkFolder(request, run);
      // Without an exit code it was killed: by the time limit, by a limit on the size of files, or it crashed.
      const stopped = run.timedOut || run.aborted || run.exitCode === undefined;
      const before = aux;
      aux = readAuxFiles(request);
      const settled = sameAuxFiles(before, aux) && !isDraft && !wantsRerun(log);
      if (!stopped && pass < maxPasses) {
        if (stale && run.exitCode !== 0 && hasAuxError(request, log)) {
          // Left by a run that was ended while it wrote them, or by another template.
          removeAuxFiles(request);
          aux = new Map();
          stale = false;
          continue;
        }
        if (run.exitCode === 0 ? !settled : isDraft && !isFatal(log)) continue;
      }
      const inputs = readRecorder(request);
      if (!run.aborted) await request.toolchain.verify?.(request.engine, inputs);
      return {
        exitCode: stopped ? undefined : run.exitCode,
        log,
        ...findOutputs(request, stopped),
        inputs,
        passes: pass,
        settled,
        // The kernel counts its time where this process could not.
        timedOut: run.timedOut || run.signal === 'SIGXCPU',
        aborted: run.aborted,
        outOf: findLimit(run),
        texMs,
      };
    }
  } finally {
    await early?.dispose();
  }
}

/**
 * @param early one that was started before, which serves if it is what this pass would start
 * @returns with the milliseconds in which this engine worked and nothing else did
 */
async function runPass(
  request: EngineRequest,
  isDraft: boolean,
  early: EarlyEngine | undefined,
): Promise<ProgramRun> {
  removeOutputs(request);
  const { engine, jobName, folder, toolchain, timeoutMs, signal } = request;
  const start = toStart(request, isDraft);
  if (early?.serves(start)) {
    // What was started here started while the last pass ran.
    const startMs = early === request.early ? early.startMs() : 0;
    const elapsedMs = startStopwatch();
    const run = await early.run(signal);
    return { ...run, durationMs: startMs + elapsedMs() };
  }
  await early?.dispose();
  const args = [...engineArgs(engine, start), `${jobName}.tex`];
  return toolchain.run({ program: engine, args, folder, timeoutMs, signal });
}

function toStart(
  { engine, toolchain, folder, jobName, synctex, timeoutMs }: EngineRequest,
  isDraft: boolean,
): EngineStart {
  return { engine, toolchain, folder, jobName, synctex: synctex ?? false, isDraft, timeoutMs };
}

/** A TeX that had no room for its files ends in many ways; the cause is the same for all. */
function checkFolder(request: EngineRequest, run: ProgramRun): void {
  const { folder } = request;
  if (!existsSync(folder)) {
    throw new MdcvError('file-gone', `Cannot run TeX in \`${folder}\`: the folder was removed meanwhile`, {
      hint: 'Run the build again, and keep other programs from cleaning up while it runs.',
    });
  }
  if (diskFull.test(run.output)) {
    throw new MdcvError('disk-full', `Cannot write TeX's files in \`${folder}\`: no space is left`, {
      hint: 'Free some space, or set TMPDIR to a folder on another disk.',
    });
  }
}

function findOutputs(request: EngineRequest, stopped: boolean): { pdf?: string; synctex?: string } {
  if (stopped) return {};
  const pdf = findPdf(request);
  if (!pdf) return {};
  const synctex = join(request.folder, `${request.jobName}.synctex.gz`);
  return request.synctex && existsSync(synctex) ? { pdf, synctex } : { pdf };
}

function wantsRerun(log: string): boolean {
  return parseLog(log).some((entry) => entry.kind === 'rerun');
}

function hasAuxError({ jobName }: EngineRequest, log: string): boolean {
  const inAuxFile = new RegExp(`^(?:\\./)?${jobName}\\.(?!tex:)\\w+:\\d+: `, 'm');
  return inAuxFile.test(log) || /^(?:!|.*:\d+:) File ended while scanning use of/m.test(log);
}

/** After a fatal error a pass that makes a PDF would not get further. */
function isFatal(log: string): boolean {
  return log.includes('==> Fatal error occurred') || log.includes('\nNo pages of output.');
}
