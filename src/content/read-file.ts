import { VFile } from 'vfile';
import { readNamedFile } from '../named-file.ts';
import { addProblem, MdcvError } from '../problem.ts';
import { cleanText } from './clean-text.ts';
import { createTextPoints } from './syntax/text-points.ts';

/**
 * Reads a CV, if it is not larger than it may be. `vfile.path` is the path as given, `vfile.value` the text without byte-order mark and without characters that no
 * CV can hold. A file that is no text or holds nothing gets a fatal message and an empty value.
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
  vfile.value = cleanText(text, vfile);
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
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== 'utf-8') return text;
  const broken = brokenAt(bytes, text);
  const binary = isBinary(text, broken !== undefined);
  if (broken === undefined && !binary) return text;
  addProblem(vfile, 'not-text', {
    reason: binary
      ? `Cannot read \`${vfile.path}\`, it is not a text file`
      : `Cannot read \`${vfile.path}\`, it is not written in UTF-8`,
    note: binary
      ? 'mdcv reads Markdown. Name the Markdown file, or save the text as UTF-8.'
      : 'Open it in your editor and save it with the encoding UTF-8.',
    place: binary ? { line: 1, column: 1, offset: 0 } : createTextPoints(text).point(broken as number),
  });
  return undefined;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Where in the decoded text the first byte stands that is not UTF-8. */
function brokenAt(bytes: Uint8Array, text: string): number | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    // A replacement character may also be the author's own; close enough to point at.
    return Math.max(0, text.indexOf('\uFFFD'));
  }
}

/** Text with a stray NUL is text; one in thirty, or NULs among broken bytes, is a picture or an archive. */
function isBinary(text: string, broken: boolean): boolean {
  const nuls = text.split('\0').length - 1;
  return nuls * 30 > text.length || (broken && nuls > 0);
}
