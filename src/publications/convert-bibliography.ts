import type { VFile } from 'vfile';
import type { FrontMatter } from '../content/front-matter/front-matter.ts';
import { toEntryFacts } from './entry-facts.ts';
import { findVolumes } from './find-volumes.ts';
import { groupPublications } from './group-publications.ts';
import { createOwnerFinder } from './match-owner.ts';
import { parseRequest } from './parse-request.ts';
import { publicationWords } from './publication-words.ts';
import { readBibliography } from './read-bibliography.ts';
import { selectEntries } from './select-entries.ts';
import { publicationsToMarkdown } from './to-markdown.ts';
import { toPublication } from './to-publication.ts';

export interface BibliographyConversion {
  /** The names of the one who is set off; nobody is where there are none. */
  names: readonly string[];
  /** BCP 47, English by default. */
  lang?: string | undefined;
  /** Filters, order, groups and numbers, as attributes of a publications block. */
  request: Readonly<Record<string, string | undefined>>;
  /** Takes the messages; the .bib files lie in the folder of its path or below. */
  vfile: VFile;
}

/**
 * The publications of .bib files as Markdown, for those who keep their list in the CV itself.
 * @param files paths, in or below the folder of `vfile`
 */
export async function convertBibliography(
  files: string[],
  { names, lang = 'en', request: asked, vfile }: BibliographyConversion,
): Promise<{ markdown: string; sources: VFile[] }> {
  const named: FrontMatter['bibliography'] = { value: files };
  const { entries, sources } = await readBibliography(named, vfile);
  const values = Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const request = parseRequest({ classes: [], values }, undefined, undefined, vfile);
  const words = publicationWords(lang);
  const context = {
    vfile,
    lang,
    words,
    venues: [],
    markOwner: createOwnerFinder(undefined, names),
    authors: request.authors,
    line: [],
  };
  const volumes = findVolumes(entries, context);
  const facts = entries.map((entry, index) => toEntryFacts(entry, index, [], volumes.has(entry)));
  const publications = selectEntries(facts, request).map(({ entry }) => toPublication(entry, context));
  const groups = groupPublications(publications, request, words);
  return { markdown: publicationsToMarkdown(groups, words), sources };
}
