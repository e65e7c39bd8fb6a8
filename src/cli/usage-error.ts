import type { CommanderError } from 'commander';
import { MdcvError } from '../problem.ts';
import { toJsonError } from './json-error.ts';

/** commander's message: `error: unknown option '--jsn'`, and in brackets in the next line what may have been meant. */
export function toUsageError({ message }: CommanderError): MdcvError {
  const [reason = '', suggestion] = message.replace(/^error: /, '').split('\n');
  const hint = suggestion ? suggestion.replace(/^\(|\)$/g, '') : '`mdcv --help` lists the commands.';
  return new MdcvError('bad-argument', reason, { hint });
}

/** What no command could tell: a script gets its object whatever happens. */
export function printJson(error: unknown): void {
  if (process.argv.includes('--json')) console.log(JSON.stringify(toJsonError(error, {}, 'error')));
}
