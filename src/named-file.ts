/** Reading files that a person, a CV or a template names: whatever stands under the name, reading it ends. */
import { readFileSync, type Stats, statSync } from 'node:fs';
import { displayPath } from './display-path.ts';
import { MdcvError } from './problem.ts';

/** Why a file was not read. */
export interface Unread {
  kind: 'missing' | 'folder' | 'device' | 'too-large' | 'refused';
  /** In words, the part of a sentence behind a comma: `it is a folder`. */
  reason: string;
  /** What the system said. */
  cause?: unknown;
}

/**
 * Reads an ordinary file, whole. Reading a pipe or a device would wait, or never end.
 * @param mostBytes that it may have
 */
export function readNamedFile(path: string, mostBytes: number = Number.POSITIVE_INFINITY): Buffer | Unread {
  try {
    const stats = statSync(path);
    const reason = whyNotOrdinary(stats);
    if (reason !== undefined) return { kind: stats.isDirectory() ? 'folder' : 'device', reason };
    if (stats.size > mostBytes) return { kind: 'too-large', reason: 'it is too large' };
    return readFileSync(path);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return { kind: 'missing', reason: 'there is no such file', cause };
    return { kind: 'refused', reason: `the system refuses it (${code})`, cause };
  }
}

/** What is there in place of an ordinary file, in words; nothing for such a file. */
export function whyNotOrdinary(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined;
  return stats.isDirectory() ? 'it is a folder' : 'it is a pipe or a device';
}

/**
 * The same for a file without which nothing can be done.
 * @param what the file is for, such as `the PDF`: it stands in the hints
 * @throws MdcvError `missing-file`, `not-a-file`
 */
export function requireNamedFile(path: string, what: string): Buffer {
  const read = readNamedFile(path);
  if (read instanceof Uint8Array) return read;
  const { kind, reason, cause } = read;
  throw new MdcvError(
    kind === 'missing' ? 'missing-file' : 'not-a-file',
    `Cannot read \`${displayPath(path)}\`, ${reason}`,
    { hint: hintOf(kind, what), cause },
  );
}

function hintOf(kind: Unread['kind'], what: string): string {
  switch (kind) {
    case 'missing':
      return `Name ${what}; a path begins at the folder that mdcv was started in.`;
    case 'folder':
      return `Name ${what} in it.`;
    case 'device':
      return `Save ${what} to a file and name that.`;
    default:
      return 'Make sure that you may read it.';
  }
}
