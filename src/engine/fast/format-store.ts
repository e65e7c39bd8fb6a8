/** Proven preambles, kept in the user's cache folder from one process to the next. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { cacheFolder } from '../../cache-folder.ts';
import type { AuxFiles } from '../aux-files.ts';
import type { EngineRequest } from '../engine.ts';
import { type Basis, formatKeyOf, sameLooks, today } from './basis.ts';

/**
 * One folder a preamble: `basis` says what it was made from and how it was proven, `format` is the engine's own file, and `<cv>.aux` holds
 * what the last run of each CV left. Every file is written beside its place and renamed, and begins with its checksum or has it in `basis`,
 * so that of a damaged one nothing is taken. What cannot be read or written costs time and nothing else.
 */
export interface FormatStore {
  /** What is kept of a preamble: enough to start standbys from, or what its PDF would have that the plain one has not. */
  find(formatKey: string): Kept | undefined;
  /** Reads the format whole and compares it with its checksum, in some ten milliseconds. */
  isWhole(formatKey: string): boolean;
  keep(formatKey: string, basis: Pick<Basis, 'format' | 'fonts' | 'looks' | 'aux'>): void;
  keepDifference(formatKey: string, difference: string): void;
  keepAux(formatKey: string, aux: AuxFiles): void;
  forget(formatKey: string): void;
}

export type Kept = Pick<Basis, 'format' | 'fonts' | 'looks' | 'aux'> | { difference: string };

/** What `basis` holds, as JSON. */
type KeptBasis =
  | { difference: string }
  | {
      looks: [path: string, look: string][];
      fonts: string[];
      format: { checksum: number; inputs: string[]; log: string } | null;
    };

/** A format takes 20 MB; who has more templates, paper sizes and fonts in use waits once more. */
const mostKept = 16;

/**
 * @param cv absolute path of the CV, whose aux files are not another's
 * @param folder absolute path; it need not exist
 */
export function openFormatStore(cv: string, folder: string = join(cacheFolder(), 'formats')): FormatStore {
  const auxName = `${createHash('sha256').update(cv).digest('hex').slice(0, 32)}.aux`;
  const place = (formatKey: string, name = ''): string => join(folder, formatKey, name);
  /** Whole folders appear at once: of two processes that make the same one, the second keeps what is there. */
  const add = (formatKey: string, fill: (own: string) => void): void => {
    const own = join(folder, `new-${process.pid}-${Date.now()}`);
    quietly(() => {
      mkdirSync(own, { recursive: true });
      fill(own);
      rmSync(place(formatKey), { recursive: true, force: true });
      renameSync(own, place(formatKey));
      prune(folder);
    });
    quietly(() => rmSync(own, { recursive: true, force: true }));
  };
  const keepAux = (own: string, aux: AuxFiles): void => {
    const files = Array.from(aux, ([name, bytes]) => [name, bytes.toString('base64')]);
    writeSealed(join(own, auxName), JSON.stringify(files));
  };
  return {
    find(formatKey) {
      const text = readSealed(place(formatKey, 'basis'));
      if (text === undefined) return undefined;
      const kept: KeptBasis = JSON.parse(text);
      quietly(() => utimesSync(place(formatKey, 'basis'), new Date(), new Date()));
      if ('difference' in kept) return kept;
      const format = kept.format && {
        file: place(formatKey, 'format.fmt'),
        inputs: kept.format.inputs,
        log: kept.format.log,
        // It stays for the next process.
        dispose: () => {},
      };
      return {
        fonts: kept.fonts,
        looks: new Map(kept.looks),
        format: format ?? undefined,
        aux: readAux(place(formatKey, auxName)),
      };
    },
    isWhole(formatKey) {
      const text = readSealed(place(formatKey, 'basis'));
      const kept: KeptBasis | undefined = text === undefined ? undefined : JSON.parse(text);
      if (!kept || 'difference' in kept) return false;
      if (!kept.format) return true;
      const bytes = readIfThere(place(formatKey, 'format.fmt'));
      return bytes !== undefined && crc32(bytes) === kept.format.checksum;
    },
    keep(formatKey, { format, fonts, looks, aux }) {
      add(formatKey, (own) => {
        const bytes = format && readFileSync(format.file);
        if (format) copyFileSync(format.file, join(own, 'format.fmt'));
        const kept: KeptBasis = {
          looks: [...looks],
          fonts: [...fonts],
          format: format && bytes ? { checksum: crc32(bytes), inputs: format.inputs, log: format.log } : null,
        };
        writeSealed(join(own, 'basis'), JSON.stringify(kept));
        keepAux(own, aux);
      });
    },
    keepDifference(formatKey, difference) {
      add(formatKey, (own) => writeSealed(join(own, 'basis'), JSON.stringify({ difference })));
    },
    keepAux(formatKey, aux) {
      quietly(() => keepAux(place(formatKey), aux));
    },
    forget(formatKey) {
      quietly(() => rmSync(place(formatKey), { recursive: true, force: true }));
    },
  };
}

/**
 * What an earlier process, or another day, has proven of a preamble; nothing where a file that it was made from is not as it was.
 * @param request outlives its build
 */
export function recallBasis(
  store: FormatStore,
  request: EngineRequest,
  preamble: string,
): Basis | { formatKey: string; difference: string } | undefined {
  const formatKey = formatKeyOf(request, preamble);
  const kept = store.find(formatKey);
  if (!kept) return undefined;
  if ('difference' in kept) return { ...kept, formatKey };
  if (!sameLooks(kept.looks)) {
    store.forget(formatKey);
    return undefined;
  }
  const isWhole = (): boolean => {
    const whole = store.isWhole(formatKey);
    if (!whole) store.forget(formatKey);
    return whole;
  };
  return { ...kept, formatKey, day: today(), request, preamble, isWhole };
}

function readAux(path: string): AuxFiles {
  const files: [string, string][] = JSON.parse(readSealed(path) ?? '[]');
  return new Map(files.map(([name, text]) => [name, Buffer.from(text, 'base64')]));
}

/** Those that were used least lately go, and what a process that was killed has left. */
function prune(folder: string): void {
  const usedAt = (name: string): number =>
    statSync(join(folder, name, 'basis'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const byUse = readdirSync(folder)
    .map((name) => ({ name, at: usedAt(name) }))
    .sort((one, other) => other.at - one.at);
  for (const { name } of byUse.slice(mostKept)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Written beside its place and renamed, behind its checksum. */
function writeSealed(path: string, text: string): void {
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, `${crc32(text)}\n${text}`);
  renameSync(beside, path);
}

/** Nothing where the file is not there, or not as it was written. */
function readSealed(path: string): string | undefined {
  const whole = readIfThere(path)?.toString('utf8') ?? '';
  const end = whole.indexOf('\n');
  const text = whole.slice(end + 1);
  return end > 0 && whole.slice(0, end) === String(crc32(text)) ? text : undefined;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    // Whatever the reason, the plain way does without it.
    return undefined;
  }
}

/** A cache that cannot be written to is none; the build goes on. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // See above.
  }
}
