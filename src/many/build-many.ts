import type { BuildProgress } from '../options.ts';
import { MdcvError } from '../problem.ts';
import type { BuildRecords, RecordedBuild } from './build-records.ts';
import type { BuildOutcome, BuildTask } from './messages.ts';
import type { BuildObject } from './report-line.ts';
import { startWorker, type Worker, type WorkerOptions } from './worker.ts';

export interface ManyBuilds {
  tasks: readonly BuildTask[];
  /** How many processes build at the same time. */
  jobs: number;
  worker: Pick<WorkerOptions, 'program' | 'args'>;
  /** What was built before, and is now. */
  records: { kept: BuildRecords; of(task: BuildTask): RecordedBuild };
  /** Whether what is kept of a build that has not changed will do. */
  isGood(object: BuildObject): boolean;
  /** What failed without a result. */
  toOutcome(task: BuildTask, error: MdcvError): BuildOutcome;
  onStart(task: BuildTask): void;
  onProgress(progress: BuildProgress): void;
  onDone(task: BuildTask, outcome: BuildOutcome): void;
  signal: AbortSignal;
}

/** A format takes as long as some builds with it save; for fewer it is not made. */
const fewestForFormat = 4;

/**
 * Builds all, each by a process that has built others before. A build that fails, and a process that dies, stops nothing else. No process is
 * started where nothing has changed.
 * @throws the signal's reason when it is aborted; by then all processes have ended
 */
export async function buildMany(builds: ManyBuilds): Promise<void> {
  const { jobs, signal } = builds;
  const queue = [...builds.tasks];
  const claimed = new Set<string>();
  const running = new Set<Worker>();
  const start = (): Worker => {
    const worker = startWorker({
      ...builds.worker,
      onProgress: builds.onProgress,
      onClaim: (key) => {
        if (claimed.has(key) || queue.length < fewestForFormat) return false;
        claimed.add(key);
        return true;
      },
      onRelease: (key) => void claimed.delete(key),
    });
    running.add(worker);
    return worker;
  };
  const endAll = async (): Promise<void> => {
    await Promise.all([...running].map((worker) => worker.end()));
  };
  const onAbort = (): void => void endAll();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const lanes = Array.from({ length: Math.min(jobs, queue.length) }, () => runLane(builds, queue, start));
    await Promise.all(lanes);
  } finally {
    signal.removeEventListener('abort', onAbort);
    await endAll();
  }
  signal.throwIfAborted();
}

/** One build after the other, by one process as long as it lives. */
async function runLane(builds: ManyBuilds, queue: BuildTask[], start: () => Worker): Promise<void> {
  const { records, signal, onDone } = builds;
  let worker: Worker | undefined;
  for (;;) {
    const task = signal.aborted ? undefined : queue.shift();
    if (!task) break;
    const unchanged = findUnchanged(builds, task);
    if (unchanged) {
      onDone(task, unchanged);
      // Hashing must not keep the others waiting.
      await new Promise((resolve) => setImmediate(resolve));
      continue;
    }
    builds.onStart(task);
    worker ??= start();
    const startedAt = Date.now();
    try {
      const outcome = await worker.build(task);
      const { trace, object } = outcome;
      if (trace) records.kept.keep(records.of(task), trace, object, startedAt);
      onDone(task, outcome);
      await worker.ready();
    } catch (error) {
      if (!(error instanceof MdcvError)) throw error;
      worker = undefined;
      if (!signal.aborted) onDone(task, builds.toOutcome(task, error));
    }
  }
  await worker?.end();
}

function findUnchanged({ records, isGood }: ManyBuilds, task: BuildTask): BuildOutcome | undefined {
  const object = records.kept.find(records.of(task));
  if (!object || !isGood(object)) return undefined;
  return {
    status: 'unchanged',
    // It took none of this.
    object: { ...object, passes: 0, durationMs: 0, texMs: 0 },
    text: '',
  };
}
