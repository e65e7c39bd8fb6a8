import { readFileSync } from 'node:fs';
import type { FrontMatter } from './content/front-matter/front-matter.ts';
import type { EncodedScript, ScriptFont, ScriptFonts } from './latex/encoded-scripts.ts';
import type { BuildOptions } from './options.ts';
import type { Template } from './template/load-template.ts';
import { neededFiles } from './template/needed-files.ts';
import type { ResolvedOptions } from './template/resolve-options.ts';
import { findLocalToolchain } from './toolchain/local-toolchain.ts';
import { rememberFiles } from './toolchain/remember-files.ts';
import type { Toolchain } from './toolchain/toolchain.ts';

interface Candidate extends ScriptFont {
  script: EncodedScript;
  /** What TeX needs for it, as kpathsea names it: LaTeX's description, metrics and outlines. */
  files: readonly string[];
  /** One of its fonts, as pdfTeX's map has to know it: without that TeX would look for bitmaps. */
  mapped: string;
}

const cyrillic = (family: string, mapped: string, files: readonly string[]): Candidate => ({
  script: 'cyrillic',
  encoding: 'T2A',
  family,
  mapped,
  files: ['t2aenc.def', ...files],
});
const greek = (family: string, mapped: string, files: readonly string[]): Candidate => ({
  script: 'greek',
  encoding: 'LGR',
  family,
  mapped,
  files: ['lgrenc.def', 'lgrenc.dfu', ...files],
});

/**
 * By the template's option `font`: fonts of the same design that were tried, letter by letter. Not among them are Latin Modern's Cyrillic kin
 * (cm-super), which comes without metrics, so that TeX would have METAFONT make some in the user's home; EB Garamond's Greek, whose `Δ` is
 * copied as `∆`; Helvetica's Cyrillic, which is drawn larger. Nobody has drawn either for Kurier, nor Greek for the others.
 */
const candidates: Readonly<Record<string, readonly Candidate[]>> = {
  'latin-modern': [greek('lmr', 'grmn1000', ['lgrlmr.fd', 'grmn1000.tfm', 'grmn1000.pfb'])],
  'latin-modern-sans': [greek('lmss', 'gsmn1000', ['lgrlmss.fd', 'gsmn1000.tfm', 'gsmn1000.pfb'])],
  palatino: [cyrillic('fpl', 'fplr6r', ['t2afpl.fd', 'fplr6a.tfm', 'fplr6w.pfb'])],
  times: [cyrillic('ftm', 'ftmr6r', ['t2aftm.fd', 'ftmr6a.tfm', 'ftmr6w.pfb'])],
  charter: [
    cyrillic('XCharter-TLF', 'XCharter-Roman-tlf-t2a', [
      'T2AXCharter-TLF.fd',
      'XCharter-Roman-tlf-t2a.tfm',
      'XCharter-Roman.pfb',
    ]),
  ],
  utopia: [
    cyrillic('erewhon-TLF', 'Erewhon-Regular-tlf-t2a', [
      'T2Aerewhon-TLF.fd',
      'Erewhon-Regular-tlf-t2a.tfm',
      'Erewhon-Regular.pfb',
    ]),
  ],
};

/**
 * The fonts at hand with which pdflatex sets Cyrillic and Greek beside a font of a template.
 * @param files what the document needs besides: a TeX without it will not set the document
 */
async function findScriptFonts(
  font: string | number | boolean | undefined,
  files: readonly string[],
  toolchain: Toolchain | undefined,
): Promise<ScriptFonts> {
  const fonts = new Map<EncodedScript, ScriptFont>();
  const wanted = candidates[String(font)] ?? [];
  if (!toolchain?.programs.has('pdflatex') || wanted.length === 0) return fonts;
  const map = 'pdftex.map';
  const found = await toolchain.locate([...files, map, ...wanted.flatMap((one) => one.files)]);
  const mapFile = found.get(map);
  if (!mapFile || !files.every((file) => found.has(file))) return fonts;
  const there = wanted.filter((one) => one.files.every((file) => found.has(file)));
  const lines = there.length === 0 ? '' : readFileSync(mapFile, 'latin1');
  for (const { script, encoding, family, mapped } of there)
    if (lines.includes(`\n${mapped} `)) fonts.set(script, { encoding, family });
  return fonts;
}

/** The same for a document of a template. */
export async function findScriptFontsOf(
  template: Template,
  { font }: ResolvedOptions,
  options: BuildOptions,
  frontMatter: FrontMatter,
): Promise<ScriptFonts> {
  return findScriptFonts(font, neededFiles(template, 'pdflatex'), await findTex(options, frontMatter));
}

/** The TeX of this machine, where a build may take it: neither mdcv's own nor that of a container has these fonts. */
async function findTex(
  { toolchain, isUntrusted, findLocalToolchain: findLocal }: BuildOptions,
  frontMatter: FrontMatter,
): Promise<Toolchain | undefined> {
  const wish = toolchain ?? frontMatter.toolchain?.value ?? 'auto';
  if (isUntrusted || (wish !== 'auto' && wish !== 'local')) return undefined;
  const local = await (findLocal ?? findLocalToolchain)();
  return local && rememberFiles(local, process.env);
}
