/** A format that holds a document's preamble, so that an engine starts with all of it read. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Toolchain } from '../../toolchain/toolchain.ts';
import type { EngineName } from '../engine.ts';
import { engineArgs } from '../engine-args.ts';
import { readRecorder } from '../recorder.ts';
import { readLog } from '../run-folder.ts';
import { createWorkFolder } from '../work-folder.ts';

export interface PreambleFormat {
  /** Absolute path. */
  file: string;
  /** What it was made from, absolute paths. */
  inputs: string[];
  /** What TeX said of the preamble. */
  log: string;
  dispose(): void;
}

const jobName = 'mdcv-preamble';

/**
 * Runs what classes put off until the very end of the preamble, which is where they load hyperref: two thirds of what
 * `\begin{document}` takes. Done once it is not done again.
 */
const endPreamble = '\\UseOneTimeHook{begindocument/before}';

export interface FormatRequest {
  engine: EngineName;
  toolchain: Toolchain;
  preamble: string;
  timeoutMs: number;
  signal: AbortSignal;
}

/**
 * Makes a format of a preamble. Fonts of the system cannot be kept in one, so that xelatex and lualatex read their preambles each time.
 * @returns nothing where TeX cannot make it
 */
export async function dumpFormat(request: FormatRequest): Promise<PreambleFormat | undefined> {
  const { engine, toolchain, preamble, timeoutMs, signal } = request;
  const folder = createWorkFolder(toolchain);
  const dispose = (): void => rmSync(folder, { recursive: true, force: true });
  writeFileSync(join(folder, `${jobName}.tex`), `${preamble}${endPreamble}\\dump\n`);
  const run = await toolchain.run({
    program: engine,
    args: ['-ini', ...engineArgs(engine, { synctex: false }), `&${engine}`, `${jobName}.tex`],
    folder,
    timeoutMs,
    signal,
  });
  const file = join(folder, `${jobName}.fmt`);
  if (run.exitCode !== 0 || !existsSync(file)) {
    dispose();
    return undefined;
  }
  await unpack(file);
  const own = { folder, jobName, engine, toolchain };
  const inputs = readRecorder(own).filter((path) => !path.startsWith(folder));
  return { file, inputs, log: readLog(own, run.output), dispose };
}

/** TeX packs formats, and reads one that is not packed in a sixth less time. */
async function unpack(file: string): Promise<void> {
  const bytes = readFileSync(file);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (isPacked) writeFileSync(file, await promisify(gunzip)(bytes));
}
