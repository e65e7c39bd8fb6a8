import { MdcvError } from '../problem.ts';

/** By the code of the system's error: what it is that the system does not give, and what gives it. inotify(7), "/proc interfaces". */
const reasons: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ENOSPC: [
    'all file watches of your user are taken',
    'End a program that follows many files, or raise the limit: `sudo sysctl fs.inotify.max_user_watches=524288`.',
  ],
  EMFILE: [
    'your user or this process may follow no more',
    'End a program that follows files, or raise the limits: `sudo sysctl fs.inotify.max_user_instances=1024`, `ulimit -n 1024`.',
  ],
};

/** The system tells of no changes of a file that is watched, which costs speed and no save. */
export function unfollowedError(cause: unknown): MdcvError {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  const [reason, hint] = reasons[code] ?? [message, 'Make sure that you may read what the CV uses.'];
  return new MdcvError('cannot-watch', `The system tells of no saves: ${reason}`, {
    hint: `mdcv looks at the files once a second instead. ${hint}`,
    cause,
  });
}
