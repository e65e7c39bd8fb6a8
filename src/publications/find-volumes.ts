import { VFile } from 'vfile';
import type { BibEntry } from './bib-entry.ts';
import { type PublicationContext, toPublication } from './to-publication.ts';

/**
 * The entries that stand in the file only because others refer to them by `crossref` or `xref`: proceedings, as DBLP exports them beside each
 * paper. Like BibTeX, a list that asks for no key leaves them out. Volumes that the owner wrote or edited are publications as any other.
 */
export function findVolumes(entries: readonly BibEntry[], context: PublicationContext): Set<BibEntry> {
  const referred = new Set(entries.flatMap(({ fields }) => ['crossref', 'xref'].flatMap(readKeys(fields))));
  // What is wrong with an entry is told where it is listed.
  const silent = { ...context, authors: undefined, vfile: new VFile({ path: context.vfile.path }) };
  const volumes = entries.filter(({ key }) => referred.has(key.toLowerCase()));
  return new Set(volumes.filter((entry) => !isOwners(entry, silent)));
}

/** Keys are found also in other letter case. */
function readKeys(fields: BibEntry['fields']): (name: string) => string[] {
  return (name) =>
    (fields.get(name)?.value ?? '')
      .toLowerCase()
      .split(',')
      .map((key) => key.trim())
      .filter((key) => key !== '');
}

function isOwners(entry: BibEntry, context: PublicationContext): boolean {
  const { authors, editors } = toPublication(entry, context);
  return [...authors.shown, ...(editors?.shown ?? [])].some(
    (author) => typeof author !== 'number' && author.owner,
  );
}
