/** Firms and roles in headings of two levels: where each firm has one role, the two are one entry. */
import type { Block, Entry } from '../../model/cv.ts';
import { toPhrasingText } from '../phrasing-text.ts';
import { hasTitleWord, isSectionTitle } from './section-words.ts';

type Subsection = Extract<Block, { type: 'subsection' }>;

/** The blocks with subsections as entries, where most of several begin with a dated entry and have no other. */
export function joinSoleEntries(blocks: readonly Block[]): Block[] {
  const subsections = blocks.filter((block) => block.type === 'subsection');
  const sole = new Set<Block>(subsections.filter(isSole));
  if (sole.size < 2 || sole.size * 2 <= subsections.length) return [...blocks];
  return blocks.map((block) => (block.type === 'subsection' && sole.has(block) ? toEntry(block) : block));
}

/** Not below "Conferences" or "Talks", which name a kind of entries. */
function isSole({ title, attributes, blocks }: Subsection): boolean {
  const [first, ...others] = blocks;
  if (first?.type !== 'entry' || !first.date || others.some(({ type }) => type === 'entry')) return false;
  const said = toPhrasingText(title.children);
  return !(attributes && first.attributes) && !isSectionTitle(said) && !hasTitleWord(said);
}

function toEntry({ title, blocks, attributes, position }: Subsection): Entry {
  const [inner, ...others] = blocks as [Entry, ...Block[]];
  const { subtitle, place, details } = inner;
  return {
    ...inner,
    title,
    subtitle: inner.title,
    place: place ?? subtitle,
    details: place && subtitle ? [subtitle, ...details] : details,
    body: [...inner.body, ...others],
    attributes: attributes ?? inner.attributes,
    position,
  };
}
