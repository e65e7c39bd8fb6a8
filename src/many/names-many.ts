import { statSync } from 'node:fs';

/** What turns a name into a pattern, see https://github.com/micromatch/picomatch. */
export const patternCharacters: RegExp = /[*?[\]{}()!]/;

/** Whether an argument names many CVs: a folder, or a pattern that is not the name of a file. */
export function namesMany(name: string): boolean {
  const stats = statSync(name, { throwIfNoEntry: false });
  return stats ? stats.isDirectory() : patternCharacters.test(name);
}
