/** What stands below headings within a section: entries, or subsections where a heading only groups. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { Attributes, Block } from '../../model/cv.ts';
import { around, toPhrasingText } from '../phrasing-text.ts';
import type { ToBlocks } from './block-maker.ts';
import { buildDated, buildEntry } from './build-entry.ts';
import { type EntryLine, readEntryLine } from './entry-line.ts';
import { readDateNodes } from './find-date.ts';
import { joinSoleEntries } from './join-sole-entries.ts';
import { keepTimelines } from './keep-timelines.ts';
import { type MetaLines, takeMetaLines } from './meta-lines.ts';
import { readParagraphHead, takeTitle } from './paragraph-head.ts';
import { toPlainPhrase, withoutIcons } from './phrase.ts';
import { toProse } from './prose.ts';

/** A heading, or a paragraph that stands for one, with everything up to the next. */
export interface HeadingGroup {
  children: PhrasingContent[];
  content: RootContent[];
  attributes?: Attributes | undefined;
  position?: Position | undefined;
}

interface ReadGroup extends HeadingGroup {
  line: EntryLine;
  meta: MetaLines;
  dated: boolean;
}

/** Sibling headings in order. One date among them makes entries of all that do not themselves hold dated entries. */
export function toHeadingBlocks(groups: readonly HeadingGroup[], toBlocks: ToBlocks): Block[] {
  const grouping = groups.some(({ content }) => content.filter(isHead).length > 1);
  const read = groups.map((group) => readGroup(group, grouping));
  const anyDated = read.some(({ dated }) => dated);
  return joinSoleEntries(read.flatMap((group) => toBlock(group, anyDated, toBlocks)));
}

/** @param grouping whether some heading holds several entries: then what begins an entry is not the heading's own line */
function readGroup(group: HeadingGroup, grouping: boolean): ReadGroup {
  const line = readEntryLine(group.children);
  const content = demoteLines(group.content);
  const [first] = content;
  const holds = grouping && !line.date && first !== undefined && isHead(first);
  const taken = holds ? { lines: [], rest: content } : takeMetaLines(content);
  const dated = line.date !== undefined || taken.lines.some(({ date }) => date);
  // Without a date, many lines set off are a list: of strengths, of tools.
  const meta = !dated && taken.lines.length > 3 ? { lines: [], rest: content } : taken;
  return { ...group, content, line, meta, dated };
}

/**
 * A heading of nothing but a date, right below an entry's, is that entry's date: `#### Firm` above `###### 2019 – 2021`; another one below
 * it, and no third of its level, its place.
 */
function demoteLines(content: readonly RootContent[]): RootContent[] {
  const [date, place, ...others] = content;
  if (date?.type !== 'heading' || readDateNodes(withoutIcons(date.children)) === undefined)
    return [...content];
  const { children, depth, position } = date;
  const line: RootContent = { type: 'paragraph', children, position };
  const isPlace = place?.type === 'heading' && place.depth === depth && others[0]?.type !== 'heading';
  const isLast = others.every((node) => node.type !== 'heading' || node.depth !== depth);
  if (!isPlace || !isLast) return [line, ...content.slice(1)];
  // Set off, so that it is a line of the entry and no text.
  const emphasis: PhrasingContent = { type: 'emphasis', children: place.children, position: place.position };
  return [line, { type: 'paragraph', children: [emphasis], position: place.position }, ...others];
}

function toBlock(group: ReadGroup, anyDated: boolean, toBlocks: ToBlocks): Block[] {
  const { children, content, attributes, position, line, meta, dated } = group;
  const title = toPlainPhrase(withoutIcons(children));
  // The outline has none without a word or picture, but a summary of the front matter is no part of it.
  if (!title) return toBlocks(content, 'section');
  // A heading that runs on is text in large letters, unless it has the parts of an entry.
  if (!(line.date && line.divided) && isRunningText(children))
    return [...toParagraph(children), ...toBlocks(content, 'section')];
  const whole = around([{ position }, ...content]);
  const divided = line.divided || meta.lines.length > 0;
  if (dated || divided || content.length === 0) {
    const own = takeTitle([line, ...meta.lines], meta.rest);
    const body = toBlocks(keepTimelines(own.lines, own.content), 'entry');
    const rest = { heading: title, body, attributes, position: whole };
    // A heading of nothing but a date, with a text below it, stands beside that text.
    const isMereDate = meta.lines.length === 0 && line.date && line.fields.length === 0;
    return [isMereDate ? buildDated(own.lines, rest) : buildEntry(own.lines, rest)];
  }
  const blocks = toBlocks(content, 'section');
  if (anyDated && !blocks.some(isDatedEntry)) {
    const body = toBlocks(content, 'entry');
    return [buildEntry([line], { heading: title, body, attributes, position: whole })];
  }
  return [{ type: 'subsection', title, blocks, attributes, position: whole }];
}

function isHead(node: RootContent): boolean {
  return (
    node.type === 'paragraph' &&
    readParagraphHead(node)?.lines.some(({ fields }) => fields.length > 0) === true
  );
}

function isDatedEntry(block: Block): boolean {
  return block.type === 'entry' && block.date !== undefined;
}

function isRunningText(children: readonly PhrasingContent[]): boolean {
  const text = toPhrasingText(children);
  return text.length > 150 && /[.,;。，]\s?\S/u.test(text);
}

function toParagraph(children: PhrasingContent[]): Block[] {
  return [toProse({ type: 'paragraph', children, position: around(children) })];
}
