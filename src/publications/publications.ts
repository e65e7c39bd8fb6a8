/** The publications of a CV: the room's façade. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { FrontMatter } from '../content/front-matter/front-matter.ts';
import type { Cv } from '../model/cv.ts';
import type { SourceLimits } from '../untrusted/untrusted-limits.ts';
import { listPublications } from './list-publications.ts';
import { markPublications } from './mark-publications.ts';
import { readBibliography } from './read-bibliography.ts';

/** The bibliography of a CV, and its two steps around the recognition of the CV. */
export interface Publications {
  /** Finds in the tree where publications are asked for, and sets the citations in its text. */
  mark: (root: Root) => void;
  /** The CV with a list in every place for publications. */
  list: (cv: Cv) => Cv;
  /** The .bib files with their text. */
  sources: VFile[];
  /** Absolute paths of the .bib files. */
  inputs: string[];
}

/** Reads the .bib files that the front matter names. What is wrong with them becomes messages of `vfile`. */
export async function readPublications(
  frontMatter: FrontMatter,
  vfile: VFile,
  limits?: SourceLimits | undefined,
): Promise<Publications> {
  const bibliography = await readBibliography(frontMatter.bibliography, vfile, limits);
  return {
    mark: (root) => markPublications(root, bibliography, frontMatter, vfile),
    list: (cv) => listPublications(cv, bibliography, frontMatter, vfile),
    sources: bibliography.sources,
    inputs: bibliography.inputs,
  };
}
