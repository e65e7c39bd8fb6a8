import { MdcvError } from '../../problem.ts';
import type { ProgramRun } from '../toolchain.ts';

/**
 * The error for a step of fetching TeX that failed, as its output explains it.
 * @param task what was to be done, e.g. `download TeX`
 */
export function provisionError(task: string, run: ProgramRun, folder: string): MdcvError {
  const { output } = run;
  if (run.aborted) return new MdcvError('aborted', `Fetching TeX was stopped`);
  if (isDiskFull(output)) return diskFull(folder);
  if (isOffline(output)) {
    return new MdcvError('no-network', `Cannot ${task}, the package server cannot be reached`, {
      hint: `Check the network (and \`http_proxy\`), then try again. apt said: ${lastLines(output)}`,
    });
  }
  if (isUnserved(output)) {
    return new MdcvError('no-network', `Cannot ${task}, the package server does not answer with packages`, {
      hint: `A network may ask to log in first, or a proxy for a password: check both (and \`http_proxy\`), then try again. apt said: ${refusals(output)}`,
    });
  }
  if (run.timedOut) {
    return new MdcvError(
      'no-network',
      `Cannot ${task} within ${Math.round(run.durationMs / 60_000)} minutes`,
      {
        hint: 'The network may be slow; try again.',
      },
    );
  }
  if (/Unable to locate package|no installation candidate|Couldn't find any package/.test(output)) {
    return new MdcvError('no-such-package', `Cannot ${task}, this system’s package sources do not have TeX`, {
      hint: `Enable \`main\` (Debian) or \`universe\` (Ubuntu) in apt’s sources. apt said: ${lastLines(output)}`,
    });
  }
  return new MdcvError('provision-failed', `Cannot ${task}`, {
    hint: `Try again. It said: ${lastLines(output) || `exit code ${run.exitCode}`}`,
  });
}

/** The error for a disk that cannot hold TeX. */
export function diskFull(folder: string, needed?: number): MdcvError {
  const expected = needed === undefined ? 'more free space' : `${Math.ceil(needed / 1e6)} MB of free space`;
  return new MdcvError('disk-full', `Cannot keep TeX in \`${folder}\`, expected ${expected} there`, {
    hint: 'Make room, or set MDCV_CACHE to a folder on another disk.',
  });
}

/** The error for a cache folder that Node could not write to; any other error as it is. */
export function toCacheError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || error instanceof MdcvError) return error;
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (isDiskFull(code)) return diskFull(folder);
  const isRefused = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code);
  if (!isRefused && !(code === 'ENOENT' && syscall === 'mkdir')) return error;
  return new MdcvError(
    'bad-cache-folder',
    `Cannot keep TeX in \`${folder}\`, expected a folder to write to`,
    {
      hint: 'Set MDCV_CACHE to a folder that you may write to.',
      cause: error,
    },
  );
}

/** Whether programs or Node complain of a full disk or a used-up quota. */
function isDiskFull(text: string): boolean {
  return /No space left on device|ENOSPC|not enough free space|Disk quota exceeded|EDQUOT/i.test(text);
}

/** Whether apt could not reach a server. */
function isOffline(text: string): boolean {
  return /Temporary failure resolving|Could not resolve|Could not connect|Cannot initiate the connection|Network is unreachable|Connection (?:timed out|refused|failed)|Unable to connect/.test(
    text,
  );
}

/** Whether what apt asked for its lists could not be reached, or answered something else: apt-get(8) begins such a line with `Err:`. */
export function isUnserved(output: string): boolean {
  return isOffline(output) || /^Err:\d+ .*InRelease/m.test(output);
}

/** Lines on what apt could not fetch, each with the one that says why. */
function refusals(output: string): string {
  const found = output.match(/^Err:\d+ .*\n.*/gm) ?? [];
  return found.slice(0, 2).join(' ').replace(/\s+/g, ' ').slice(0, 400);
}

// TeX begins an error with an exclamation mark, apt with `E:`; what follows may be long.
function lastLines(output: string): string {
  const lines = output.trim().split('\n');
  const first = lines.findIndex((line) => /^(?:! |E: )/.test(line));
  return (first < 0 ? lines.slice(-3) : lines.slice(first, first + 3)).join(' ').slice(0, 400);
}
