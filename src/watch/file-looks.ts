import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';

/**
 * What tells one state of each file from another; the same for every file that is not there. At once: a promise a file would take ten times
 * as long.
 */
export function lookAt(paths: readonly string[]): Map<string, string> {
  return new Map(paths.map((path) => [path, look(path)]));
}

/** The same for one file. */
export function look(path: string): string {
  try {
    const { mtimeNs, size, ino } = statSync(path, { bigint: true });
    return `${mtimeNs} ${size} ${ino}`;
  } catch {
    // Gone, or in a folder that may not be looked into.
    return 'missing';
  }
}

/** Those of the files that look different now. */
export function findChanged(before: ReadonlyMap<string, string>): string[] {
  return Array.from(lookAt([...before.keys()])).flatMap(([path, now]) =>
    now === before.get(path) ? [] : [path],
  );
}

/** Those of the files that were written after a time (milliseconds since the epoch). */
export async function savedSince(time: number, paths: readonly string[]): Promise<string[]> {
  const saved = await Promise.all(
    paths.map(async (path) => {
      // A file that vanished meanwhile has changed, too.
      const changedAt = await stat(path).then(
        (stats) => stats.mtimeMs,
        () => Number.POSITIVE_INFINITY,
      );
      return changedAt > time ? [path] : [];
    }),
  );
  return saved.flat();
}
