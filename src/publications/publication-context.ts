import type { VFile } from 'vfile';
import type { FrontMatter } from '../content/front-matter/front-matter.ts';
import type { Cv } from '../model/cv.ts';
import { createOwnerFinder } from './match-owner.ts';
import { publicationWords } from './publication-words.ts';
import type { PublicationContext } from './to-publication.ts';
import { readVenues } from './venue-name.ts';

/** @param cv where the CV is known already, and with it whose it is */
export function createPublicationContext(
  cv: Cv | undefined,
  frontMatter: FrontMatter,
  vfile: VFile,
): PublicationContext {
  const { name, firstname, lastname, aliases } = frontMatter;
  const written = [name?.value ?? [firstname?.value, lastname?.value].filter(Boolean).join(' ')].filter(
    Boolean,
  );
  const lang = cv?.lang ?? frontMatter.lang?.value ?? 'en';
  return {
    vfile,
    lang,
    words: publicationWords(lang),
    venues: readVenues(frontMatter.venues),
    markOwner: createOwnerFinder(cv?.person.name, [...(cv ? [] : written), ...(aliases?.value ?? [])]),
    line: [],
  };
}
