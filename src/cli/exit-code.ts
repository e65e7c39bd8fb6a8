import type { VFileMessage } from 'vfile-message';
import { MdcvError, severityOf } from '../problem.ts';

/** What a shell sees after Ctrl-C: 128 + SIGINT's number. */
const interrupted = 130;

/** The exit code of a finished build: 1 when the content or TeX has errors, else 0 (invariant 7); with `strict`, 1 for warnings, too. */
export function exitCodeOf(messages: readonly VFileMessage[], strict = false): number {
  const severities = messages.map(severityOf);
  return severities.includes('error') || (strict && severities.includes('warning')) ? 1 : 0;
}

/** The exit code of what was thrown: usage or environment, or a signal. */
export function exitCodeOfError(error: unknown): number {
  return isStopped(error) ? interrupted : 2;
}

/** Whether it is the user who ended it. */
export function isStopped(error: unknown): boolean {
  return error instanceof MdcvError && error.code === 'aborted';
}
