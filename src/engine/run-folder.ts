import {
  closeSync,
  copyFileSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { MdcvError } from '../problem.ts';
import type { EngineName, EngineRequest, TexAsset } from './engine.ts';
import { luaGuard, luaGuardFile } from './lua-guard.ts';

/** An endless loop can fill a log: more than this is not kept, but for its end. */
const longestLogBytes = 32 * 1024 * 1024;
const logEndBytes = 64 * 1024;

/** Writes the document, its assets, and what the engine needs. */
export function prepareFolder({
  document,
  folder,
  jobName,
  engine,
}: Pick<EngineRequest, 'document' | 'folder' | 'jobName' | 'engine'>): void {
  write(join(folder, `${jobName}.tex`), document.source);
  prepareForEngine(folder, engine);
  for (const asset of document.assets) {
    const from = typeof asset.from === 'string' ? asset.from : asset.name;
    guardWrite(`copy \`${from}\` to \`${folder}\``, () => writeAsset(folder, asset));
  }
}

/** Writes what the engine reads when it starts: for lualatex the guard. */
export function prepareForEngine(folder: string, engine: EngineName): void {
  if (engine === 'lualatex') write(join(folder, luaGuardFile), luaGuard);
}

function write(file: string, text: string): void {
  guardWrite(`write \`${file}\``, () => writeFileSync(file, text));
}

/** Takes an earlier pass's PDF and log away, so that none of them is taken for the next one's. */
export function removeOutputs({ folder, jobName }: EngineRequest): void {
  for (const ending of ['pdf', 'log', 'fls', 'synctex.gz'])
    rmSync(join(folder, `${jobName}.${ending}`), { force: true });
}

/**
 * The log, with what only the terminal got to see: the words of xelatex's PDF driver, or all where there is no log.
 * @param output what the program printed
 */
export function readLog(
  { folder, jobName, engine }: Pick<EngineRequest, 'folder' | 'jobName' | 'engine'>,
  output: string,
): string {
  const decode = engine === 'pdflatex' ? decodePdftexLog : (bytes: Buffer) => bytes.toString('utf8');
  const log = readFileEnds(join(folder, `${jobName}.log`), decode);
  if (!log) return output;
  const driver = output.split('\n').filter((line) => line.startsWith('xdvipdfmx:'));
  return [log, ...driver].join('\n');
}

/** Path of the PDF, if it has both a beginning and an end: an engine that was ended leaves half of one. */
export function findPdf({ folder, jobName }: Pick<EngineRequest, 'folder' | 'jobName'>): string | undefined {
  const path = join(folder, `${jobName}.pdf`);
  const ends = readEnds(path, 8, 1024);
  if (!ends) return undefined;
  return ends.head.toString('latin1').startsWith('%PDF-') && ends.tail.includes('%%EOF') ? path : undefined;
}

/**
 * pdfTeX writes what it read as the bytes that it read, which are UTF-8, and the text of a box as slots of the box's fonts. Of a line with a
 * T1 font each byte becomes one character (`t1-encoding.ts`).
 */
function decodePdftexLog(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\\T1/')) return text;
  const slots = bytes.toString('latin1').split('\n');
  return text
    .split('\n')
    .map((line, index) => (line.includes('\\T1/') ? (slots[index] as string) : line))
    .join('\n');
}

function readFileEnds(path: string, decode: (bytes: Buffer) => string): string {
  const ends = readEnds(path, longestLogBytes, logEndBytes);
  if (!ends) return '';
  const head = decode(ends.head);
  return ends.size > longestLogBytes ? `${head}\n${decode(ends.tail)}` : head;
}

interface FileEnds {
  head: Buffer;
  tail: Buffer;
  size: number;
}

/** The first and the last bytes of a file, fewer where it is short; undefined when there is no file. */
function readEnds(path: string, headBytes: number, tailBytes: number): FileEnds | undefined {
  const file = openIfThere(path);
  if (file === undefined) return undefined;
  try {
    const { size } = fstatSync(file);
    const read = (length: number, position: number): Buffer => {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(file, buffer, 0, length, position));
    };
    const tailLength = Math.min(tailBytes, size);
    return { head: read(Math.min(headBytes, size), 0), tail: read(tailLength, size - tailLength), size };
  } finally {
    closeSync(file);
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function writeAsset(folder: string, { name, from }: TexAsset): void {
  const path = join(folder, name);
  if (dirname(name) !== '.') mkdirSync(dirname(path), { recursive: true });
  if (typeof from === 'string') copyFileSync(from, path);
  else writeFileSync(path, from);
}

/**
 * Writes, and says what was to be written where there is no room or no permission.
 * @throws MdcvError `disk-full`, `file-gone`, `unreadable-file`
 */
export function guardWrite(what: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    const reason = reasons[(cause as NodeJS.ErrnoException).code ?? ''];
    if (!reason) throw cause;
    throw new MdcvError(reason.code, `Cannot ${what}: ${reason.text}`, { hint: reason.hint, cause });
  }
}

const reasons: Readonly<Record<string, { code: string; text: string; hint: string }>> = {
  ENOSPC: {
    code: 'disk-full',
    text: 'no space is left',
    hint: 'Free some space, or set TMPDIR to a folder on another disk.',
  },
  ENOENT: {
    code: 'file-gone',
    text: 'a file or folder was removed meanwhile',
    hint: 'Run the build again, and keep other programs from cleaning up while it runs.',
  },
  EACCES: {
    code: 'unreadable-file',
    text: 'the permission is missing',
    hint: 'Allow mdcv to read the file, or set TMPDIR to a folder that it may write to.',
  },
};
