import type { BuildInput } from '../options.ts';
import { MdcvError, type Severity } from '../problem.ts';

/** A problem without a place in the shape that a build's result has, so that a script has one thing to read. */
export function toJsonError(error: unknown, input: BuildInput, severity: Severity): object {
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
