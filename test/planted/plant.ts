import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import type { Plugin } from 'vite';
import type { Fault } from './faults.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Plants a fault into the module when it is loaded; nothing on the disk changes.
 * @param onPlanted called when the module was loaded
 * @throws Error where the file does not hold the text of the fault exactly once, or is no program with it, which any test would find: the fault has
 * to be written anew
 */
export function plant({ name, file, find, replace }: Fault, onPlanted: () => void): Plugin {
  const path = join(root, file);
  const source = readFileSync(path, 'utf8');
  const count = source.split(find).length - 1;
  if (count !== 1) throw new Error(`Cannot plant "${name}", ${file} holds its text ${count} times`);
  transformSync(withFault(source), { loader: 'ts', sourcefile: `${file}, with "${name}"` });
  return {
    name: 'planted-fault',
    enforce: 'pre',
    transform(code, id) {
      if (id.split('?')[0] !== path) return undefined;
      onPlanted();
      return withFault(code);
    },
  };

  function withFault(code: string): string {
    // A function, for `$&` in the text is no pattern.
    return code.replace(find, () => replace);
  }
}
