/** The document as a title, what stands before the first section, and the sections. */
import type { Heading, RootContent } from 'mdast';
import { toOpenText, toPhrasingText } from '../phrasing-text.ts';
import { readContactBlock } from './contact-block.ts';
import { demoteContactHeadings } from './contact-headings.ts';
import { isDocumentWord } from './document-words.ts';
import { findDates } from './find-date.ts';
import { looksLikeName } from './looks-like-name.ts';
import { takeMetaLines } from './meta-lines.ts';
import { isGreeting } from './name.ts';
import { hasText, toPhrase, withoutIcons } from './phrase.ts';
import { isRole, isSurelyRole } from './role-words.ts';
import { hasTitleWord, isSectionTitle } from './section-words.ts';

export interface Outline {
  /** The first heading above all sections: a name, or a role where the name is in the front matter. */
  title?: Heading | undefined;
  /** A heading directly below the title that opens no section: a role. */
  subtitle?: Heading | undefined;
  head: RootContent[];
  /** `isEarly` where the heading is deeper than those of other sections: then the head's contacts may be in it. */
  sections: { heading: Heading; content: RootContent[]; isEarly?: boolean }[];
}

/** @param named whether the front matter names the person, so that a first heading among several of its level is a section */
export function toOutline(nodes: readonly RootContent[], named: boolean): Outline {
  const dropped = documentHeadings(nodes);
  // A heading without a word or picture heads nothing.
  const kept = demoteContactHeadings(
    nodes.filter((node) => !dropped.has(node) && !(node.type === 'heading' && !toPhrase(node.children))),
  );
  const first = findTitle(kept, named);
  const below = first && kept[kept.indexOf(first) + 1];
  // A role stands above the name where the role is what is offered.
  const isSwapped = first && !named && below?.type === 'heading' && isRoleAbove(first, below);
  const title = isSwapped ? below : first;
  const headings = kept
    .filter((node) => node.type === 'heading')
    .filter((node) => node !== title && node !== first);
  const subtitle = isSwapped ? first : title && findSubtitle(headings, kept, title);
  const level = sectionLevel(
    headings.filter((heading) => heading !== subtitle),
    kept,
  );
  const outline: Outline = { title, subtitle, head: [], sections: [] };
  const early = earlySections(
    kept.filter((node) => node !== title && node !== subtitle),
    level,
  );
  const isBackwards = runBackwards(headings.filter(({ depth }) => depth <= level));
  for (const node of kept) {
    if (node === title || node === subtitle) continue;
    const above = isBackwards ? outline.sections.at(-1)?.heading : undefined;
    const isInner =
      node.type === 'heading' && above && node.depth > above.depth && !isSectionTitle(textOf(node));
    if (node.type === 'heading' && !isInner && (node.depth <= level || early.has(node)))
      outline.sections.push({ heading: node, content: [], ...(node.depth > level && { isEarly: true }) });
    else (outline.sections.at(-1)?.content ?? outline.head).push(node);
  }
  return outline;
}

/** Headings before the first section that are deeper than sections, and by the words of one of them sections all the same. */
function earlySections(nodes: readonly RootContent[], level: number): Set<RootContent> {
  const headings = nodes.filter((node) => node.type === 'heading');
  const end = headings.findIndex(({ depth }) => depth <= level);
  const early = headings.slice(0, Math.max(end, 0));
  const top = Math.min(...early.map(({ depth }) => depth));
  const first = early.findIndex(({ depth }) => depth === top);
  const sections = early.filter(
    // Above the first of them there may be deeper ones, where levels run backwards.
    (heading, index) => heading.depth === top || (index < first && isSectionTitle(textOf(heading))),
  );
  return new Set(sections.some((heading) => isSectionTitle(textOf(heading))) ? sections : []);
}

/** Whether a section's usual name stands above another one that is less deep: `### Work`, later `## Education`. */
function runBackwards(headings: readonly Heading[]): boolean {
  const sections = headings.filter((heading) => isSectionTitle(textOf(heading)));
  return sections.some(({ depth }, index) => depth < (sections[index - 1]?.depth ?? 0));
}

/** Headings at the very beginning that only say "Curriculum Vitae". */
function documentHeadings(nodes: readonly RootContent[]): Set<RootContent> {
  const headings = nodes.filter((node) => node.type === 'heading');
  const end = headings.findIndex((heading) => !isDocumentWord(toPhrasingText(heading.children)));
  return new Set(headings.slice(0, end < 0 ? headings.length : end));
}

function findTitle(nodes: readonly RootContent[], named: boolean): Heading | undefined {
  const [first, ...others] = nodes.filter((node) => node.type === 'heading');
  if (!first || isSectionTitle(toPhrasingText(first.children))) return undefined;
  if (first.depth > 1) return !named && isNameAbove(first, nodes) ? first : undefined;
  const alone = others.every(({ depth }) => depth > 1);
  if (!alone && (named || isFirstSection(first, nodes))) return undefined;
  return first;
}

