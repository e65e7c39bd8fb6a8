import { type BuildResult, build, projectTemplates } from '../build.ts';
import { type BuildInput, defaultFile } from '../options.ts';
import { MdcvError } from '../problem.ts';
import { formatMessage, sortMessages, summarize, toReportedMessage } from '../report.ts';
import { exitCode } from './exit-code.ts';
import { colours, printError } from './print.ts';
import { createProgress } from './progress.ts';
import { abortOnSignals } from './signals.ts';

export interface BuildFlags {
  template?: string;
  output?: string;
  engine?: string;
  toolchain?: string;
  texOnly?: boolean;
  keep?: boolean;
  json?: boolean;
  /** Seconds. */
  timeout?: number;
}

/** `mdcv build`: one CV in one template, or in all of them. Returns the exit code. */
export async function runBuild(file: string | undefined, flags: BuildFlags): Promise<number> {
  const signals = abortOnSignals();
  try {
    const templates = await templatesOf(file, flags);
    let worst = 0;
    for (const template of templates) {
      const input = { ...toBuildInput(file, flags), ...(template !== undefined && { template }) };
      const several = flags.template === 'all';
      worst = Math.max(
        worst,
        await buildOne({ ...input, nameWithTemplate: several, signal: signals.signal }, flags, several),
      );
      signals.signal.throwIfAborted();
    }
    return worst;
  } catch (error) {
    if (signals.signal.aborted) return exitCode(new MdcvError('aborted', 'The build was stopped'));
    throw error;
  } finally {
    signals.release();
  }
}

/** The flags as the library takes them. */
export function toBuildInput(file: string | undefined, flags: BuildFlags): BuildInput {
  const { template, output, engine, toolchain, texOnly, keep, timeout } = flags;
  return {
    file,
    template,
    output,
    engine,
    toolchain,
    texOnly,
    keep,
    timeoutMs: timeout === undefined ? undefined : timeout * 1000,
  };
}

async function templatesOf(file: string | undefined, flags: BuildFlags): Promise<(string | undefined)[]> {
  if (flags.template !== 'all') return [flags.template];
  const { listTemplates } = await import('../template/load-template.ts');
  return (await listTemplates(projectTemplates(file ?? defaultFile))).map((template) => template.name);
}

/**
 * Builds and prints. Of several templates, one that this TeX cannot set stops nothing else.
 */
async function buildOne(input: BuildInput, flags: BuildFlags, several: boolean): Promise<number> {
  const progress = createProgress();
  try {
    const result = await build({ ...input, onProgress: progress.show });
    progress.stop();
    if (flags.json) console.log(JSON.stringify(toJson(result)));
    else printResult(result);
    return result.messages.some((message) => message.fatal) ? 1 : 0;
  } catch (error) {
    progress.stop();
    const aborted = input.signal?.aborted;
    if (aborted || (!several && !flags.json)) throw error;
    if (flags.json) console.log(JSON.stringify(toJsonError(error, input)));
    else {
      console.error(colours.bold(input.template ?? ''));
      printError(error);
    }
    return exitCode(error);
  }
}

/** Messages to standard error, the result to standard output. */
export function printResult(result: BuildResult): void {
  for (const message of sortMessages(result.messages))
    console.error(formatMessage(message, result.vfile, colours));
  const summary = summarize(result.messages);
  if (result.pdf) {
    const pages = `${result.pages ?? '?'} page${result.pages === 1 ? '' : 's'}`;
    const passes = `${result.passes} pass${result.passes === 1 ? '' : 'es'}`;
    const seconds = `${(result.durationMs / 1000).toFixed(1)} s`;
    console.log(
      [result.pdf, pages, result.template, `${result.engine} (${result.toolchain})`, passes, seconds, summary]
        .filter(Boolean)
        .join(' · '),
    );
  } else if (result.tex && !result.toolchain) console.log([result.tex, summary].filter(Boolean).join(' · '));
  else console.error(`${colours.red('no PDF written')} · ${summary}`);
}

function toJson(result: BuildResult): object {
  const { pdf, tex, pages, template, engine, toolchain, passes, durationMs, texMs, messages } = result;
  return {
    pdf: pdf ?? null,
    tex: tex ?? null,
    pages: pages ?? null,
    template,
    engine,
    toolchain: toolchain ?? null,
    passes,
    durationMs: Math.round(durationMs),
    texMs: Math.round(texMs),
    messages: sortMessages(messages).map(toReportedMessage),
  };
}

/** A problem without a place in the same shape, so that a script has one thing to read. */
function toJsonError(error: unknown, input: BuildInput): object {
  const isKnown = error instanceof MdcvError;
  const message = {
    code: isKnown ? error.code : 'internal',
    severity: 'error',
    file: input.file ?? defaultFile,
    reason: error instanceof Error ? error.message : String(error),
    note: isKnown ? error.hint : undefined,
  };
  return {
    pdf: null,
    tex: null,
    pages: null,
    template: input.template ?? null,
    engine: input.engine ?? null,
    toolchain: null,
    passes: 0,
    durationMs: 0,
    texMs: 0,
    messages: [message],
  };
}
