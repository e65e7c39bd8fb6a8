import { relative, sep } from 'node:path';

/** A path as messages print it: from the working folder where it lies there, else as it is. */
export function displayPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short === '..' || short.startsWith(`..${sep}`) ? path : short;
}
