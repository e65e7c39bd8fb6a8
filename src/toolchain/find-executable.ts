import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** Absolute path of the first program of that name on the `PATH` given, without starting any process. */
export function findExecutable(name: string, searchPath: string | undefined): string | undefined {
  const folders = (searchPath ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    // Absent or not allowed: in both cases this is not the program to run.
    return false;
  }
}
