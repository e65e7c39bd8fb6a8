/** `mdcv.lock` lies beside the CV and holds a record for each CV of the folder and each template that it was locked in. */
import { basename, dirname, join } from 'node:path';
import { displayPath } from '../display-path.ts';
import type { Edition } from '../model/edition.ts';
import { readNamedFile } from '../named-file.ts';
import { MdcvError } from '../problem.ts';
import { writePublished } from '../publish-file.ts';
import type { LockedBuild } from './locked-build.ts';

interface LockFile {
  /** Of this format. */
  version: 1;
  builds: LockedBuild[];
}

/** @param file path of the CV */
export function lockPath(file: string): string {
  return join(dirname(file), 'mdcv.lock');
}

/**
 * What is locked of a CV in a template; nothing where it was never locked.
 * @param file path of the CV
 * @param edition of a CV that has several
 * @throws MdcvError `bad-lock` where the file is none of ours
 */
export function readLock(file: string, template: string, edition: Edition = {}): LockedBuild | undefined {
  return readBuilds(lockPath(file)).find((build) =>
    isOf(build, { cv: basename(file), template, ...edition }),
  );
}

/**
 * Records a build in the place of the last one of the same CV and template.
 * @param file path of the CV
 * @returns path of the lock
 * @throws MdcvError `bad-lock`, and what `writePublished` throws
 */
export function writeLock(file: string, build: LockedBuild): string {
  const path = lockPath(file);
  const others = readBuilds(path).filter((other) => !isOf(other, build));
  const key = ({ cv, template, variant, lang }: LockedBuild): string =>
    [cv, template, variant ?? '', lang ?? ''].join('\n');
  const builds = [...others, build].sort((one, other) => (key(one) < key(other) ? -1 : 1));
  writePublished(path, `${JSON.stringify({ version: 1, builds } satisfies LockFile, null, 2)}\n`);
  return path;
}

type Key = Pick<LockedBuild, 'cv' | 'template' | 'variant' | 'lang'>;

function isOf(build: Key, wanted: Key): boolean {
  return (['cv', 'template', 'variant', 'lang'] as const).every((name) => build[name] === wanted[name]);
}

function readBuilds(path: string): LockedBuild[] {
  const read = readNamedFile(path);
  if (!(read instanceof Uint8Array)) {
    if (read.kind === 'missing') return [];
    throw badLock(path, read.cause);
  }
  try {
    const lock = JSON.parse(read.toString('utf8')) as LockFile | null;
    if (lock?.version === 1 && Array.isArray(lock.builds) && lock.builds.every(isRecord)) return lock.builds;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw badLock(path);
}

/** Whether all is there that a comparison looks into. */
function isRecord(build: Partial<LockedBuild> | null): boolean {
  return (
    [build?.content, build?.templateFiles, build?.result].every((hash) => typeof hash === 'string') &&
    [build?.engine, build?.class, build?.fonts, build?.options, build?.texFiles].every(
      (part) => typeof part === 'object' && part !== null,
    ) &&
    Array.isArray(build?.fonts)
  );
}

function badLock(path: string, cause?: unknown): MdcvError {
  return new MdcvError('bad-lock', `Cannot read \`${displayPath(path)}\`, expected a lock that mdcv wrote`, {
    hint: 'Take the file away and lock anew with `mdcv build --lock`.',
    cause,
  });
}
