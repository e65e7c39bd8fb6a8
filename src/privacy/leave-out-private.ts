/** The public form of a CV: what is private is taken out before the CV is recognised, so that nothing later has seen it. */
import type { Nodes } from 'mdast';
import type { VFile } from 'vfile';
import type { ParsedCv } from '../content/parse-cv.ts';
import { around } from '../content/phrasing-text.ts';
import { isNearlyPrivate } from '../content/syntax/known-attributes.ts';
import { parseAttributes } from '../content/syntax/parse-attributes.ts';
import type { ParsedMarkdown } from '../content/syntax/parse-markdown.ts';
import { walkTree } from '../content/syntax/walk-tree.ts';
import type { Cv } from '../model/cv.ts';
import type { Publication } from '../model/publication.ts';
import { addProblem } from '../problem.ts';
import { blocksOf, leaveOut, type Recognise } from '../selection/leave-out.ts';
import { type IsLeftOut, tagsOf } from '../selection/selection.ts';
import { findPlaced } from './find-placed.ts';
import { contactTexts, dropPrivateFields, readPrivateFields, withoutPrivateTexts } from './private-fields.ts';
import type { PrivatePart, PrivateText } from './private-part.ts';
import { textsOf, toText } from './texts-of.ts';

const className = 'private';
const isMarked: IsLeftOut = (attributes, name) =>
  name === className || (attributes?.classes.includes(className) ?? false);

/** The CV without its private fields and blocks, and what these said (`privateParts`). */
export async function leaveOutPrivate(
  parsed: ParsedMarkdown,
  vfile: VFile,
  recognise: Recognise,
): Promise<ParsedCv & { privateParts: PrivatePart[] }> {
  const { root, frontMatter } = parsed;
  const fields = readPrivateFields(frontMatter, vfile, true);
  warnOfMistyped(parsed, vfile);
  const { whole, removed, forgetUnused } = await leaveOut(parsed, vfile, recognise, isMarked);
  const ofTexts: PrivatePart[] = [];
  const rest = await recognise({ root, frontMatter: withoutPrivateTexts(frontMatter, fields) }, vfile, {
    isLeftOut: isMarked,
    onRemoved: (nodes, position) =>
      void ofTexts.push({ what: 'text', position, texts: textsOf(nodes.flat()) }),
  });
  const dropped = dropPrivateFields(rest.cv, fields);
  const cv = withoutEmptied(dropped.cv, rest.cv);
  const parts: PrivatePart[] = [
    ...removed.map((nodes) => ({ what: nameOf(nodes[0]), position: around(nodes), texts: textsOf(nodes) })),
    ...dropped.parts,
  ];
  assertGone(cv, parts, vfile);
  refuseMisplaced(frontMatter, vfile);
  parts.push(
    ...ofTexts,
    ...textParts(frontMatter, fields),
    ...lostContacts(whole.cv, rest.cv),
    ...lostPublications(whole.cv, cv),
  );
  forgetUnused(vfile);
  return { ...rest, cv, privateParts: parts.filter(({ texts }) => texts.length > 0) };
}

/** A mark with a slip in it would make public what is not meant to be. */
function warnOfMistyped({ root, frontMatter }: ParsedMarkdown, vfile: VFile): void {
  const tags = tagsOf(frontMatter);
  walkTree(root, (node) => {
    const names = node.data?.attributes?.classes ?? [];
    for (const name of [...names, ...(node.type === 'fencedDiv' && node.name ? [node.name] : [])]) {
      if (!isNearlyPrivate(name, tags)) continue;
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

/** So would a mark that marks nothing. */
function refuseMisplaced(frontMatter: ParsedMarkdown['frontMatter'], vfile: VFile): void {
  const tags = tagsOf(frontMatter);
  for (const message of vfile.messages) {
    if (message.ruleId !== 'misplaced-attribute') continue;
    const { classes = [] } = parseAttributes(message.actual ?? '', 0)?.attributes ?? {};
    if (classes.some((name) => name === className || isNearlyPrivate(name, tags))) message.fatal = true;
  }
}

function nameOf(node: Nodes | undefined): string {
  if (node?.type === 'heading') return 'section';
  return node?.type === 'fencedDiv' ? 'block' : 'text';
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
        reason: `Cannot leave out this private ${what}, a part of it is still in the text`,
        note: 'This is a defect of mdcv, please report it. Nothing was published.',
        place: left,
      });
  }
}
