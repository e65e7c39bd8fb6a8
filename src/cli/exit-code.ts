import { MdcvError, type Severity } from '../problem.ts';

/** What a shell sees after Ctrl-C: 128 + SIGINT's number. */
const interrupted = 130;

/** 0 done, 1 the content or TeX has errors, 2 usage or environment (invariant 7). A pure function of the outcome. */
export function exitCode(outcome: unknown): number {
  if (outcome instanceof MdcvError) return outcome.code === 'aborted' ? interrupted : 2;
  if (outcome instanceof Error) return 2;
  return 0;
}

export function exitCodeOfMessages(severities: readonly Severity[]): number {
  return severities.includes('error') ? 1 : 0;
}
