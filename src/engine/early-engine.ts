/** An engine that is started before its document is there. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgramRun, Toolchain } from '../toolchain/toolchain.ts';
import type { EngineName } from './engine.ts';
import { engineArgs } from './engine-args.ts';
import { inputLine, startWaitingEngine, waitForLine } from './waiting-engine.ts';

/** What an engine is told when it starts. */
export interface EngineStart {
  engine: EngineName;
  toolchain: Toolchain;
  /** Absolute path of the run's folder. */
  folder: string;
  jobName: string;
  synctex: boolean;
  /** Without a PDF, where that is faster. */
  isDraft: boolean;
  /** Milliseconds of a pass. */
  timeoutMs: number;
}

export interface EarlyEngine {
  /** Whether it waits, started as a pass would start one. */
  serves(start: EngineStart): boolean;
  /** Milliseconds that it has worked before it waited. */
  startMs(): number;
  /** Reads the document, which has been written meanwhile, as a pass does; once only. */
  run(signal: AbortSignal | undefined): Promise<ProgramRun>;
  /** Ends it, if it still runs. */
  dispose(): Promise<void>;
}

/**
 * Starts an engine, which loads its format, two fifths of the time of a pass, and waits for the document: meanwhile that is made, or another pass runs.
 * What the engine reads when it starts (`prepareForEngine`) is in its folder.
 */
export function startEarlyEngine(start: EngineStart): EarlyEngine {
  const { engine, toolchain, folder, jobName, timeoutMs } = start;
  const args = [...engineArgs(engine, start), `-jobname=${jobName}`, waitForLine];
  const waiting = startWaitingEngine({ engine, toolchain, args, folder, timeoutMs });
  let isTaken = false;
  return {
    serves: (other) => !isTaken && isSame(start, other),
    startMs: waiting.startMs,
    run(signal) {
      isTaken = true;
      return waiting.goOn(inputLine(`${jobName}.tex`), timeoutMs, signal);
    },
    async dispose() {
      if (isTaken) return;
      await waiting.dispose();
      removeRecords(folder);
    },
  };
}

function isSame(one: EngineStart, other: EngineStart): boolean {
  return (
    one.engine === other.engine &&
    one.toolchain.kind === other.toolchain.kind &&
    one.toolchain.description === other.toolchain.description &&
    one.folder === other.folder &&
    one.jobName === other.jobName &&
    one.synctex === other.synctex &&
    one.isDraft === other.isDraft &&
    one.timeoutMs === other.timeoutMs
  );
}

/** What an engine has read goes into a file that has its name and number, until it knows the document's. */
function removeRecords(folder: string): void {
  // Its owner may have removed it.
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (/^\w+tex\d+\.fls$/.test(name)) rmSync(join(folder, name), { force: true });
}
