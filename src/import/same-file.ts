import { existsSync, readFileSync } from 'node:fs';

/** Whether two files have the same content. */
export function isSameFile(one: string, other: string): boolean {
  return existsSync(one) && existsSync(other) && readFileSync(one).equals(readFileSync(other));
}
