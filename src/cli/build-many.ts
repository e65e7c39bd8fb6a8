import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import { writeLock } from '../lock/lock-file.ts';
import { buildMany, type ManyBuilds } from '../many/build-many.ts';
import { openBuildRecords } from '../many/build-records.ts';
import { createFileHashes } from '../many/file-hashes.ts';
import { findCvs } from '../many/find-cvs.ts';
import type { BuildOutcome, BuildTask } from '../many/messages.ts';
import { checkClashes, mirrorOutput } from '../many/mirror-output.ts';
import { exitCodeOfLines, type ReportLine } from '../many/report-line.ts';
import { parseShard, type Shard, selectShard } from '../many/shard.ts';
import { toJunit } from '../many/to-junit.ts';
import type { Edition } from '../model/edition.ts';
import { defaultFile, resolveBuildOptions, toEditionSuffix } from '../options.ts';
import { packageRoot } from '../package-root.ts';
import { MdcvError } from '../problem.ts';
import { writePublished } from '../publish-file.ts';
import { listEditionsOfOne } from '../selection/list-editions.ts';
import { projectTemplates } from '../template/find-template.ts';
import { listTemplates } from '../template/load-template.ts';
import { type BuildFlags, toBuildInput } from './build.ts';
import { withJsonError } from './json-error.ts';
import { createManyView } from './many-view.ts';
import { printDebug } from './print.ts';
import { createSettings } from './record-settings.ts';
import { abortOnSignals } from './signals.ts';
import { toFailure } from './to-failure.ts';

/** `mdcv build` of many CVs: on all cores, each in its own place, with one report. Returns the exit code. */
export async function runBuildMany(names: readonly string[], flags: BuildFlags): Promise<number> {
  return withJsonError(flags, {}, () => buildNamed(names, flags));
}

async function buildNamed(names: readonly string[], flags: BuildFlags): Promise<number> {
  const { signal, release } = abortOnSignals();
  try {
    const output = checkFlags(flags);
    const all = await findCvs(names.length > 0 ? names : [defaultFile], output);
    const editions = await listEach(all, flags);
    checkClashes(
      editions.flatMap((one) =>
        one.editions.map((edition) => ({ file: one.file, suffix: toEditionSuffix(edition) })),
      ),
      output,
    );
    const tasks = await toTasks(editions, output, flags);
    const shard = flags.shard === undefined ? { index: 1, count: 1 } : parseShard(flags.shard);
    return await buildShard(tasks, shard, flags, signal);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    release();
  }
}

/**
 * What holds for all CVs is told once, before the first is built.
 * @returns the output folder
 */
function checkFlags(flags: BuildFlags): string {
  const options = resolveBuildOptions(toBuildInput(undefined, flags));
  const output = flags.output ?? 'out';
  if (options.output('').pdf === output)
    throw new MdcvError('bad-argument', `Cannot write many CVs into one file, \`${output}\``, {
      hint: 'Name a folder: each CV is written below it, in the folders that it lies in.',
    });
  return output;
}

interface CvEditions {
  file: string;
  editions: Edition[];
}

/** Of each CV what it has of what is asked for: not all have the same variants. */
function listEach(files: readonly string[], flags: BuildFlags): Promise<CvEditions[]> {
  return Promise.all(files.map(async (file) => ({ file, editions: await listEditionsOfOne(file, flags) })));
}

async function toTasks(all: readonly CvEditions[], output: string, flags: BuildFlags): Promise<BuildTask[]> {
  const { template } = flags;
  const isEach = template === 'all';
  const perCv = all.map(async ({ file, editions }) => {
    const folders = flags.untrusted ? [] : projectTemplates(file);
    const names = isEach ? (await listTemplates(folders)).map(({ name }) => name) : [template];
    return editions.flatMap((edition) =>
      names.map(
        (name): BuildTask => ({
          file,
          output: mirrorOutput(file, output),
          template: name,
          ...edition,
          oneOfAll: isEach,
        }),
      ),
    );
  });
  return (await Promise.all(perCv)).flat();
}

async function buildShard(
  all: readonly BuildTask[],
  shard: Shard,
  flags: BuildFlags,
  signal: AbortSignal,
): Promise<number> {
  const tasks = selectShard(all, shard);
  const jobs = Math.min(flags.jobs ?? availableParallelism(), Math.max(1, tasks.length));
  const lines: ReportLine[] = [];
  const view = createManyView({ count: tasks.length, jobs, json: flags.json ?? false });
  const onDone = (task: BuildTask, outcome: BuildOutcome): void => {
    const place = { ...shard, lines: tasks.length, allLines: all.length };
    const { status, object } = outcome;
    const line = { file: task.file, status, shard: place, ...object };
    lines.push(line);
    view.show(line, outcome);
  };
  try {
    await buildMany({
      tasks,
      jobs,
      worker: { program: join(packageRoot, 'dist/cli/build-worker.js'), args: [JSON.stringify(flags)] },
      records: await openRecords(flags),
      isGood: ({ messages }) =>
        canSkip(flags) && (!flags.strict || messages.every(({ severity }) => severity === 'info')),
      toOutcome: ({ file, template, variant, lang }, error) =>
        toFailure(error, { file, template, variant, lang }),
      onStart: view.start,
      onProgress: view.progress,
      onDone: (task, outcome) => {
        // A lock is one file for all CVs of a folder.
        if (outcome.lock) writeLock(task.file, outcome.lock);
        onDone(task, outcome);
      },
      signal,
    });
  } finally {
    view.stop();
  }
  if (flags.junit !== undefined) writePublished(flags.junit, toJunit(lines));
  view.summarize(lines);
  return exitCodeOfLines(lines);
}

/** TeX's own files beside the PDF, and a lock, are more than what is compared. */
function canSkip({ force, keep, lock }: BuildFlags): boolean {
  return !force && !keep && !lock;
}

async function openRecords(flags: BuildFlags): Promise<ManyBuilds['records']> {
  const settingsOf = await createSettings(flags);
  return {
    kept: openBuildRecords(join(cacheFolder(), 'builds'), createFileHashes(), printDebug),
    of: (task) => ({ file: task.file, settings: settingsOf(task) }),
  };
}
