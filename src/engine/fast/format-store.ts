/** Proven preambles, kept in the user's cache folder from one process to the next. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { cacheFolder } from '../../cache-folder.ts';
import { makeFolder } from '../../make-folder.ts';
import { readIfThere, readSealed, writeSealed } from '../../sealed-file.ts';
import type { Toolchain } from '../../toolchain/toolchain.ts';
import type { AuxFiles } from '../aux-files.ts';
import type { EngineName } from '../engine.ts';
import type { Basis } from './basis.ts';

/**
 * One folder a preamble: `basis` says what it was made from and how it was proven, `format` is the engine's own file, and `<cv>.aux` holds
 * what the last run of each CV left. Every file is written beside its place and renamed, and begins with its checksum or has it in `basis`,
 * so that of a damaged one nothing is taken. What cannot be read or written costs time and nothing else; it is told to those who ask why.
 */
export interface FormatStore {
  /** What is kept of a preamble: enough to start standbys from, or what its PDF would have that the plain one has not. */
  find(formatKey: string): Kept | undefined;
  /** What this CV was set from last. */
  findLast(): (Proven & { formatKey: string; start: StandbyStart }) | undefined;
  /** Reads the format whole and compares it with its checksum, in some ten milliseconds. */
  isWhole(formatKey: string): boolean;
  keep(basis: Basis): void;
  keepDifference(formatKey: string, difference: string): void;
  keepAux(formatKey: string, aux: AuxFiles): void;
  /** What this CV's last run in it left; nothing where none is kept. */
  findAux(formatKey: string): AuxFiles | undefined;
  forget(formatKey: string): void;
}

type Proven = Pick<Basis, 'format' | 'fonts' | 'pauses' | 'looks' | 'aux'>;
export type Kept = Proven | { difference: string };

/** What a standby is started with, besides. */
export interface StandbyStart {
  engine: EngineName;
  jobName: string;
  toolchain: Pick<Toolchain, 'kind' | 'description'>;
  preamble: string;
}

/** What `basis` holds, as JSON. */
type KeptBasis = { layout: number } & (ProvenBasis | { difference: string });

interface ProvenBasis {
  start: StandbyStart;
  looks: [path: string, look: string][];
  fonts: string[];
  pauses: boolean;
  format: { checksum: number; inputs: string[]; log: string } | null;
}

/** Goes up when what an older mdcv has kept can no longer be read. */
const layout = 3;

/** A format takes 20 MB; who has more templates, paper sizes and fonts in use waits once more. */
const mostKept = 16;

/** What is written for so long (milliseconds) is written no more. */
const longestWriteMs = 60_000;

/**
 * @param cv absolute path of the CV, whose aux files are not another's
 * @param options `folder` is an absolute path and need not exist; `onDebug` takes a line on what could not be kept
 */
