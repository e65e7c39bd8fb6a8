import { chmodSync, copyFileSync, cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { MdcvError } from './problem.ts';

/**
 * Puts a finished file in its place: a copy beside it, then a rename, so that a reader sees the old file or the new one, never a
 * half of one, and a full disk costs nothing (invariant 8).
 * @throws MdcvError `cannot-write`
 */
export function publishFile(from: string, to: string): void {
  publish(to, (beside) => copyFileSync(from, beside));
}

/** The same for what is not in a file yet; `mode` as for `chmod`. */
export function writePublished(to: string, content: string | Uint8Array, mode?: number): void {
  publish(to, (beside) => {
    writeFileSync(beside, content, mode === undefined ? {} : { mode });
    // What the process may not give to others by default, it may all the same.
    if (mode !== undefined) chmodSync(beside, mode);
  });
}

/** The same for a folder with all that is in it; a folder that is there already is replaced. */
export function publishFolder(from: string, to: string): void {
  publish(to, (beside) => {
    cpSync(from, beside, { recursive: true });
    rmSync(to, { recursive: true, force: true });
  });
}

/** Why a file could not be written, in words; the system's own message where there are none. */
export function describeWriteError(error: unknown): string {
  return reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no folder can be made there',
  EACCES: 'the folder may not be written to',
  EPERM: 'the folder may not be written to',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a part of the path is a file',
  EISDIR: 'it is a folder',
  ENOTEMPTY: 'it is a folder',
};

function publish(to: string, write: (beside: string) => void): void {
  const beside = join(dirname(to), `.${basename(to)}.${Math.random().toString(36).slice(2, 10)}`);
  try {
    makeFolder(dirname(to));
    write(beside);
    renameSync(beside, to);
  } catch (cause) {
    removeQuietly(beside);
    throw new MdcvError('cannot-write', `Cannot write \`${to}\`: ${describeWriteError(cause)}`, {
      hint: 'Name another place with `--output`, or make room there. What was there before is untouched.',
      cause,
    });
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // What could not be written cannot always be removed; the first error is the one to tell.
  }
}
