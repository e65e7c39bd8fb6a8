/** A section of a CV in pieces that other formats have places for. */
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { readLabel } from '../content/recognition/labelled-item.ts';
import { type FieldLabel, fieldOfLabel } from '../formats/field-labels.ts';
import { phrasingText } from '../formats/plain-phrase.ts';
import type { Block, DateRange, Entry, Item, Phrase } from '../model/cv.ts';
import type { Publication } from '../model/publication.ts';
import { toLooseMarkdown } from './loose-markdown.ts';
import { blocksToFlow } from './to-common-mark.ts';

export interface ExportedEntry {
  type: 'entry';
  title: string;
  subtitle?: string | undefined;
  place?: string | undefined;
  details: string[];
  date?: DateRange | undefined;
  /** Address of the first field that is a link. */
  url?: string | undefined;
  /** Markdown. */
  text: string;
  /** Markdown, one each. */
  bullets: string[];
  labelled: { label: string; text: string }[];
}

export type ExportedPart =
  | ExportedEntry
  | { type: 'item'; label: string; text: string }
  | { type: 'bullets'; items: string[] }
  | { type: 'text'; text: string }
  | { type: 'publication'; publication: Publication };

/** The parts of a section in their order; headings that only group entries are left out. */
export function toParts(blocks: readonly Block[]): ExportedPart[] {
  return blocks.flatMap(toPart);
}

function toPart(block: Block): ExportedPart[] {
  switch (block.type) {
    case 'entry':
      return [toExportedEntry(block)];
    case 'subsection': {
      const groups = block.blocks.some(({ type }) => type !== 'prose' && type !== 'item');
      return groups
        ? toParts(block.blocks)
        : [toExportedEntry({ ...block, type: 'entry', details: [], body: block.blocks })];
    }
    case 'item':
      return [toItem(block)];
    case 'publications':
      return block.groups.flatMap(({ publications }) =>
        publications.map((publication) => ({ type: 'publication' as const, publication })),
      );
    case 'prose':
      return toProseParts(blocksToFlow([block]));
  }
}

function toExportedEntry(entry: Entry): ExportedEntry {
  const parts = entry.body.flatMap(toEntryPart);
  const linked = [entry.subtitle, entry.title].flatMap((phrase) => (phrase ? (linkOf(phrase) ?? []) : []));
  return {
    type: 'entry',
    title: phrasingText(entry.title),
    subtitle: entry.subtitle && phrasingText(entry.subtitle),
    place: entry.place && phrasingText(entry.place),
    details: entry.details.map(phrasingText),
    date: entry.date,
    url: linked[0],
    text: parts
      .flatMap((part) => {
        if (part.type === 'text') return part.text;
        return part.type === 'entry'
          ? [part.title, part.text, ...part.bullets].filter(Boolean).join('\n\n')
          : [];
      })
      .join('\n\n'),
    bullets: parts.flatMap((part) => (part.type === 'bullets' ? part.items : [])),
    labelled: parts.flatMap((part) => (part.type === 'item' ? [part] : [])),
  };
}

/** A bullet `**Summary:** …` says what its label says, though it may hold a list. */
function toEntryPart(block: Block): ExportedPart[] {
  if (block.type !== 'prose' || block.node.type !== 'list') return toPart(block);
  const nodes = blocksToFlow([block]);
  const items = nodes.flatMap((node) => (node.type === 'list' ? node.children : []));
  const labelled = items.map(toLabelledText);
  if (labelled.every((one) => one === undefined)) return toProseParts(nodes);
  return items.map(
    ({ children }, index) => labelled[index] ?? { type: 'bullets', items: [toLooseMarkdown(children)] },
  );
}

function toLabelledText({ children }: ListItem): Extract<ExportedPart, { type: 'item' }> | undefined {
  const [first, ...others] = children;
  const read = first?.type === 'paragraph' ? readLabel(first.children) : undefined;
  const label = read && phrasingText(read.label);
  if (!read || !label || !longFields.has(fieldOfLabel(label))) return undefined;
  const own: RootContent[] = read.rest.length > 0 ? [{ type: 'paragraph', children: read.rest }] : [];
  return { type: 'item', label, text: toLooseMarkdown([...own, ...others]) };
}

/** Fields whose text may be a list by itself. */
const longFields: ReadonlySet<FieldLabel | undefined> = new Set([
  'summary',
  'description',
  'courses',
  'keywords',
  'roles',
]);

function toItem({ label, body }: Item): Extract<ExportedPart, { type: 'item' }> {
  const name = phrasingText(label);
  const field = fieldOfLabel(name);
  const flow = blocksToFlow(body);
  const [only, ...others] = flow;
  // A word or a number is no Markdown, unless something in it is set off.
  const isPlain =
    field !== 'summary' &&
    field !== 'description' &&
    only?.type === 'paragraph' &&
    others.length === 0 &&
    only.children.every(isSaid);
  return { type: 'item', label: name, text: isPlain ? phrasingText(only) : toLooseMarkdown(flow) };
}

/** Text, or an address that says itself. */
function isSaid(node: PhrasingContent): boolean {
  return node.type === 'text' || (node.type === 'link' && node.url.endsWith(textOf(node)));
}

function toProseParts(nodes: readonly RootContent[]): ExportedPart[] {
  return nodes.flatMap((node): ExportedPart[] => {
    if (node.type === 'thematicBreak') return [];
    if (node.type !== 'list') return [{ type: 'text', text: toLooseMarkdown([node]) }];
    return [{ type: 'bullets', items: node.children.map(({ children }) => toLooseMarkdown(children)) }];
  });
}

/** The address of a phrase that is one link. */
function linkOf({ children }: Phrase): string | undefined {
  const link = children.find(({ type }) => type === 'link');
  const isAll = link !== undefined && textOf(link).trim() === textOf(children).trim();
  return isAll && link.type === 'link' ? link.url : undefined;
}
