import { readNamedFile } from '../named-file.ts';

/** Whether two files have the same content. */
export function isSameFile(one: string, other: string): boolean {
  const [first, second] = [readNamedFile(one), readNamedFile(other)];
  return first instanceof Buffer && second instanceof Buffer && first.equals(second);
}
