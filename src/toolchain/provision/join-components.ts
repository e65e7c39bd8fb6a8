import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { fontsConfig, luaotfloadBlacklist, type TreeLayout, texmfConfig } from './tree-config.ts';

/** Where a component keeps its own part of the font map. */
export const componentMap = 'pdftex.map';

/** Writes what is made from all components of a tree together, each file in one go. */
export async function joinComponents(layout: TreeLayout): Promise<void> {
  await mkdir(layout.caches, { recursive: true });
  for (const [name, content] of Object.entries(await toJoined(layout)))
    await write(path.join(layout.joined, name), content);
}

/**
 * Mends what is made from all components.
 * @returns the files that were not as they should be, paths within the tree
 */
export async function restoreJoined(layout: TreeLayout): Promise<string[]> {
  const damaged: string[] = [];
  for (const [name, content] of Object.entries(await toJoined(layout))) {
    const file = path.join(layout.joined, name);
    if ((await readIfThere(file)) === content) continue;
    await write(file, content);
    damaged.push(path.join(path.basename(layout.joined), name));
  }
  return damaged;
}

/** Content by path within the folder of what is joined. */
async function toJoined(layout: TreeLayout): Promise<Record<string, string>> {
  const maps = await Promise.all(layout.components.map((folder) => readMap(folder)));
  return {
    'texmf.cnf': texmfConfig(layout),
    'fonts.conf': fontsConfig(layout),
    'fonts/map/pdftex/updmap/pdftex.map': joinMaps(maps),
    // xdvipdfmx asks for these; CJK fonts are used as OpenType, which needs no map.
    'fonts/map/dvipdfmx/updmap/kanjix.map': '% no fonts\n',
    'tex/luatex/mdcv/luaotfload-blacklist.cnf': luaotfloadBlacklist(layout, homedir()),
    // Only where a document says nothing of its paper. A length, because names are looked up in files of the system.
    'dvipdfmx/dvipdfmx-paper.cfg': 'p 210mm,297mm\n',
  };
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
}

async function readMap(component: string): Promise<string> {
  return (await readIfThere(path.join(component, componentMap))) ?? '';
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Font maps as one; of several entries for a font the first counts, as with updmap: pdfTeX complains of the others. */
export function joinMaps(maps: readonly string[]): string {
  const fonts = new Set<string>();
  const lines = maps
    .join('')
    .split('\n')
    .filter((line) => {
      const [font = ''] = line.trim().split(/\s+/);
      if (font === '' || font.startsWith('%') || fonts.has(font)) return false;
      fonts.add(font);
      return true;
    });
  return lines.map((line) => `${line}\n`).join('');
}
