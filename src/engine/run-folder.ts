import { copyFile, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MdcvError } from '../problem.ts';
import type { EngineRequest, TexAsset } from './engine.ts';

/** An endless loop can fill a log: more than this is not kept, but for its end. */
const longestLogBytes = 32 * 1024 * 1024;
const logEndBytes = 64 * 1024;

/** Writes the document and its assets. */
export async function prepareFolder({ document, folder, jobName }: EngineRequest): Promise<void> {
  const file = join(folder, `${jobName}.tex`);
  await guardWrite(`write \`${file}\``, () => writeFile(file, document.source));
  for (const asset of document.assets) {
    const from = typeof asset.from === 'string' ? asset.from : asset.name;
    await guardWrite(`copy \`${from}\` to \`${folder}\``, () => writeAsset(folder, asset));
  }
}

/** Takes an earlier pass's PDF and log away, so that none of them is taken for the next one's. */
export async function removeOutputs({ folder, jobName }: EngineRequest): Promise<void> {
  const endings = ['pdf', 'log', 'fls', 'synctex.gz'];
  await Promise.all(endings.map((ending) => rm(join(folder, `${jobName}.${ending}`), { force: true })));
}

/**
 * The log, with what only the terminal got to see: the words of xelatex's PDF driver, or all where there is no log.
 * @param output what the program printed
 */
export async function readLog({ folder, jobName }: EngineRequest, output: string): Promise<string> {
  const log = await readFileEnds(join(folder, `${jobName}.log`));
  if (!log) return output;
  const driver = output.split('\n').filter((line) => line.startsWith('xdvipdfmx:'));
  return [log, ...driver].join('\n');
}

/** Path of the PDF, if it has both a beginning and an end: an engine that was ended leaves half of one. */
export async function findPdf({ folder, jobName }: EngineRequest): Promise<string | undefined> {
  const path = join(folder, `${jobName}.pdf`);
  const ends = await readEnds(path, 8, 1024);
  if (!ends) return undefined;
  return ends.head.toString('latin1').startsWith('%PDF-') && ends.tail.includes('%%EOF') ? path : undefined;
}

async function readFileEnds(path: string): Promise<string> {
  const ends = await readEnds(path, longestLogBytes, logEndBytes);
  if (!ends) return '';
  const head = ends.head.toString('utf8');
  return ends.size > longestLogBytes ? `${head}\n${ends.tail.toString('utf8')}` : head;
}

interface FileEnds {
  head: Buffer;
  tail: Buffer;
  size: number;
}

/** The first and the last bytes of a file, fewer where it is short; undefined when there is no file. */
async function readEnds(path: string, headBytes: number, tailBytes: number): Promise<FileEnds | undefined> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return undefined;
  try {
    const { size } = await file.stat();
    const read = async (length: number, position: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    const head = await read(Math.min(headBytes, size), 0);
    const tailLength = Math.min(tailBytes, size);
    return { head, tail: await read(tailLength, size - tailLength), size };
  } finally {
    await file.close();
  }
}

async function writeAsset(folder: string, { name, from }: TexAsset): Promise<void> {
  const path = join(folder, name);
  if (dirname(name) !== '.') await mkdir(dirname(path), { recursive: true });
  if (typeof from === 'string') await copyFile(from, path);
  else await writeFile(path, from);
}

async function guardWrite(what: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
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
