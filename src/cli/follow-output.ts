import { setImmediate } from 'node:timers/promises';
import { MdcvError } from '../problem.ts';
import { describeWriteError } from '../publish-file.ts';
import { exitCodeOfError } from './exit-code.ts';
import { printError } from './print.ts';

/**
 * Hears whether standard output took what was printed, which `console.log` does not: `mdcv export … > file` on a full disk has not done what it was asked
 * for. A reader who has read enough (`| head`) is no failure. `judge` sets the exit code, after everything else has.
 */
export function followOutput(): { judge: () => Promise<void> } {
  let failure: MdcvError | undefined;
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (failure || cause.code === 'EPIPE') return;
    failure = new MdcvError('cannot-write', `Cannot print the result: ${describeWriteError(cause)}`, {
      hint: 'What was to be printed is not whole. Send it elsewhere, or make room there.',
      cause,
    });
    printError(failure);
    process.exitCode = exitCodeOfError(failure);
  });
  return {
    async judge() {
      // Node tells of an error a turn later.
      if (process.stdout.errored) await setImmediate();
      if (failure) process.exitCode = exitCodeOfError(failure);
    },
  };
}
