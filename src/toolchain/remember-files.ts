import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import { writePublished } from '../publish-file.ts';
import { texEnvironment } from './tex-environment.ts';
import type { Toolchain } from './toolchain.ts';

/** What the cache holds: where files of one toolchain are, by name. */
interface KnownFiles {
  /** Of the toolchain and all that its search depends on. */
  key: string;
  files: Record<string, string>;
}

/**
 * A toolchain that remembers, from one build to the next, where files were found, since asking kpathsea takes as long as all else before
 * TeX runs. What was not found is asked for anew, and so is everything as soon as a remembered file is gone.
 * @param env the environment that the toolchain was made of
 */
export function rememberFiles(toolchain: Toolchain, env: NodeJS.ProcessEnv): Toolchain {
  const cache = path.join(cacheFolder(env), 'files.json');
  const key = JSON.stringify([toolchain.kind, toolchain.description, texEnvironment(env, true)]);
  return {
    ...toolchain,
    async locate(names) {
      const known = readKnown(cache, key);
      const remembered = names.flatMap((name) => {
        const file = known[name];
        return file && existsSync(file) ? [[name, file] as const] : [];
      });
      if (remembered.length === names.length) return new Map(remembered);
      const found = await toolchain.locate(names);
      writeKnown(cache, { key, files: { ...known, ...Object.fromEntries(found) } });
      return found;
    },
  };
}

function readKnown(cache: string, key: string): Record<string, string> {
  try {
    const known: Partial<KnownFiles> = JSON.parse(readFileSync(cache, 'utf8'));
    return known.key === key ? (known.files ?? {}) : {};
  } catch {
    // Not there yet, or not ours any more: kpathsea will be asked.
    return {};
  }
}

function writeKnown(cache: string, known: KnownFiles): void {
  try {
    writePublished(cache, JSON.stringify(known));
  } catch {
    // A cache folder that cannot be written to costs time, and nothing else.
  }
}
