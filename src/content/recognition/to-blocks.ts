/** Flow content to blocks: headings first, then paragraphs that begin entries, then each node by its kind. */
import type { Heading, List, Paragraph, RootContent } from 'mdast';
import type { Block, Item } from '../../model/cv.ts';
import { buildDated } from './build-entry.ts';
import { toDefinitionBlocks } from './definition-blocks.ts';
import { readEntryLine } from './entry-line.ts';
import { readDateNodes } from './find-date.ts';
import { type HeadingGroup, toHeadingBlocks } from './heading-blocks.ts';
import { joinHeadingRows } from './join-heading-rows.ts';
import { isBoldHeading, toLabelledItems, toLabelledList } from './labelled-item.ts';
import { toListEntries } from './list-entries.ts';
import { findClosingDates, type ParagraphHead, readParagraphHead, takeTitle } from './paragraph-head.ts';
import { attributesOf, toProse } from './prose.ts';
import { splitAtHeads } from './split-at-heads.ts';
import { toTableEntries } from './table-entries.ts';

/** Makes blocks of a section's or an entry's content, in the author's order. */
export function toBlocks(nodes: readonly RootContent[], within: 'section' | 'entry'): Block[] {
  const joined = joinHeadingRows(nodes);
  const depths = joined.flatMap((node) => (node.type === 'heading' ? node.depth : []));
  const level = Math.min(...depths);
  const { preface, groups } = splitAtHeads(joined, (node) =>
    node.type === 'heading' && node.depth === level ? node : undefined,
  );
  return [...toRun(preface, within), ...toHeadingBlocks(groups.map(toHeadingGroup), toBlocks)];
}

function toHeadingGroup({
  head,
  content,
}: {
  head: Heading | Paragraph;
  content: RootContent[];
}): HeadingGroup {
  return { children: head.children, content, attributes: attributesOf(head), position: head.position };
}

/** A rule at either end divides nothing: it stands between sections. */
function trimRules(nodes: readonly RootContent[]): RootContent[] {
  const isRule = (node: RootContent | undefined): boolean => node?.type === 'thematicBreak';
  let from = 0;
  let to = nodes.length;
  while (from < to && isRule(nodes[from])) from++;
  while (to > from && isRule(nodes[to - 1])) to--;
  return nodes.slice(from, to);
}

type Opening = { paragraph: Paragraph; head?: ParagraphHead | undefined };

/** Content without headings. What follows a paragraph that begins an entry belongs to it. */
function toRun(nodes: readonly RootContent[], within: 'section' | 'entry'): Block[] {
  const closing = findClosingDates(nodes);
  const { preface, groups } = splitAtHeads(trimRules(nodes), (node) => openParagraph(node, closing));
  const blocks = toSimpleBlocks(preface, within);
  let bold: HeadingGroup[] = [];
  const flush = (): void => {
    blocks.push(...toHeadingBlocks(bold, toBlocks));
    bold = [];
  };
  for (const { head: opening, content } of groups) {
    if (!opening.head && content.length > 0) {
      bold.push(toHeadingGroup({ head: opening.paragraph, content }));
      continue;
    }
    flush();
    blocks.push(
      ...(opening.head ? toOpened(opening.paragraph, opening.head, content) : [toProse(opening.paragraph)]),
    );
  }
  flush();
  return blocks;
}

function openParagraph(
  node: RootContent,
  closing: ReadonlyMap<RootContent, ParagraphHead>,
): Opening | undefined {
  if (node.type !== 'paragraph') return undefined;
  const head = readParagraphHead(node) ?? closing.get(node);
  return head || isBoldHeading(node) ? { paragraph: node, head } : undefined;
}

function toOpened(paragraph: Paragraph, head: ParagraphHead, content: readonly RootContent[]): Block[] {
  const end = content.findIndex(endsEntry);
  const own = end < 0 ? content : content.slice(0, end);
  const { lines, content: body } = takeTitle(head.lines, [...head.rest, ...own]);
  const isMereDate = body.length === 0 && lines.every(({ fields, place }) => fields.length === 0 && !place);
  if (isMereDate) return [toProse(paragraph), ...toSimpleBlocks(content, 'section')];
  const entry = buildDated(lines, {
    body: toBlocks(body, 'entry'),
    attributes: attributesOf(paragraph),
    position: paragraph.position,
  });
  return [entry, ...toSimpleBlocks(content.slice(own.length), 'section')];
}

// What has dates of its own stands beside the entry, not in it.
function endsEntry(node: RootContent): boolean {
  if (node.type === 'list') return toListEntries(node, () => []) !== undefined;
  return node.type === 'definitionList' || node.type === 'thematicBreak';
}

/** Blocks of nodes of which none begins what follows it, but for a definition list's entry: a list after it is its body. */
function toSimpleBlocks(nodes: readonly RootContent[], within: 'section' | 'entry'): Block[] {
  const blocks: Block[] = [];
  let owner: Block | undefined;
  for (const node of nodes) {
    const made = toDatedBlocks(node) ?? toPlainBlocks(node, within);
    const isBody = owner?.type === 'entry' && node.type === 'list' && made[0]?.type === 'prose';
    if (isBody) owner?.type === 'entry' && owner.body.push(...made);
    else blocks.push(...made);
    if (!isBody) owner = node.type === 'definitionList' ? made.at(-1) : undefined;
  }
  return blocks;
}

/** The blocks of a node that holds entries; `undefined` for all others. */
function toDatedBlocks(node: RootContent): Block[] | undefined {
  if (node.type === 'list') return toListEntries(node, toBlocks) ?? toListDefinitions(node);
  if (node.type === 'table') return toTableEntries(node);
  return node.type === 'definitionList' ? toDefinitionBlocks(node, toBlocks) : undefined;
}

/** Bullets of which each is a term with its definitions. */
function toListDefinitions(list: List): Block[] | undefined {
  const lists = list.children.map(({ children }) => (children.length === 1 ? children[0] : undefined));
  const definitions = lists.filter((one) => one?.type === 'definitionList');
  if (definitions.length < lists.length) return undefined;
  return definitions.flatMap((one) => toDefinitionBlocks(one, toBlocks));
}

/** `**1999 – 2002:** BSc, University of Portsmouth`: what has a date for its label is an entry, unless a long text stands behind it. */
function toDatedItem(item: Item): Block {
  const date = readDateNodes(item.label.children);
  const [first, ...body] = item.body;
  if (!date || first?.type !== 'prose' || first.node.type !== 'paragraph') return item;
  const line = readEntryLine(first.node.children);
  const { attributes, position } = item;
  return line.date ? item : buildDated([{ ...line, date }], { body, attributes, position });
}

function toPlainBlocks(node: RootContent, within: 'section' | 'entry'): Block[] {
  const isList = node.type === 'list' && within === 'section';
  const items = isList ? toLabelledList(node) : node.type === 'paragraph' ? toLabelledItems(node) : undefined;
  return items?.map(toDatedItem) ?? [toProse(node)];
}
