import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { fontsConfig, luaotfloadBlacklist, type TreeLayout, texmfConfig } from './tree-config.ts';

/** Where a component keeps its own part of the font map. */
export const componentMap = 'pdftex.map';

/** Writes what is made from all components of a tree together, each file in one go. */
export async function joinComponents(layout: TreeLayout): Promise<void> {
  const maps = await Promise.all(layout.components.map(readMap));
  const files: Record<string, string> = {
    'texmf.cnf': texmfConfig(layout),
    'fonts.conf': fontsConfig(layout),
    'fonts/map/pdftex/updmap/pdftex.map': joinMaps(maps),
    // xdvipdfmx asks for these; CJK fonts are used as OpenType, which needs no map.
    'fonts/map/dvipdfmx/updmap/kanjix.map': '% no fonts\n',
    'tex/luatex/mdcv/luaotfload-blacklist.cnf': luaotfloadBlacklist(layout, homedir()),
    // Only where a document says nothing of its paper. A length, because names are looked up in files of the system.
    'dvipdfmx/dvipdfmx-paper.cfg': 'p 210mm,297mm\n',
  };
  await mkdir(layout.caches, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(layout.joined, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(`${file}.new`, content);
    await rename(`${file}.new`, file);
  }
}

async function readMap(component: string): Promise<string> {
  return readFile(path.join(component, componentMap), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '';
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
