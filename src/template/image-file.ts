import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { spellAsOnDisk } from '../content/spell-as-on-disk.ts';
import { whyNotOrdinary } from '../named-file.ts';

/** The kinds of image that all three engines can set. */
export type ImageFormat = 'png' | 'jpg' | 'pdf';

export type ImageFile =
  | { path: string; format: ImageFormat }
  | { problem: 'missing' | 'outside' | 'remote' | 'no-image'; reason: string };

/** Magic numbers, from the formats' specifications (PNG: RFC 2083, JPEG: ITU-T T.81, PDF: ISO 32000). */
const signatures: readonly { format: ImageFormat; bytes: readonly number[] }[] = [
  { format: 'png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { format: 'jpg', bytes: [0xff, 0xd8, 0xff] },
  { format: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];

/**
 * Looks at an image that a CV names. It must lie in the CV's own folder or below, also after symbolic links are followed
 * (invariant 9), and its first bytes must be those of a format that TeX can set.
 * @param name as the author wrote it, relative to the CV
 * @param cvFile path of the CV
 */
export function findImageFile(name: string, cvFile: string): ImageFile {
  if (/^[a-z][a-z0-9+.-]+:/i.test(name) || name.startsWith('//'))
    return { problem: 'remote', reason: 'mdcv reads nothing from the network' };
  const root = realpathSync(dirname(cvFile));
  const path = toRealPath(resolve(root, spellAsOnDisk(decodeName(name), root)));
  if (path === undefined) return { problem: 'missing', reason: 'there is no such file' };
  if (!path.startsWith(join(root, sep)))
    return { problem: 'outside', reason: 'it is outside the folder of the Markdown file' };
  const notOrdinary = whyNotOrdinary(statSync(path));
  if (notOrdinary !== undefined) return { problem: 'no-image', reason: notOrdinary };
  try {
    const format = readFormat(path);
    return format ? { path, format } : { problem: 'no-image', reason: 'it is neither PNG nor JPEG nor PDF' };
  } catch (cause) {
    return {
      problem: 'no-image',
      reason: `the system refuses it (${(cause as NodeJS.ErrnoException).code}), make sure that you may read it`,
    };
  }
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A file may well have a bare `%` in its name.
    return name;
  }
}

function toRealPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function readFormat(path: string): ImageFormat | undefined {
  const head = Buffer.alloc(8);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  return signatures.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))?.format;
}
