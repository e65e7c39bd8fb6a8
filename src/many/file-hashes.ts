import { createHash } from 'node:crypto';
import { readNamedFile } from '../named-file.ts';

/** Hashes of contents by absolute path. A file is read once: hundreds of CVs share TeX's own. */
export interface FileHashes {
  /** `missing` for what cannot be read, which is a state as well. */
  of(path: string): string;
  /** For what has just been written. */
  forget(path: string): void;
}

export function createFileHashes(): FileHashes {
  const known = new Map<string, string>();
  return {
    of(path) {
      const hash = known.get(path) ?? hashFile(path);
      known.set(path, hash);
      return hash;
    },
    forget: (path) => void known.delete(path),
  };
}

function hashFile(path: string): string {
  const read = readNamedFile(path);
  // Gone, a folder, a pipe, or not ours to read: whichever it is, the build will tell of it.
  return read instanceof Uint8Array ? createHash('sha256').update(read).digest('base64url') : 'missing';
}
