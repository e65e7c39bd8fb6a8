import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Absolute path of mdcv's own folder, which holds `package.json`, `templates/` and `content/`. Found by walking up, because this
 * module runs from `src/` in tests and from a bundle in `dist/` at work.
 */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('Cannot find the package.json of mdcv');
  return findRoot(parent);
}
