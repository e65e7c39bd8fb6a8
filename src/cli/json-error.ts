import type { BuildInput } from '../options.ts';
import { MdcvError, type Severity } from '../problem.ts';
import { toSystemError } from '../system-error.ts';
import { isStopped } from './exit-code.ts';

/**
 * Does what a command does. Where that fails, a script that asked for JSON gets an object all the same, unless the user stopped it.
 * @param input what is known of what it was to do, before it is done
 */
export async function withJsonError<Result>(
  { json }: { json?: boolean | undefined },
  input: BuildInput,
  run: () => Promise<Result> | Result,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (json && !isStopped(error)) console.log(JSON.stringify(toJsonError(error, input, 'error')));
    throw error;
  }
}

/** A problem without a place in the shape that a build's result has, so that a script has one thing to read. */
export function toJsonError(thrown: unknown, input: BuildInput, severity: Severity): object {
  const error = toSystemError(thrown);
  const isKnown = error instanceof MdcvError;
  const message = {
    code: isKnown ? error.code : 'internal',
    severity,
    file: input.file,
    reason: error instanceof Error ? error.message : String(error),
    note: isKnown ? error.hint : undefined,
  };
  return {
    pdf: null,
    tex: null,
    pages: null,
    template: input.template ?? null,
    variant: input.variant ?? null,
    lang: input.lang ?? null,
    engine: input.engine ?? null,
    toolchain: null,
    passes: 0,
    durationMs: 0,
    texMs: 0,
    messages: [message],
  };
}
