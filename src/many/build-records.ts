/**
 * What a build depended on and what it made, kept from run to run, so that what has not changed is not built again. Kept in the user's cache,
 * not in the output folder, which is published; one file an output, so that shards on one file system do not meet.
 */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSealed, writeSealed } from '../sealed-file.ts';
import type { FileHashes } from './file-hashes.ts';
import type { BuildObject } from './report-line.ts';

/** For how long the same files give the same result: `\\today` in LaTeX is the day's, and of publications dates may be over. */
export type Lasting = 'ever' | 'month' | 'day';

/** What a worker tells of a build that may be skipped the next time. */
export interface BuildTrace {
  /** Absolute paths of all that was read. */
  inputs: string[];
  /** Absolute paths of what was written. */
  outputs: string[];
  lasting: Lasting;
}

export interface BuildRecords {
  /** What the build printed, where nothing that it depended on has changed and what it wrote is still there. */
  find(build: RecordedBuild): BuildObject | undefined;
  /** @param startedAt when the build began, milliseconds since 1970: what changed since is not what was built */
  keep(build: RecordedBuild, trace: BuildTrace, object: BuildObject, startedAt: number): void;
}

/** Which build it is. */
export interface RecordedBuild {
  /** Path of the CV. */
  file: string;
  /** Everything else that its result depends on, but files. */
  settings: unknown;
}

interface KeptRecord {
  layout: number;
  /** Of the settings. */
  key: string;
  lasting: Lasting;
  date: string;
  inputs: [path: string, hash: string][];
  outputs: [path: string, hash: string][];
  object: BuildObject;
}

/** Goes up when what an older mdcv has kept can no longer be read. */
const layout = 1;

/** Each takes some 30 KB. Those that were not used for longest go. */
const mostKept = 5000;

/** How often the folder is looked over, in records that are written. */
const pruningInterval = 500;

/**
 * @param folder absolute path, need not exist
 * @param onDebug takes a line on what could not be kept, which costs time and nothing else
 */
export function openBuildRecords(
  folder: string,
  hashes: FileHashes,
  onDebug: (message: string) => void = () => {},
): BuildRecords {
  let written = 0;
  const placeOf = ({ file, settings }: RecordedBuild): { path: string; key: string } => {
    const key = JSON.stringify(settings);
    return { path: join(folder, `${digest(`${resolve(file)}\0${key}`)}.json`), key: digest(key) };
  };
  return {
    find(build) {
      const { path, key } = placeOf(build);
      const kept = attempt(() => readRecord(path), onDebug);
      if (kept?.key !== key || kept.date !== dateFor(kept.lasting)) return undefined;
      if (![...kept.inputs, ...kept.outputs].every(([file, hash]) => hashes.of(file) === hash))
        return undefined;
      // What was used is not the next to go.
      attempt(() => utimesSync(path, new Date(), new Date()), onDebug);
      return kept.object;
    },
    keep(build, { inputs, outputs, lasting }, object, startedAt) {
      const { path, key } = placeOf(build);
      for (const output of outputs) hashes.forget(output);
      const state = (files: readonly string[]): [string, string][] =>
        files.map((file) => [file, hashes.of(file)]);
      const isNewer = (file: string): boolean =>
        (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= startedAt;
      const record: KeptRecord = {
        layout,
        key,
        lasting,
        date: dateFor(lasting),
        inputs: state([...new Set(inputs)]),
        outputs: state(outputs),
        object,
      };
      attempt(() => {
        if (inputs.some(isNewer)) rmSync(path, { force: true });
        else writeSealed(path, JSON.stringify(record));
        written += 1;
        if (written % pruningInterval === 1) prune(folder);
      }, onDebug);
    },
  };
}

function dateFor(lasting: Lasting): string {
  const now = new Date();
  const month = `${now.getFullYear()}-${now.getMonth() + 1}`;
  return { ever: '', month, day: `${month}-${now.getDate()}` }[lasting];
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}

function readRecord(path: string): KeptRecord | undefined {
  const text = readSealed(path);
  const record: KeptRecord | undefined = text === undefined ? undefined : JSON.parse(text);
  return record?.layout === layout ? record : undefined;
}

function prune(folder: string): void {
  const files = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => ({ path, at: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((one, other) => other.at - one.at);
  for (const { path } of files.slice(mostKept)) rmSync(path, { force: true });
}

/** Records that cannot be used are none; all is built. */
function attempt<T>(work: () => T, onDebug: (message: string) => void): T | undefined {
  try {
    return work();
  } catch (error) {
    onDebug(`Cannot use the record of a build: ${(error as Error).message}`);
    return undefined;
  }
}
