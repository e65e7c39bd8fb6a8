import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import { writePublished } from '../publish-file.ts';
import { texEnvironment } from './tex-environment.ts';
import type { Toolchain } from './toolchain.ts';

/** Where files of one toolchain are, by name. The cache holds several, the one of the last build first. */
interface KnownFiles {
  /** Of the toolchain and all that its search depends on. */
  key: string;
  files: Record<string, string>;
}

/** Of which a user has few: `npm run` has a search path of its own, a container another TeX. */
const mostToolchains = 8;

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
      const all = readKnown(cache);
      const known = all.find((one) => one.key === key)?.files ?? {};
      const remembered = names.flatMap((name) => {
        const file = known[name];
        return file && existsSync(file) ? [[name, file] as const] : [];
      });
      if (remembered.length === names.length) return new Map(remembered);
      const found = await toolchain.locate(names);
      const next = { key, files: { ...known, ...Object.fromEntries(found) } };
      writeKnown(cache, [next, ...all.filter((one) => one.key !== key)].slice(0, mostToolchains));
      return found;
    },
  };
}

function readKnown(cache: string): readonly KnownFiles[] {
  try {
    const known: Partial<KnownFiles>[] = JSON.parse(readFileSync(cache, 'utf8'));
    return known.map(({ key, files }) => ({ key: key ?? '', files: files ?? {} }));
  } catch {
    // Not there yet, or not ours any more: kpathsea will be asked.
    return [];
  }
}

function writeKnown(cache: string, known: readonly KnownFiles[]): void {
  try {
    writePublished(cache, JSON.stringify(known));
  } catch {
    // A cache folder that cannot be written to costs time, and nothing else.
  }
}
