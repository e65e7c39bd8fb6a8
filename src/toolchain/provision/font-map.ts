import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The font map of one component, for pdfTeX and xdvipdfmx: the pieces that its packages ask updmap to enable
 * (`var/lib/tex-common/fontmap-cfg`), joined.
 * @param root the component's unpacked packages
 */
export async function readFontMap(root: string): Promise<string> {
  const wanted = new Set<string>();
  for (const file of await listFiles(path.join(root, 'var/lib/tex-common/fontmap-cfg'))) {
    for (const [, map] of (await readFile(file, 'utf8')).matchAll(/^\s*(?:Mixed)?Map\s+(\S+)/gm)) {
      if (map) wanted.add(map);
    }
  }
  const pieces: string[] = [];
  for (const tree of ['usr/share/texmf', 'usr/share/texlive/texmf-dist']) {
    for (const file of await listFiles(path.join(root, tree, 'fonts/map/dvips'))) {
      if (wanted.has(path.basename(file)) || path.basename(file) === standardFonts) {
        pieces.push(await readFile(file, 'utf8'));
      }
    }
  }
  return pieces.map((piece) => (piece.endsWith('\n') ? piece : `${piece}\n`)).join('');
}

/** Times, Helvetica and the other standard ones as their URW clones, embedded; updmap adds them by itself. */
const standardFonts = 'ps2pk35.map';

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    // A component without fonts has no such folder.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
