import { readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { readSealed, writeSealed } from '../../sealed-file.ts';

/** Beside a component's files; a line each, as `cksum` would print it but in hexadecimal: checksum, space, path within the component. */
export const checksumsName = 'checksums';

/** Records the content of every file of a component, once all of them are there. */
export async function writeChecksums(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const lines: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    lines.push(`${await checksum(file)} ${path.relative(folder, file)}`);
  }
  writeSealed(path.join(folder, checksumsName), lines.join('\n'));
}

/**
 * Those files of a component that are not as they were installed; none may be missing, as whoever asks has just used them. Reading what a run of TeX
 * has read takes some ten milliseconds.
 * @param folder absolute path of the component
 * @param files absolute paths; those elsewhere, and those that were made later, are passed over
 * @returns paths within the component; the list of checksums itself where that is damaged
 */
export async function listChanged(folder: string, files: readonly string[]): Promise<string[]> {
  const root = await realpath(folder);
  const own = (await Promise.all(files.map((file) => realpath(file))))
    .filter((file) => file.startsWith(root + path.sep))
    .map((file) => path.relative(root, file));
  if (own.length === 0) return [];
  const text = readSealed(path.join(folder, checksumsName));
  if (text === undefined) return [checksumsName];
  const known = new Map(text.split('\n').map((line) => [line.slice(9), line.slice(0, 8)]));
  const changed: string[] = [];
  for (const file of new Set(own)) {
    const expected = known.get(file);
    if (expected && (await checksum(path.join(root, file))) !== expected) changed.push(file);
  }
  return changed;
}

async function checksum(file: string): Promise<string> {
  return crc32(await readFile(file))
    .toString(16)
    .padStart(8, '0');
}
