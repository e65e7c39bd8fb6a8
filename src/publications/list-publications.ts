import { VFile } from 'vfile';
import type { FrontMatter } from '../content/front-matter/front-matter.ts';
import type { PublicationPlace } from '../content/nodes.ts';
import type { Block, Cv } from '../model/cv.ts';
import type { Publication, PublicationList } from '../model/publication.ts';
import { nearestName } from '../nearest-name.ts';
import { addProblem } from '../problem.ts';
import { legendOf } from './author-legend.ts';
import type { BibEntry } from './bib-entry.ts';
import { type EntryFacts, toEntryFacts } from './entry-facts.ts';
import { explainEmpty } from './explain-empty.ts';
import { findVolumes } from './find-volumes.ts';
import { groupPublications } from './group-publications.ts';
import { checkPublications } from './lint-publications.ts';
import { parseRequest } from './parse-request.ts';
import { createPublicationContext } from './publication-context.ts';
import type { Bibliography } from './read-bibliography.ts';
import { selectEntries } from './select-entries.ts';
import { type PublicationContext, toPublication } from './to-publication.ts';

/** Makes a list of every place for publications that the recognition left in the CV. */
export function listPublications(
  cv: Cv,
  bibliography: Bibliography,
  frontMatter: FrontMatter,
  vfile: VFile,
): Cv {
  const context = createPublicationContext(cv, frontMatter, vfile);
  const volumes = findVolumes(bibliography.entries, context);
  const facts = bibliography.entries.map((entry, index) =>
    toEntryFacts(entry, index, context.venues, volumes.has(entry)),
  );
  const lists: PublicationList[] = [];
  const told = new Set<BibEntry>();
  const fill = (place: PublicationPlace): PublicationList => {
    const list = toList(place, facts, context, frontMatter, told);
    lists.push(list);
    return list;
  };
  const filled: Cv = {
    ...cv,
    introduction: fillBlocks(cv.introduction, fill),
    sections: cv.sections.map((section) => ({ ...section, blocks: fillBlocks(section.blocks, fill) })),
  };
  if (lists.length === 0 && bibliography.entries.length > 0) warnOfUnused(frontMatter, vfile);
  setLegend(lists);
  checkPublications(lists, bibliography.entries, cv, vfile);
  return filled;
}

function toList(
  place: PublicationPlace,
  facts: readonly EntryFacts[],
  context: PublicationContext,
  frontMatter: FrontMatter,
  told: Set<BibEntry>,
): PublicationList {
  const { position } = place;
  const attributes = place.data?.attributes;
  const request = parseRequest(attributes, position, frontMatter.publications, context.vfile);
  if (request.style === 'numbered' && request.number === 'none') request.number = 'forward';
  const keys = place.keys ?? request.keys;
  if (keys) warnOfUnknown(keys, facts, position, context.vfile);
  const selected = selectEntries(facts, { ...request, keys });
  // Keys that are not there have been told.
  const hasKnown = !keys || keys.some((key) => key === '*' || facts.some(({ entry }) => entry.key === key));
  if (selected.length === 0 && facts.length > 0 && hasKnown)
    addProblem(context.vfile, 'empty-publications', {
      reason: 'No publication is what this block asks for',
      note: explainEmpty(facts, request),
      place: position,
    });
  const own = (entry: BibEntry): PublicationContext => ({
    ...context,
    line: request.line,
    authors: place.hidesAuthors ? 0 : request.authors,
    // What is wrong with an entry is told once, however often it is printed.
    vfile: told.has(entry) ? new VFile({ path: context.vfile.path }) : context.vfile,
  });
  const publications = selected.map(({ entry }): Publication => toPublication(entry, own(entry)));
  for (const { entry } of selected) told.add(entry);
  return {
    type: 'publications',
    style: request.style,
    groups: groupPublications(publications, request, context.words),
    legend: [],
    attributes,
    position,
  };
}

function fillBlocks(blocks: readonly Block[], fill: (place: PublicationPlace) => PublicationList): Block[] {
  return blocks.map((block): Block => {
    if (block.type === 'prose' && block.node.type === 'publicationPlace') return fill(block.node);
    if (block.type === 'entry' || block.type === 'item')
      return { ...block, body: fillBlocks(block.body, fill) };
    if (block.type === 'subsection') return { ...block, blocks: fillBlocks(block.blocks, fill) };
    return block;
  });
}

/** The marks are explained once, where the first of them stands. */
function setLegend(lists: readonly PublicationList[]): void {
  const marks = legendOf(lists);
  const first = lists.find((list) => legendOf([list]).length > 0);
  if (first) first.legend = marks;
}

function warnOfUnknown(
  keys: readonly string[],
  facts: readonly EntryFacts[],
  place: PublicationPlace['position'],
  vfile: VFile,
): void {
  const known = facts.map(({ entry }) => entry.key);
  const have = new Set(known);
  for (const key of keys) {
    if (key === '*' || have.has(key)) continue;
    const nearest = nearestName(key, known);
    addProblem(vfile, 'unknown-citation', {
      reason: `Cannot find \`@${key}\`, no bibliography has this key`,
      note: nearest ? `Did you mean \`@${nearest}\`?` : 'Check the key in the .bib file.',
      place,
    });
  }
}

function warnOfUnused(frontMatter: FrontMatter, vfile: VFile): void {
  addProblem(vfile, 'unused-bibliography', {
    reason: 'The bibliography is read, but no publication is printed',
    note: 'Write `::: publications` and `:::` on lines of their own where they are to stand.',
    place: frontMatter.bibliography?.position,
  });
}
