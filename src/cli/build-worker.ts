/** A process that builds one CV after the other for `build-many.ts`, which starts it and tells it what. */
import { resolve, sep } from 'node:path';
import { type BuildResult, build } from '../build.ts';
import { isToday } from '../content/letter/letter-date.ts';
import { createSharedEngine } from '../engine/fast/shared-engine.ts';
import type { BuildTrace, Lasting } from '../many/build-records.ts';
import type { BuildOutcome, BuildTask, FromWorker, ToWorker } from '../many/messages.ts';
import type { BuildInput } from '../options.ts';
import { MdcvError, type ProblemCode } from '../problem.ts';
import { bundledTemplates } from '../template/load-template.ts';
import { findLocalToolchain } from '../toolchain/local-toolchain.ts';
import { type BuildFlags, checkBuild, concernsOneTemplate, toBuildInput } from './build.ts';
import { describeChecked } from './check-report.ts';
import { describeResult } from './describe-result.ts';
import { exitCodeOf } from './exit-code.ts';
import { toJsonResult } from './json-result.ts';
import { printDebug } from './print.ts';
import { abortOnSignals } from './signals.ts';
import { toFailure } from './to-failure.ts';

/** Serves until its owner ends it, or ends. */
export function serveBuilds(flags: BuildFlags): void {
  const { signal } = abortOnSignals();
  const claims = createClaims();
  const isPlain = flags.fast === false || flags.lock || flags.untrusted;
  const fastEngine = isPlain ? undefined : createSharedEngine({ claim: claims.ask, onDebug: printDebug });
  const findLocal = findLocalToolchain();
  let isBusy = false;
  let hasTex = false;
  // An owner that was killed says nothing more.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  const leave = (): void => {
    void (fastEngine?.close() ?? Promise.resolve()).finally(() => process.exit());
  };
  signal.addEventListener('abort', () => {
    if (!isBusy) leave();
  });
  const serve = async (task: BuildTask): Promise<void> => {
    isBusy = true;
    const onProgress: BuildInput['onProgress'] = (progress) => {
      if (progress.stage === 'toolchain') tell({ type: 'progress', progress });
    };
    const own = {
      signal,
      fastEngine,
      onProgress,
      findLocalToolchain: () => findLocal,
      mayFetchTex: !task.oneOfAll || !hasTex,
    };
    const outcome = await buildTask(task, flags, own, hasTex);
    hasTex ||= outcome.object.pdf !== null;
    tell({ type: 'done', outcome });
    isBusy = false;
    if (signal.aborted) return leave();
    await fastEngine?.settled();
    tell({ type: 'ready' });
  };
  process.on('message', (message: ToWorker) => {
    if (message.type === 'claimed') claims.answer(message.granted);
    else void serve(message.task);
  });
}

function tell(message: FromWorker): void {
  // An owner that is gone needs no answer.
  if (process.connected) process.send?.(message, undefined, {}, () => {});
}

/** Asks the owner for leave to make a format; one question at a time. */
function createClaims(): {
  ask(formatKey: string): Promise<{ done(): void } | undefined>;
  answer(granted: boolean): void;
} {
  let answer: (granted: boolean) => void = () => {};
  return {
    answer: (granted) => answer(granted),
    async ask(formatKey) {
      const granted = new Promise<boolean>((resolve) => {
        answer = resolve;
      });
      tell({ type: 'claim', formatKey });
      if (!(await granted)) return undefined;
      return { done: () => tell({ type: 'release', formatKey }) };
    },
  };
}

async function buildTask(
  task: BuildTask,
  flags: BuildFlags,
  own: Pick<BuildInput, 'signal' | 'fastEngine' | 'onProgress' | 'findLocalToolchain' | 'mayFetchTex'>,
  hasTex: boolean,
): Promise<BuildOutcome> {
  const input: BuildInput = {
    ...toBuildInput(task.file, flags),
    ...own,
    template: task.template,
    output: task.output,
    variant: task.variant,
    lang: task.lang,
    nameWithTemplate: task.oneOfAll,
    synctex: flags.check,
    lock: flags.lock ? 'compare' : 'as-asked',
  };
  try {
    const result = await build(input);
    const report = await (flags.check ? checkBuild(result) : undefined);
    const { messages, result: line, isGood } = describeResult(result);
    const isFailed = exitCodeOf(result.messages, flags.strict) !== 0;
    return {
      status: isFailed ? 'failed' : 'built',
      object: toJsonResult(result, report),
      text: [...messages, ...(isGood ? [] : [line])].join('\n'),
      result: isGood ? [line, ...(report ? [describeChecked(report)] : [])].join(' · ') : undefined,
      trace: isFailed ? undefined : toTrace(result),
      lock: result.lock,
    };
  } catch (error) {
    const isLeftOut = task.oneOfAll && error instanceof MdcvError && concernsOneTemplate(error, hasTex);
    return toFailure(error, input, isLeftOut);
  }
}

/** What may come out otherwise although no file that was read has changed: there may be a file now, or a font. */
const fleeting: ReadonlySet<string> = new Set<ProblemCode>([
  'missing-photo',
  'bad-photo',
  'missing-image',
  'font-fallback',
  'no-tags',
]);

function toTrace(result: BuildResult): BuildTrace | undefined {
  const { pdf, tex, messages, toolchain, inputs } = result;
  // What a container holds is not to be seen from here, and a lock is more than its PDF.
  const isOpen = toolchain === 'docker' || result.lock || result.frontMatter.lock?.value;
  if (isOpen || messages.some(({ ruleId }) => fleeting.has(ruleId ?? ''))) return undefined;
  const outputs = [pdf, tex].filter((path) => path !== undefined).map((path) => resolve(path));
  return { inputs, outputs, lasting: findLasting(result) };
}

function findLasting({ cv, frontMatter, inputs }: BuildResult): Lasting {
  const isOwn = (path: string): boolean => path.endsWith('.njk') && !path.startsWith(bundledTemplates + sep);
  if (frontMatter.raw || inputs.some(isOwn) || (cv.letter && isToday(frontMatter.date))) return 'day';
  return frontMatter.bibliography ? 'month' : 'ever';
}
