/** The public form of a CV: what is private is taken out before the CV is recognised, so that nothing later has seen it. */
import type { Heading, Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import { VFile } from 'vfile';
import type { ParsedCv } from '../content/parse-cv.ts';
import { around } from '../content/phrasing-text.ts';
import { knownClassNames } from '../content/syntax/known-attributes.ts';
import type { ParsedMarkdown } from '../content/syntax/parse-markdown.ts';
import { walkTree } from '../content/syntax/walk-tree.ts';
import type { Block, Cv, Section } from '../model/cv.ts';
import type { Publication } from '../model/publication.ts';
import { nearestName } from '../nearest-name.ts';
import { addProblem } from '../problem.ts';
import { findPlaced } from './find-placed.ts';
import { contactTexts, dropPrivateFields, readPrivateFields, withoutPrivateTexts } from './private-fields.ts';
import type { PrivatePart, PrivateText } from './private-part.ts';
import { isWithin, removePrivateNodes } from './remove-private-nodes.ts';
import { textsOf, toText } from './texts-of.ts';

/** What makes a CV of a parsed file; its problems go to `vfile`. */
export type Recognise = (parsed: ParsedMarkdown, vfile: VFile) => Promise<ParsedCv>;

/**
 * The CV without its private fields and blocks, and what these said (`privateParts`). The whole CV is recognised first, of a copy and in silence:
 * only that tells which blocks belong to a private entry.
 */
export async function leaveOutPrivate(
  { root, frontMatter }: ParsedMarkdown,
  vfile: VFile,
  recognise: Recognise,
): Promise<ParsedCv & { privateParts: PrivatePart[] }> {
  const fields = readPrivateFields(frontMatter, vfile, true);
  warnOfMistyped(root, vfile);
  const silent = new VFile({ path: vfile.path, value: String(vfile) });
  const whole = await recognise(structuredClone({ root, frontMatter }), silent);
  const filled = filledHeadings(root);
  const title = root.children.find((node) => node.type === 'heading');
  const removed = removePrivateNodes(root, {
    ranges: blocksOf(whole.cv).filter(isPrivateBlock).flatMap(placesOf),
    ...(title && isName(title, whole.cv) && { title }),
  });
  dropEmptied(root, filled, whole.cv);
  const rest = await recognise({ root, frontMatter: withoutPrivateTexts(frontMatter, fields) }, vfile);
  const dropped = dropPrivateFields(rest.cv, fields);
  const cv = withoutEmptied(dropped.cv, rest.cv);
  const parts: PrivatePart[] = [
    ...removed.map((nodes) => ({ what: nameOf(nodes[0]), position: around(nodes), texts: textsOf(nodes) })),
    ...dropped.parts,
  ];
  assertGone(cv, parts, vfile);
  parts.push(
    ...textParts(frontMatter, fields),
    ...lostContacts(whole.cv, rest.cv),
    ...lostPublications(whole.cv, cv),
  );
  // Whoever hides all publications need not be told that none is printed.
  const isUnused = ({ ruleId }: { ruleId?: string | undefined }): boolean => ruleId === 'unused-bibliography';
  if (!silent.messages.some(isUnused)) vfile.messages = vfile.messages.filter((one) => !isUnused(one));
  return { ...rest, cv, privateParts: parts.filter(({ texts }) => texts.length > 0) };
}

/** A mark with a slip in it would make public what is not meant to be. */
function warnOfMistyped(root: ParsedMarkdown['root'], vfile: VFile): void {
  walkTree(root, (node) => {
    const names = node.data?.attributes?.classes ?? [];
    for (const name of [...names, ...(node.type === 'fencedDiv' && node.name ? [node.name] : [])]) {
      if (knownClassNames.has(name) || !nearestName(name, ['private'])) continue;
      addProblem(vfile, 'unknown-private-field', {
        reason: `Cannot tell whether \`${name}\` is meant to be private`,
        note: 'Did you mean `private`?',
        place: node,
        severity: 'error',
      });
      return;
    }
  });
}

function isName(title: Heading, { person }: Cv): boolean {
  return title.position !== undefined && isWithin(person.name?.given.position, title.position);
}

function blocksOf({ introduction, sections }: Cv): (Block | Section)[] {
  return [
    ...introduction.flatMap(withInner),
    ...sections.flatMap((one) => [one, ...one.blocks.flatMap(withInner)]),
  ];
}

function withInner(block: Block): Block[] {
  return [block, ...innerOf(block).flatMap(withInner)];
}

function innerOf(block: Block): Block[] {
  if (block.type === 'entry' || block.type === 'item') return block.body;
  return block.type === 'subsection' ? block.blocks : [];
}

function isPrivateBlock({ attributes }: Block | Section): boolean {
  return attributes?.classes.includes('private') ?? false;
}

/** The block's own place and those of all that it holds: a body may stand behind the head that it belongs to. */
function placesOf(block: Block | Section): Position[] {
  const inner = 'type' in block ? withInner(block).slice(1) : [];
  return [block, ...inner].flatMap(({ position }) => position ?? []);
}

function nameOf(node: Nodes | undefined): string {
  if (node?.type === 'heading') return 'section';
  return node?.type === 'fencedDiv' ? 'block' : 'text';
}

/** The headings below which there is anything. */
function filledHeadings({ children }: Root): Set<Heading> {
  return new Set(
    children.filter((node) => node.type === 'heading').filter((node) => !isEmpty(node, children)),
  );
}

function isEmpty(heading: Heading, nodes: readonly Nodes[]): boolean {
  const next = nodes[nodes.indexOf(heading) + 1];
  return !next || (next.type === 'heading' && next.depth <= heading.depth);
}

/**
 * Takes away the titles of sections that had only private content. They must not stay for an empty section "Publications" asks for a list; an
 * entry keeps its heading without its text.
 */
function dropEmptied(root: Root, filled: ReadonlySet<Heading>, whole: Cv): void {
  const titles = new Set(
    blocksOf(whole).flatMap((one) => ('title' in one && !isEntry(one) ? [keyOf(one.title.position)] : [])),
  );
  const isOver = (node: Nodes): boolean =>
    node.type === 'heading' &&
    filled.has(node) &&
    isEmpty(node, root.children) &&
    node.children.some(({ position }) => titles.has(keyOf(position)));
  // Without its last subsection a section is empty, too.
  while (root.children.some(isOver)) root.children = root.children.filter((node) => !isOver(node));
}

function isEntry(block: Block | Section): boolean {
  return 'type' in block && block.type === 'entry';
}

function keyOf(position: Position | undefined): string {
  return `${position?.start.line}:${position?.start.column}`;
}

/** The CV without sections that private fields left empty. */
function withoutEmptied(cv: Cv, rest: Cv): Cv {
  const wasFilled = (index: number): boolean => (rest.sections[index]?.blocks.length ?? 0) > 0;
  return {
    ...cv,
    sections: cv.sections.filter(({ blocks }, index) => blocks.length > 0 || !wasFilled(index)),
  };
}

/** Texts of the front matter that were gone before anything was recognised. */
function textParts(frontMatter: ParsedMarkdown['frontMatter'], fields: ReadonlySet<string>): PrivatePart[] {
  return (['title', 'summary', 'footer'] as const).flatMap((what) => {
    const value = fields.has(what) ? frontMatter[what] : undefined;
    return value ? [{ what, position: value.position, texts: value.value.split('\n').flatMap(toText) }] : [];
  });
}

/** Contacts of which private text was a part: their addresses are made from it. */
function lostContacts(whole: Cv, cv: Cv): PrivatePart[] {
  const left = new Set(cv.person.contacts.map(({ url }) => url));
  return whole.person.contacts
    .filter(({ url }) => !left.has(url))
    .map((contact) => ({
      what: contact.kind,
      position: contact.text.position,
      texts: contactTexts(contact),
    }));
}

/** Publications that were listed in private blocks only. */
function lostPublications(whole: Cv, cv: Cv): PrivatePart[] {
  const left = new Set(publicationsOf(cv).map(({ key }) => key));
  return publicationsOf(whole)
    .filter(({ key }) => !left.has(key))
    .map((one) => ({ what: 'publication', position: one.position, texts: publicationTexts(one) }));
}

function publicationsOf(cv: Cv): Publication[] {
  return blocksOf(cv).flatMap((block) =>
    'type' in block && block.type === 'publications'
      ? block.groups.flatMap(({ publications }) => publications)
      : [],
  );
}

function publicationTexts({ title, remark, badges, url, doi, arxiv }: Publication): PrivateText[] {
  const addresses = [url, doi && `doi.org/${doi}`, ...badges.map((badge) => badge.url)];
  return [
    ...textsOf(title.children),
    ...(remark ? textsOf(remark.children) : []),
    ...badges.flatMap((badge) => (badge.remark ? textsOf(badge.remark.children) : [])),
    ...addresses.flatMap((value): PrivateText[] => (value ? [{ kind: 'address', value }] : [])),
    ...(arxiv ? [{ kind: 'address' as const, value: `arxiv.org/abs/${arxiv}` }] : []),
  ];
}

/**
 * Holds the places of all that is left against the places of what was taken out. It cannot find anything unless a part of mdcv that comes before
 * is wrong; what was taken out of the tree and still came through would else count as said in public.
 */
function assertGone(cv: Cv, parts: readonly PrivatePart[], vfile: VFile): void {
  for (const { what, position } of parts) {
    const left = position && findPlaced(cv, position);
    if (left)
      addProblem(vfile, 'private-leak', {
        reason: `Cannot leave out this private ${what}, a part of it is still in the CV`,
        note: 'This is a defect of mdcv, please report it. Nothing was published.',
        place: left,
      });
  }
}