/** A first heading that is as deep as others, and by its words, or by those below it, the first section of a page without a name. */
function isFirstSection(heading: Heading, nodes: readonly RootContent[]): boolean {
  const text = textOf(heading);
  const [main] = text.split(/\s*[|｜,–—:：·]\s*|\s+-\s+/u) as [string];
  if (isGreeting(text) || looksLikeName(main)) return false;
  if (hasTitleWord(main)) return true;
  // There are others of its level.
  const below = nodes[nodes.indexOf(heading) + 1] as RootContent;
  const isProse = /\s(?!(?:von|vom|van|der|den|della|di|dos|ibn|ben)\s)\p{Ll}{4,}/u.test(main);
  return isProse && readContactBlock(below) === undefined;
}

/** A heading that is as deep as the sections, but a name with contacts below it. */
function isNameAbove(heading: Heading, nodes: readonly RootContent[]): boolean {
  // "陈明 / Ming Chen" is one name twice.
  const [main] = textOf(heading).split(/\s*[/／]\s*/u) as [string];
  if (!looksLikeName(main)) return false;
  const at = nodes.indexOf(heading);
  // A role right below is the name's, whatever its level.
  const after = nodes.slice(nodes[at + 1]?.type === 'heading' ? at + 2 : at + 1);
  const end = after.findIndex((node) => node.type === 'heading' && node.depth <= heading.depth);
  const isContacts = (node: RootContent): boolean => readContactBlock(node) !== undefined;
  if (after.slice(0, end < 0 ? after.length : end).some(isContacts)) return true;
  // A word of Chinese may be anything.
  if (!/\p{L}\s+\p{L}/u.test(textOf(heading))) return false;
  if (nodes.slice(0, at).some(isContacts)) return true;
  // Nothing at all stands between it and a section.
  const next = nodes[at + 1];
  if (at === 0 && next?.type === 'heading' && next.depth === heading.depth && isSectionTitle(textOf(next)))
    return true;
  // At the very beginning, on a level of its own, with sections on another.
  const others = after.filter((node) => node.type === 'heading');
  return (
    at === 0 &&
    others.every(({ depth }) => depth !== heading.depth) &&
    others.some((other) => isSectionTitle(textOf(other)))
  );
}

/** A portrait between a name and a role does not part them. */
function saysMore(node: RootContent): boolean {
  return node.type !== 'paragraph' || hasText(node.children);
}

function isRoleAbove(role: Heading, name: Heading): boolean {
  return name.depth > role.depth && isSurelyRole(textOf(role)) && looksLikeName(textOf(name));
}

function textOf({ children }: Heading): string {
  return toPhrasingText(withoutIcons(children));
}

/** A heading directly below the title: alone on its level with all the sections below it, or a role that is deeper than they are. */
function findSubtitle(
  headings: Heading[],
  nodes: readonly RootContent[],
  title: Heading,
): Heading | undefined {
  const [first, ...others] = headings;
  if (!first || others.length === 0) return undefined;
  const at = nodes.indexOf(first);
  const before = nodes.slice(0, at).filter(saysMore);
  if (before.at(-1) !== title) return undefined;
  const text = toPhrasingText(first.children);
  if (isSectionTitle(text) || text.length > 80 || isDated(first)) return undefined;
  const isAbove = others.every(({ depth }) => depth > first.depth) && !others.every(isDated);
  // `#### Engineer` below the name, where sections are `##`.
  const next = nodes[at + 1] as RootContent;
  const isBelow =
    (isRole(text) || isSurelyRole(text) || readContactBlock(next) !== undefined) &&
    first.depth > title.depth &&
    others.some(({ depth }) => depth < first.depth);
  return isAbove || isBelow ? first : undefined;
}

/**
 * Sections are at the shallowest level used more than once. Where only one heading is above it, the two levels could be a lone
 * section and its entries: dates, or a section's usual name, show that.
 */
function sectionLevel(headings: readonly Heading[], nodes: readonly RootContent[]): number {
  const depths = headings.map(({ depth }) => depth).sort((a, b) => a - b);
  const shallowest = depths[0] ?? 0;
  const level = depths.find((depth, index) => depths[index + 1] === depth) ?? shallowest;
  const atLevel = headings.filter(({ depth }) => depth === level);
  const titled = (some: readonly Heading[]): boolean =>
    some.some(({ children }) => isSectionTitle(toPhrasingText(children)));
  const above = headings.filter(({ depth }) => depth < level);
  const datedBelow = nodes.filter(
    (node, index) => node.type === 'heading' && node.depth === level && isDatedBelow(nodes[index + 1]),
  );
  const areEntries =
    atLevel.some(isDated) || datedBelow.length * 2 > atLevel.length || (titled(above) && !titled(atLevel));
  return areEntries ? shallowest : level;
}

/** `Berlin, 2019 – 2021` on the line below a heading. */
function isDatedBelow(node: RootContent | undefined): boolean {
  return (
    node !== undefined && node.type !== 'heading' && takeMetaLines([node]).lines.some(({ date }) => date)
  );
}

function isDated({ children }: Heading): boolean {
  return findDates(toOpenText(children)).length > 0;
}
