import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes kpathsea's file name database at the top of a tree: each folder followed by the names in it. Format: Kpathsea
 * manual, "Filename database generation".
 */
export async function writeLsR(tree: string): Promise<void> {
  const entries = await readdir(tree, { recursive: true, withFileTypes: true });
  const folders = new Map<string, string[]>();
  for (const { parentPath, name } of entries) {
    const folder = path.relative(tree, parentPath);
    const names = folders.get(folder);
    if (names) names.push(name);
    else folders.set(folder, [name]);
  }
  const parts = ['% ls-R -- filename database for kpathsea; do not change this line.\n'];
  for (const folder of [...folders.keys()].sort()) {
    parts.push(`./${folder}:\n${folders.get(folder)?.sort().join('\n')}\n\n`);
  }
  await writeFile(path.join(tree, 'ls-R'), parts.join(''));
}
