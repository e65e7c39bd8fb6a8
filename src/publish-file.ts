import {
  chmodSync,
  copyFileSync,
  cpSync,
  lstatSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
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
  EFBIG: 'it is larger than mdcv may write (`ulimit -f`)',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a part of the path is a file, or a link that leads nowhere',
  EISDIR: 'it is a folder',
  ENOTEMPTY: 'it is a folder',
  ENAMETOOLONG: 'the name is too long',
  EBUSY: 'it is in use',
};

function publish(to: string, write: (beside: string) => void): void {
  // A name may take the whole 255 bytes that there are for one.
  const start = Array.from(basename(to)).slice(0, 40).join('');
  const beside = join(dirname(to), `.${start}.${Math.random().toString(36).slice(2, 10)}`);
  try {
    if (isDevice(to)) throw isDeviceError(to);
    makeFolder(dirname(to));
    write(beside);
    renameSync(beside, to);
  } catch (cause) {
    removeQuietly(beside);
    if (cause instanceof MdcvError) throw cause;
    throw new MdcvError('cannot-write', `Cannot write \`${to}\`: ${describeWriteError(cause)}`, {
      hint: 'Name another place with `--output`, or make room there. What was there before is untouched.',
      cause,
    });
  }
}

/**
 * Renaming would put a file in the place of a pipe or a device, and whoever is root would have no `/dev/null` any more. `/dev/stdout` is a link there, to
 * whatever the standard output is.
 */
function isDevice(path: string): boolean {
  const own = lstatSync(path, { throwIfNoEntry: false });
  if (own?.isSymbolicLink() && dirname(resolve(path)) === '/dev') return true;
  const target = own && statSync(path, { throwIfNoEntry: false });
  return target !== undefined && !target.isFile() && !target.isDirectory();
}

function isDeviceError(path: string): MdcvError {
  return new MdcvError('cannot-write', `Cannot write \`${path}\`: it is a pipe or a device`, {
    hint: 'Name a file. What a command can print, such as `mdcv export`, it prints where `--output` is left out.',
  });
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // What could not be written cannot always be removed; the first error is the one to tell.
  }
}
