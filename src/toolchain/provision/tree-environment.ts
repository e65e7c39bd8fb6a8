import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { texEnvironment } from '../tex-environment.ts';
import type { TreeLayout } from './tree-config.ts';

/**
 * The environment in which programs of a tree find its files and libraries, and none of another TeX's.
 * @param own where to take the user's language, home and so on from
 */
export async function treeEnvironment(
  own: NodeJS.ProcessEnv,
  { components, joined }: TreeLayout,
): Promise<Record<string, string>> {
  const [base = ''] = components;
  const libraries = (await Promise.all(components.map(libraryFolders))).flat();
  const { FONTCONFIG_PATH, OSFONTDIR, ...env } = texEnvironment(own, false);
  return {
    ...env,
    PATH: [path.join(base, 'root/usr/bin'), env.PATH ?? '/usr/bin:/bin'].join(path.delimiter),
    TEXMFCNF: [joined, path.join(base, 'root/usr/share/texlive/texmf-dist/web2c')].join(path.delimiter),
    FONTCONFIG_FILE: path.join(joined, 'fonts.conf'),
    ...(libraries.length > 0 && { LD_LIBRARY_PATH: libraries.join(path.delimiter) }),
  };
}

/** Debian keeps libraries in a folder named after the machine, e.g. `usr/lib/x86_64-linux-gnu`. */
async function libraryFolders(component: string): Promise<string[]> {
  const found: string[] = [];
  for (const lib of ['root/usr/lib', 'root/lib']) {
    const folder = path.join(component, lib);
    // Most components have no libraries, and some do not exist.
    const names = await readdir(folder).catch(() => []);
    found.push(...names.filter((name) => name.includes('-linux-')).map((name) => path.join(folder, name)));
  }
  return found;
}
