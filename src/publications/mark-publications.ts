import type { Root } from 'mdast';
import { toString as nodesToString } from 'mdast-util-to-string';
import { VFile } from 'vfile';
import type { FrontMatter } from '../content/front-matter/front-matter.ts';
import { isRefs, markPlaces } from './mark-places.ts';
import { createPublicationContext } from './publication-context.ts';
import type { Bibliography } from './read-bibliography.ts';
import { shortNames, toReference } from './reference.ts';
import { findCitedKeys, resolveCitations, resolveWholeCitations } from './resolve-citations.ts';
import { toPublication } from './to-publication.ts';

/** Finds in the tree where publications are asked for, and sets the citations in its text. */
export function markPublications(
  root: Root,
  bibliography: Bibliography,
  frontMatter: FrontMatter,
  vfile: VFile,
): void {
  const keys = bibliography.entries.map(({ key }) => key);
  const known = new Map(bibliography.entries.map((entry) => [entry.key, entry]));
  const silent = (frontMatter.nocite?.value ?? []).flatMap((text) => text.match(/[^\s,;@]+/g) ?? []);
  const hasRefs = root.children.some(isRefs);
  const cited = hasRefs ? findCitedKeys(root, (key) => known.has(key)) : [];
  markPlaces(root, [...new Set([...cited, ...silent])]);
  // What is wrong with an entry is told where it is listed.
  const context = createPublicationContext(undefined, frontMatter, new VFile({ path: vfile.path }));
  if (!hasRefs)
    resolveWholeCitations(root, (key, hidesAuthors) => {
      const entry = known.get(key);
      return (
        entry &&
        toReference(
          toPublication(entry, { ...context, authors: hidesAuthors ? 0 : undefined }),
          context.words,
        )
      );
    });
  resolveCitations(
    root,
    (key) => {
      const entry = known.get(key);
      if (!entry) return undefined;
      const { authors, year, status } = toPublication(entry, context);
      return { names: shortNames(authors, context.words), year: nodesToString((year ?? status)?.children) };
    },
    keys,
    vfile,
  );
}
