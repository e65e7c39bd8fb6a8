import type { BuildOutcome } from '../many/messages.ts';
import type { BuildObject } from '../many/report-line.ts';
import type { BuildInput } from '../options.ts';
import { MdcvError } from '../problem.ts';
import { toJsonError } from './json-error.ts';
import { colours } from './print.ts';

/**
 * What many builds tell of one that gave no result.
 * @param isLeftOut where that is no failure: a template among all that cannot be set
 */
export function toFailure(error: unknown, input: BuildInput, isLeftOut = false): BuildOutcome {
  const { message } = error instanceof Error ? error : new Error(String(error));
  const code = error instanceof MdcvError ? error.code : 'internal';
  const hint = error instanceof MdcvError ? error.hint : undefined;
  const word = isLeftOut ? colours.yellow('skipped') : colours.red('error');
  const name = [input.file, isLeftOut && input.template].filter(Boolean).join(', ');
  const stack = process.env.MDCV_DEBUG && error instanceof Error ? [error.stack ?? ''] : [];
  return {
    status: isLeftOut ? 'skipped' : 'failed',
    object: toJsonError(error, input, isLeftOut ? 'warning' : 'error') as BuildObject,
    text: [
      `${colours.bold(name)} ${word} ${code} ${message}`,
      ...(hint ? [hint.replace(/^/gm, '  ')] : []),
      ...stack,
    ].join('\n'),
  };
}
