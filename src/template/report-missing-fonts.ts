import type { VFile } from 'vfile';
import { addProblem } from '../problem.ts';
import type { Toolchain } from '../toolchain/toolchain.ts';
import type { Manifest } from './manifest.ts';

/** Says which of the files that the look wants are not there, and what the reader gets instead: no look changes in silence. */
export async function reportMissingFonts(
  manifest: Manifest,
  toolchain: Toolchain,
  vfile: VFile,
): Promise<void> {
  if (manifest.wants.length === 0) return;
  const found = await toolchain.locate(manifest.wants.map((wanted) => wanted.file));
  for (const wanted of manifest.wants) {
    if (found.has(wanted.file)) continue;
    addProblem(vfile, 'font-fallback', {
      reason: `This TeX has no \`${wanted.file}\`: ${wanted.otherwise}`,
      note: `Debian and Ubuntu have it in \`${wanted.package}\`.`,
    });
  }
}
