/** Flow content to blocks: headings first, then paragraphs that begin entries, then each node by its kind. */
import type { Heading, List, Paragraph, RootContent } from 'mdast';
import type { Block } from '../../model/cv.ts';
import { toPhrasingText } from '../phrasing-text.ts';
import { buildDated } from './build-entry.ts';
import { toDatedItem } from './dated-item.ts';
import { toDefinitionBlocks } from './definition-blocks.ts';
import { type EntryLine, isPeriodLabel, readEntryLine } from './entry-line.ts';
import { type HeadingGroup, toHeadingBlocks } from './heading-blocks.ts';
import { joinHeadingRows } from './join-heading-rows.ts';
import { keepTimelines } from './keep-timelines.ts';
import { isBoldHeading, readLabel, toLabelledItems, toLabelledList } from './labelled-item.ts';
import { toListEntries } from './list-entries.ts';
import { isShort } from './meta-lines.ts';
import { findClosingDates, type ParagraphHead, readParagraphHead, takeTitle } from './paragraph-head.ts';
import { attributesOf, toProse } from './prose.ts';
import { isSectionTitle } from './section-words.ts';
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
  // Deeper headings may stand above the first one of the level.
  const before = preface.some(({ type }) => type === 'heading') ? toBlocks : toRun;
  return [...before(preface, within), ...toHeadingBlocks(groups.map(toHeadingGroup), toBlocks)];
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
  const split = splitAtHeads(trimRules(nodes), (node) => openParagraph(node, closing));
  const preface = split.preface;
  const groups = joinOpenings(split.groups);
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

type Opened = { head: Opening; content: RootContent[] };

/** A date alone and the bold line below it are one entry's; so are `**Harbour Institute**` and `Fellow, 2019 – 2021`, where each of several has such a line. */
function joinOpenings(groups: readonly Opened[]): Opened[] {
  const joined: Opened[] = [];
  const isTitle = ({ head, content }: Opened): boolean =>
    !head.head && content.length === 0 && !isPeriodLabel(toPhrasingText(head.paragraph.children));
  const belowTitle = groups.filter(
    (group, index) => isPlainHead(group) && isTitleAt(groups[index - 1], isTitle),
  );
  const areTitles =
    belowTitle.length > 0 &&
    belowTitle.length === groups.filter(isTitle).length &&
    (isTitleAt(groups[0], isTitle) || groups.filter(isPlainHead).length === belowTitle.length);
  for (const group of groups) {
    const last = joined.at(-1);
    const before = last?.head.head;
    if (last && before && last.content.length === 0 && isTitleBelow(group) && isMereDate(before)) {
      const lines = [...before.lines, readEntryLine(group.head.paragraph.children)];
      joined.splice(-1, 1, { ...group, head: { ...group.head, head: { lines, rest: before.rest } } });
    } else if (last && areTitles && isTitle(last) && group.head.head) {
      const { lines, rest } = group.head.head;
      const title = readEntryLine(last.head.paragraph.children);
      const below = takeShortLines(group.content, isMereDate(group.head.head) ? 2 : 0);
      const head = {
        lines: [title, ...lines, ...below.map(({ children }) => readEntryLine(children))],
        rest,
      };
      joined.splice(-1, 1, { head: { ...group.head, head }, content: group.content.slice(below.length) });
    } else joined.push(group);
  }
  return joined;
}

/** The role and the town, each a paragraph of its own, above the list of what was done. */
function takeShortLines(content: readonly RootContent[], most: number): Paragraph[] {
  const lines: Paragraph[] = [];
  for (const node of content.slice(0, most)) {
    if (node.type !== 'paragraph' || !isShort(node.children, 60) || readLabel(node.children)) break;
    lines.push(node);
  }
  return lines;
}

/** A bold line that is no label, as `[Duties]` is. */
function isTitleBelow({ head: { head, paragraph } }: Opened): boolean {
  const text = toPhrasingText(paragraph.children);
  return !head && !/^\s*[[［【]|[:：]\s*$/u.test(text) && !isSectionTitle(text);
}

function isTitleAt(group: Opened | undefined, isTitle: (group: Opened) => boolean): boolean {
  return group !== undefined && isTitle(group);
}

/** A dated line without a bold word in front. */
function isPlainHead({ head: { head, paragraph } }: Opened): boolean {
  return head !== undefined && paragraph.children[0]?.type !== 'strong';
}

function isMereDate({ lines, rest }: ParagraphHead): boolean {
  return rest.length === 0 && lines.every(({ fields, place }) => fields.length === 0 && !place);
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
  const listed = keepTimelines(head.lines, content);
  const end = listed.findIndex(endsEntry);
  const own = end < 0 ? listed : listed.slice(0, end);
  const { lines, content: body } = takeTitle(head.lines, [...head.rest, ...own]);
  if (isMereDate({ lines, rest: body }))
    return toDefined(lines, content) ?? [toProse(paragraph), ...toSimpleBlocks(content, 'section')];
  const entry = buildDated(lines, {
    body: toBlocks(body, 'entry'),
    attributes: attributesOf(paragraph),
    position: paragraph.position,
  });
  return [entry, ...toSimpleBlocks(content.slice(own.length), 'section')];
}

/** A date above a definition list of one plain term, and what follows them, as one entry: the firm, and behind the colon the role. */
function toDefined(
  dates: readonly EntryLine[],
  [list, ...body]: readonly RootContent[],
): Block[] | undefined {
  if (list?.type !== 'definitionList') return undefined;
  const [term, definition, ...others] = list.children;
  const [first, ...more] = definition?.type === 'definitionDescription' ? definition.children : [];
  if (term?.type !== 'definitionTerm' || first?.type !== 'paragraph' || others.length > 0) return undefined;
  const lines = [...dates, readEntryLine(term.children), readEntryLine(first.children)];
  const content = toBlocks([...more, ...body], 'entry');
  return [buildDated(lines, { body: content, position: list.position })];
}

// What has dates of its own stands beside the entry, not in it.
function endsEntry(node: RootContent): boolean {
  if (node.type === 'list') return toListEntries(node, () => []) !== undefined;
  return node.type === 'definitionList' || node.type === 'thematicBreak';
}

/** Blocks of nodes of which none begins what follows it, but for a definition list's entry: a list after it is its body. */
function toSimpleBlocks(nodes: readonly RootContent[], within: 'section' | 'entry'): Block[] {
  const blocks: Block[] = [];
  // Text between definition lists is no mere remark at a section's end.
  const first = nodes.findIndex(({ type }) => type === 'definitionList');
  const isBetween = nodes.slice(first + 2).some(({ type }) => type === 'definitionList');
  let owner: Block | undefined;
  for (const node of nodes) {
    const made = toDatedBlocks(node) ?? toPlainBlocks(node, within);
    const isText = node.type === 'list' || (isBetween && node.type === 'paragraph');
    const isBody = owner?.type === 'entry' && isText && made[0]?.type === 'prose';
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

function toPlainBlocks(node: RootContent, within: 'section' | 'entry'): Block[] {
  const isList = node.type === 'list' && within === 'section';
  const items = isList ? toLabelledList(node) : node.type === 'paragraph' ? toLabelledItems(node) : undefined;
  return items?.map(toDatedItem) ?? [toProse(node)];
}
