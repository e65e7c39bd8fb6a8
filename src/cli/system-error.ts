import { MdcvError } from '../problem.ts';

/** What any call may meet, whatever it was for: by the system's code, what happened and what to do. */
const exhausted: ReadonlyMap<string, readonly [message: string, hint: string]> = new Map([
  ['EMFILE', ['mdcv may open no more files', 'Raise the limit, `ulimit -n 1024`, and run it again.']],
  ['ENFILE', ['The system has no room for more open files', 'End other programs, and run it again.']],
  [
    'EAGAIN',
    [
      'mdcv may start no more processes',
      'End other programs or raise the limit (`ulimit -u`), and run it again.',
    ],
  ],
  ['ENOMEM', ['The system has no memory left', 'End other programs, and run it again.']],
]);

/** An error of the system as people can use it, where it is of this machine's state and not of what mdcv did; any other as it is. */
export function toSystemError(error: unknown): unknown {
  if (error instanceof MdcvError || !(error instanceof Error)) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'uv_cwd')
    return new MdcvError('no-folder', 'The folder that mdcv was started in is not there any more', {
      hint: 'Change to a folder that is there.',
      cause: error,
    });
  const known = exhausted.get(code ?? '');
  return known ? new MdcvError('exhausted', known[0], { hint: known[1], cause: error }) : error;
}

/** Within this who started a program has heard that it did not start, and has cleaned up (milliseconds). */
const cleanUpMs = 3000;

/** Ends this process with a message, no stack trace, at an error that nobody could catch: `spawn` tells of some before anybody listens. */
export function endOnUncaught(print: (error: unknown) => void): void {
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    const end = (): void => {
      print(error);
      process.exit(2);
    };
    if (error.syscall?.startsWith('spawn')) setTimeout(end, cleanUpMs).unref();
    else end();
  });
}
