import { basename } from 'node:path';
import type { Point } from 'unist';
import { VFile } from 'vfile';
import { readNamedFile } from '../named-file.ts';
import { addProblem, MdcvError } from '../problem.ts';
import { checkConflict } from './check-conflict.ts';
import { cleanText } from './clean-text.ts';
import { decodeMixed } from './decode-mixed.ts';
import { describeLegacy } from './describe-legacy.ts';
import { tellUtf16 } from './tell-utf16.ts';

/**
 * Reads a CV, if it is not larger than it may be. `vfile.path` is the path as given, `vfile.value` the text without byte-order mark and without characters that no
 * CV can hold. A file that is no text, holds nothing or a merge that was not finished gets a fatal message and an empty value.
 * @throws {MdcvError} when there is no such file, when it is no ordinary file, or when it may not be read.
 */
export async function readCvFile(path: string, mostBytes: number = Number.POSITIVE_INFINITY): Promise<VFile> {
  const bytes = readBytes(path, mostBytes);
  const vfile = new VFile({ path, value: '' });
  if (!bytes) {
    addProblem(vfile, 'too-large', {
      reason: `Cannot read \`${path}\`, it is larger than the ${mostBytes / 1024 ** 2} MiB that a file may have that is not trusted`,
      note: 'Shorten it, or, if you trust this file, build it without `--untrusted`.',
      place: { line: 1, column: 1, offset: 0 },
    });
    return vfile;
  }
  const text = decode(bytes, vfile);
  if (text === undefined) return vfile;
  const clean = cleanText(text, vfile);
  if (checkConflict(clean, vfile)) return vfile;
  vfile.value = clean;
  if (vfile.value.trim() === '') {
    addProblem(vfile, 'empty-file', {
      reason: `Cannot make a PDF of \`${path}\`, it is empty`,
      note: 'Write some Markdown into it, or let `mdcv new` make a CV to start from.',
      place: { line: 1, column: 1, offset: 0 },
    });
  }
  return vfile;
}

function readBytes(path: string, mostBytes: number): Uint8Array | undefined {
  const read = readNamedFile(path, mostBytes);
  if (read instanceof Uint8Array) return read;
  const { kind, reason, cause } = read;
  if (kind === 'too-large') return undefined;
  throw new MdcvError(
    kind === 'missing' ? 'missing-file' : 'not-a-file',
    `Cannot read \`${path}\`, ${reason}`,
    { hint: hints[kind], cause },
  );
}

const hints = {
  missing: 'Name the Markdown file of your CV, or let `mdcv new` make one.',
  folder: 'Name the Markdown file in it.',
  device: 'Save the text to a file and name that.',
  refused: 'Make sure that you may read it.',
} as const;

function decode(bytes: Uint8Array, vfile: VFile): string | undefined {
  const encoding = tellUtf16(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new TextDecoder(encoding).decode(bytes);
  const text = decodeUtf8(bytes);
  if (encoding === undefined && text !== undefined && !isBinary(text)) return text;
  const problem: { reason: string; note: string; place?: Point } = encoding
    ? {
        reason: 'it is written in UTF-32',
        note: 'Open it in your editor and save it with the encoding UTF-8.',
      }
    : isBinary(text ?? Buffer.from(bytes).toString('latin1'), text === undefined)
      ? binary
      : describeLegacy(decodeMixed(bytes), basename(vfile.path));
  addProblem(vfile, 'not-text', {
    ...problem,
    reason: `Cannot read \`${vfile.path}\`, ${problem.reason}`,
    place: problem.place ?? { line: 1, column: 1, offset: 0 },
  });
  return undefined;
}

const binary = {
  reason: 'it is not a text file',
  note: 'mdcv reads Markdown. Name the Markdown file, or save the text as UTF-8.',
};

/** Nothing where the bytes are not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text with a stray NUL is text; one in thirty, or NULs among bytes that are no UTF-8, is a picture or an archive. */
function isBinary(text: string, broken = false): boolean {
  const nuls = text.split('\0').length - 1;
  return nuls * 30 > text.length || (broken && nuls > 0) || /^(?:%PDF-|\{\\rtf)/.test(text);
}
