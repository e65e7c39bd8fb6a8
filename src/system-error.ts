/** Errors of the system that any call may meet, whatever it was for. */
import { MdcvError } from './problem.ts';

/** By the system's code, what happened and what to do. */
const exhausted = {
  EMFILE: ['mdcv may open no more files', 'Raise the limit, `ulimit -n 1024`, and run it again.'],
  ENFILE: ['The system has no room for more open files', 'End other programs, and run it again.'],
  EAGAIN: [
    'mdcv may start no more processes',
    'End other programs or raise the limit (`ulimit -u`), and run it again.',
  ],
  EFBIG: ['mdcv may write no larger file', 'Raise the limit, `ulimit -f unlimited`, and run it again.'],
  EDQUOT: [
    'The disk quota is used up',
    'Make room, or set TMPDIR to a folder on another disk, and run it again.',
  ],
  ENOMEM: ['The system has no memory left', 'End other programs, and run it again.'],
} as const;

/** The system has nothing left to give of what the code names. */
export function exhaustedError(code: keyof typeof exhausted, cause: unknown): MdcvError {
  const [message, hint] = exhausted[code];
  return new MdcvError('exhausted', message, { hint, cause });
}

/** An error of the system as people can use it, where it is of this machine's state and not of what mdcv did; any other as it is. */
export function toSystemError(error: unknown): unknown {
  if (error instanceof MdcvError || !(error instanceof Error)) return error;
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'uv_cwd')
    return new MdcvError('no-folder', 'The folder that mdcv was started in is not there any more', {
      hint: 'Change to a folder that is there.',
      cause: error,
    });
  return Object.hasOwn(exhausted, code) ? exhaustedError(code as keyof typeof exhausted, error) : error;
}
