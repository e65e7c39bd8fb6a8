import type { VFile } from 'vfile';
import type { Placed } from '../content/front-matter/front-matter.ts';
import type { SourceLimits } from '../untrusted/untrusted-limits.ts';
import type { BibEntry } from './bib-entry.ts';

export interface Bibliography {
  /** Publications in the order of the files, their keys unique. */
  entries: BibEntry[];
  /** The .bib files: their path as messages print it, their text. */
  sources: VFile[];
  /** Absolute paths of the .bib files, and of those that are missing: they may come. */
  inputs: string[];
}

/**
 * Reads the .bib files that a front matter names, relative to the CV. They must lie in the CV's folder or below (invariant 9).
 * Whatever is wrong becomes a message of the CV, at its front matter or in the .bib file; nothing is thrown.
 */
export async function readBibliography(
  files: Placed<string[]> | undefined,
  vfile: VFile,
  limits?: SourceLimits | undefined,
): Promise<Bibliography> {
  if (!files) return { entries: [], sources: [], inputs: [] };
  const [{ readBibFiles }, { parseBibFiles }] = await Promise.all([
    import('./read-bib-files.ts'),
    import('./parse-bib-files.ts'),
  ]);
  const { sources, inputs } = await readBibFiles(files, vfile, limits?.bibBytes);
  return { entries: parseBibFiles(sources, vfile), sources, inputs };
}

/**
 * Reads .bib files that a person names, wherever they lie. Messages say the name that was given, or the place in the .bib file.
 * @param vfile takes them
 */
export async function readGivenBibliography(
  names: readonly string[],
  vfile: VFile,
): Promise<Omit<Bibliography, 'inputs'>> {
  const [{ readGivenBibFiles }, { parseBibFiles }] = await Promise.all([
    import('./read-bib-files.ts'),
    import('./parse-bib-files.ts'),
  ]);
  const sources = await readGivenBibFiles(names, vfile);
  return { entries: parseBibFiles(sources, vfile), sources };
}
