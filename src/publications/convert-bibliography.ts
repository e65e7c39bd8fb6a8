import { VFile } from 'vfile';
import { toEntryFacts } from './entry-facts.ts';
import { findVolumes } from './find-volumes.ts';
import { groupPublications } from './group-publications.ts';
import { createOwnerFinder } from './match-owner.ts';
import { parseRequest } from './parse-request.ts';
import { publicationWords } from './publication-words.ts';
import { readGivenBibliography } from './read-bibliography.ts';
import { selectEntries } from './select-entries.ts';
import { publicationsToMarkdown } from './to-markdown.ts';
import { toPublication } from './to-publication.ts';

export interface BibliographyConversion {
  /** The names of the one who is set off; nobody is where there are none. */
  names: readonly string[];
  /** BCP 47, English by default. */
  lang?: string | undefined;
  /** Filters, order, groups and numbers, as attributes of a publications block; what is wrong with one is told as of `--name`. */
  request: Readonly<Record<string, string | undefined>>;
  /** Takes the messages. */
  vfile: VFile;
}

/**
 * The publications of .bib files as Markdown, for those who keep their list in the CV itself.
 * @param files paths, as the user gave them: messages say them
 */
export async function convertBibliography(
  files: string[],
  { names, lang = 'en', request: asked, vfile }: BibliographyConversion,
): Promise<{ markdown: string; sources: VFile[] }> {
  const { entries, sources } = await readGivenBibliography(files, vfile);
  const values = Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  // What is wrong is told of each option by its own name, so nothing is told of them all.
  const request = parseRequest({ classes: [], values }, undefined, undefined, new VFile());
  vfile.messages.push(...Object.entries(values).flatMap(checkSetting));
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

/** What is wrong with one that is asked for. */
function checkSetting([name, value]: [string, string]): VFile['messages'] {
  const option = new VFile({ path: `--${name}` });
  parseRequest({ classes: [], values: { [name]: value } }, undefined, undefined, option);
  return option.messages;
}