export function openFormatStore(
  cv: string,
  options: { folder?: string; onDebug?: (message: string) => void } = {},
): FormatStore {
  const { folder = join(cacheFolder(), 'formats'), onDebug = () => {} } = options;
  /** A cache that cannot be used is none; the build goes on. */
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      onDebug(`Cannot use what is kept: ${(error as Error).message}`);
      return undefined;
    }
  };
  const auxName = `${createHash('sha256').update(cv).digest('hex').slice(0, 32)}.aux`;
  const place = (formatKey: string, name = ''): string => join(folder, formatKey, name);
  /** Whole folders appear at once; of two processes that make the same one, the last one's stays. */
  const add = (formatKey: string, fill: (own: string) => void): void => {
    const own = join(folder, `new-${process.pid}-${Date.now()}`);
    attempt(() => {
      makeFolder(own);
      fill(own);
      rmSync(place(formatKey), { recursive: true, force: true });
      renameSync(own, place(formatKey));
      prune(folder);
    });
    attempt(() => rmSync(own, { recursive: true, force: true }));
  };
  const keepAux = (own: string, aux: AuxFiles): void => {
    const files = Array.from(aux, ([name, bytes]) => [name, bytes.toString('base64')]);
    writeSealed(join(own, auxName), JSON.stringify(files));
  };
  const read = (formatKey: string): KeptBasis | undefined => {
    const text = readSealed(place(formatKey, 'basis'));
    const kept: KeptBasis | undefined = text === undefined ? undefined : JSON.parse(text);
    return kept?.layout === layout ? kept : undefined;
  };
  /** What was read is also used: it is not the next to go. */
  const take = (formatKey: string, kept: ProvenBasis): Proven => {
    for (const path of [place(formatKey, 'basis'), place(formatKey, auxName)])
      if (existsSync(path)) attempt(() => utimesSync(path, new Date(), new Date()));
    const format = kept.format && {
      file: place(formatKey, 'format.fmt'),
      inputs: kept.format.inputs,
      log: kept.format.log,
      // It stays for the next process.
      dispose: () => {},
    };
    return {
      fonts: kept.fonts,
      pauses: kept.pauses,
      looks: new Map(kept.looks),
      format: format ?? undefined,
      aux: readAux(place(formatKey, auxName)),
    };
  };
  return {
    find: (formatKey) =>
      attempt(() => {
        const kept = read(formatKey);
        return !kept || 'difference' in kept ? kept : take(formatKey, kept);
      }),
    findLast: () =>
      attempt(() => {
        const [formatKey] = listByUse(folder, auxName);
        const kept = formatKey === undefined ? undefined : read(formatKey);
        if (formatKey === undefined || !kept || 'difference' in kept) return undefined;
        return { ...take(formatKey, kept), formatKey, start: kept.start };
      }),
    isWhole: (formatKey) =>
      attempt(() => {
        const kept = read(formatKey);
        if (!kept || 'difference' in kept) return false;
        if (!kept.format) return true;
        const bytes = readIfThere(place(formatKey, 'format.fmt'));
        return bytes !== undefined && crc32(bytes) === kept.format.checksum;
      }) ?? false,
    keep({ formatKey, format, fonts, pauses, looks, aux, request, preamble }) {
      const { engine, jobName, toolchain } = request;
      const { kind, description } = toolchain;
      const start = { engine, jobName, toolchain: { kind, description }, preamble };
      add(formatKey, (own) => {
        const bytes = format && readFileSync(format.file);
        if (format) copyFileSync(format.file, join(own, 'format.fmt'));
        const kept: KeptBasis = {
          layout,
          start,
          looks: [...looks],
          fonts: [...fonts],
          pauses,
          format: format && bytes ? { checksum: crc32(bytes), inputs: format.inputs, log: format.log } : null,
        };
        writeSealed(join(own, 'basis'), JSON.stringify(kept));
        keepAux(own, aux);
      });
    },
    keepDifference(formatKey, difference) {
      add(formatKey, (own) => writeSealed(join(own, 'basis'), JSON.stringify({ layout, difference })));
    },
    keepAux(formatKey, aux) {
      attempt(() => keepAux(place(formatKey), aux));
    },
    findAux: (formatKey) =>
      attempt(() => {
        const aux = readAux(place(formatKey, auxName));
        return aux.size > 0 ? aux : undefined;
      }),
    forget(formatKey) {
      attempt(() => rmSync(place(formatKey), { recursive: true, force: true }));
    },
  };
}

function readAux(path: string): AuxFiles {
  const files: [string, string][] = JSON.parse(readSealed(path) ?? '[]');
  return new Map(files.map(([name, text]) => [name, Buffer.from(text, 'base64')]));
}

/** Those that were used least lately go, and what a process that was killed has left. */
function prune(folder: string): void {
  const used = new Set(listByUse(folder, 'basis').slice(0, mostKept));
  const isYoung = (name: string): boolean =>
    Date.now() - statSync(join(folder, name)).mtimeMs < longestWriteMs;
  for (const name of readdirSync(folder))
    if (!used.has(name) && !(name.startsWith('new-') && isYoung(name)))
      rmSync(join(folder, name), { recursive: true, force: true });
}

/** The folders that have a file of that name, with the one that was used last at the beginning. */
function listByUse(folder: string, file: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .map((name) => ({ name, at: statSync(join(folder, name, file), { throwIfNoEntry: false })?.mtimeMs }))
    .filter(
      (entry): entry is { name: string; at: number } =>
        entry.at !== undefined && !entry.name.startsWith('new-'),
    )
    .sort((one, other) => other.at - one.at)
    .map(({ name }) => name);
}
