import path from 'node:path';

/** Absolute paths of what a tree is made of. */
export interface TreeLayout {
  /** Folders of the components, the base first; one that does not exist yet does no harm. */
  components: readonly string[];
  /** The folder with texmf.cnf, fonts.conf and what is made from all components together: the font maps. */
  joined: string;
  /** The folder that TeX may keep its caches in. */
  caches: string;
}

/**
 * The texmf.cnf that stands before the distribution's own one and confines TeX to the tree. LuaTeX 1.17 and later reads with
 * `openin_any=p` nothing of its own but what is below TEXMFVAR or TEXMFSYSVAR, so that is the whole tree.
 */
export function texmfConfig({ components, joined, caches }: TreeLayout): string {
  const trees = components.flatMap((folder) => [
    `!!${folder}/root/usr/share/texmf`,
    `!!${folder}/root/usr/share/texlive/texmf-dist`,
  ]);
  const [base = ''] = components;
  return `TEXMFROOT = ${base}/root/usr/share/texlive
TEXMFDIST = ${base}/root/usr/share/texlive/texmf-dist
TEXMFDEBIAN = ${base}/root/usr/share/texmf
TEXMFLOCAL = ${joined}
TEXMFHOME = ${caches}
TEXMFVAR = ${caches}
TEXMFSYSVAR = ${path.dirname(caches)}
TEXMFCONFIG = ${caches}
TEXMFSYSCONFIG = ${caches}
TEXMFCACHE = ${caches}
TEXMF = {${[joined, ...trees].join(',')}}
TEXMFDBS = {${trees.join(',')}}
TEXFORMATS = .;${components.map((folder) => `${folder}/formats`).join(';')}
VARTEXFONTS = ${caches}/fonts
OSFONTDIR = {${components.map((folder) => `${folder}/root/usr/share/fonts`).join(',')}}
MKTEXPK = 0
MKTEXTFM = 0
MKTEXTEX = 0
MKTEXMF = 0
MKTEXFMT = 0
shell_escape = f
`;
}

/** The fontconfig configuration with which XeTeX finds the tree's fonts by name, and no others. */
export function fontsConfig({ components, caches }: TreeLayout): string {
  const folders = components.flatMap((folder) =>
    [
      'usr/share/fonts',
      'usr/share/texmf/fonts/opentype',
      'usr/share/texlive/texmf-dist/fonts/opentype',
      'usr/share/texlive/texmf-dist/fonts/truetype',
    ].map((name) => path.join(folder, 'root', name)),
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${escapeXml(folder)}</dir>`).join('\n')}
  <cachedir>${escapeXml(path.join(caches, 'fontconfig'))}</cachedir>
</fontconfig>
`;
}

/**
 * luaotfload looks for the system's fonts whatever TeX's configuration says, which takes long where there are many and may
 * prefer them to the tree's; this list, of beginnings of paths, keeps it from them.
 * @param home the user's home folder
 */
export function luaotfloadBlacklist({ joined }: TreeLayout, home: string): string {
  const systemFonts = ['/usr/share', '/usr/local/share', `${home}/.fonts`, `${home}/.local/share/fonts`];
  const lines = systemFonts.filter((folder) => !joined.startsWith(folder));
  return `${lines.join('\n')}\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
