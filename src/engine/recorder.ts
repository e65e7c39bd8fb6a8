import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve, sep } from 'node:path';
import type { EngineRequest } from './engine.ts';

/**
 * The files that the last pass read, from the `.fls` that `-recorder` made; none when TeX did not get so far. Of a TeX that is elsewhere only
 * those in the run's folder: a path of its own may be another file here.
 */
export function readRecorder({
  folder,
  jobName,
  toolchain,
}: Pick<EngineRequest, 'folder' | 'jobName' | 'toolchain'>): string[] {
  let text: string;
  try {
    text = readFileSync(join(folder, `${jobName}.fls`), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const inputs = parseRecorder(text, folder);
  return toolchain.elsewhere ? inputs.filter((path) => path.startsWith(folder + sep)) : inputs;
}

/**
 * The INPUT lines of an `.fls` as absolute paths, each once, without what the same run wrote.
 * @param folder that TeX ran in; a container may name it otherwise (`PWD`)
 */
export function parseRecorder(text: string, folder: string): string[] {
  const inputs = new Set<string>();
  const outputs = new Set<string>();
  let workingFolder = folder;
  // TeX names a file each time that it opens it.
  for (const line of new Set(text.split('\n'))) {
    const space = line.indexOf(' ');
    const path = line.slice(space + 1);
    if (line.startsWith('PWD ')) workingFolder = path;
    if (line.startsWith('INPUT ')) inputs.add(toAbsolute(path, folder, workingFolder));
    if (line.startsWith('OUTPUT ')) outputs.add(toAbsolute(path, folder, workingFolder));
  }
  return [...inputs].filter((path) => !outputs.has(path));
}

function toAbsolute(path: string, folder: string, workingFolder: string): string {
  if (!isAbsolute(path)) return resolve(folder, path);
  const own = path.startsWith(`${workingFolder}/`) ? path.slice(workingFolder.length + 1) : undefined;
  return own === undefined ? resolve(path) : resolve(folder, own);
}
