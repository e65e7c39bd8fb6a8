/** What tells whether files are as they were. */
import { statSync } from 'node:fs';

/** @param paths absolute */
export function lookAt(paths: readonly string[]): Map<string, string> {
  return new Map(paths.map((path) => [path, look(path)]));
}

/** Whether the files are as they were. */
export function sameLooks(looks: ReadonlyMap<string, string>): boolean {
  for (const [path, before] of looks) if (look(path) !== before) return false;
  return true;
}

/** What tells one state of a file from another. */
function look(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : 'missing';
}
