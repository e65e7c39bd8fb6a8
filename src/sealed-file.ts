import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { writePublished } from './publish-file.ts';

/**
 * Writes what a later process may take up: behind its checksum, so that of a damaged file nothing is taken.
 * @throws MdcvError `cannot-write`
 */
export function writeSealed(path: string, text: string): void {
  writePublished(path, `${crc32(text)}\n${text}`);
}

/**
 * The text of a sealed file; nothing where it is not there, or not as it was written.
 * @throws what `readFileSync` throws for a file that is there and cannot be read
 */
export function readSealed(path: string): string | undefined {
  const whole = readIfThere(path)?.toString('utf8') ?? '';
  const end = whole.indexOf('\n');
  const text = whole.slice(end + 1);
  return end > 0 && whole.slice(0, end) === String(crc32(text)) ? text : undefined;
}

/** The bytes of a file that may not be there. */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    // Not kept yet, or where the cache folder is a file.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
