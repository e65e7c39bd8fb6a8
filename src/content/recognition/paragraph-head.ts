/** Paragraphs that begin an entry: a date in a code span, `**Role** | Org | 2019–2021`, or a bold line that stands for a heading. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { around, opaque, toOpenText, toPhrasingText } from '../phrasing-text.ts';
import { type EntryLine, isPeriod, readEntryLine } from './entry-line.ts';
import { findDates, isDateNode, readDateCode, readDateNodes } from './find-date.ts';
import { readLabel } from './labelled-item.ts';
import { isMetaLine, isSetOff, isShort, toLogicalLines } from './meta-lines.ts';
import { isEmphasis, isEmphasised, withoutIcons } from './phrase.ts';
import { isReference } from './reference-line.ts';
import { joinLines, type Line, splitLines } from './split-lines.ts';

export interface ParagraphHead {
  lines: EntryLine[];
  /** What the paragraph holds beyond the entry's own lines. */
  rest: RootContent[];
}

/** Reads a paragraph that begins an entry with a date; `undefined` for any other. */
export function readParagraphHead(paragraph: Paragraph): ParagraphHead | undefined {
  const lines = toLogicalLines(withoutIcons(paragraph.children));
  const [first, second] = lines;
  if (!first || readLabel(first.nodes) || isReference(toPhrasingText(first.nodes))) return undefined;
  if (startsWithDate(first.nodes)) return toHead(paragraph, lines, isDateOnly(first.nodes) ? 2 : 1);
  const named = first.nodes[0]?.type === 'strong' || /\s[|｜]\s/u.test(toOpenText(first.nodes));
  if (!named || toPhrasingText(first.nodes).length > 250) return undefined;
  if (findDates(toOpenText(first.nodes)).length === 1 || first.nodes.some(isDateNode))
    return toHead(paragraph, lines, 1);
  if (second && isSetOff(second.nodes) && hasDate(lines.slice(1, 3))) return toHead(paragraph, lines, 2);
  if (second && isEmphasised(first.nodes) && endsInPeriod(second)) return toHead(paragraph, lines, 2);
  const own = linesUpToDate(lines);
  return own === undefined ? undefined : toHead(paragraph, lines, own);
}

/** `Saltmarsh Ferries, 2019 – today`: a short line with one date, a period and at its end, as below a bold one. */
function endsInPeriod({ nodes }: Line): boolean {
  const text = toOpenText(nodes);
  const [date, ...others] = findDates(text);
  const atEnd = date && /^[\s)）.]*$/u.test(text.slice(date.end));
  return Boolean(atEnd && date.finish !== undefined && others.length === 0 && text.length <= 100);
}

/** How many lines an entry has whose bold first line goes on, by hard breaks, to one that is its date. */
function linesUpToDate([first, ...others]: readonly Line[]): number | undefined {
  if (first?.end !== 'hard' || !isEmphasised(first.nodes)) return undefined;
  const at = others
    .slice(0, 3)
    .findIndex(({ nodes }) => isPeriod(nodes) || isDateOnly(nodes) || isDateAndPlace(nodes));
  const between = others.slice(0, Math.max(at, 0));
  return at >= 0 && between.every(({ nodes, end }) => end === 'hard' && isShort(nodes, 80))
    ? at + 2
    : undefined;
}

/** `2014 – 2016 | Szeged` */
function isDateAndPlace(nodes: readonly PhrasingContent[]): boolean {
  const text = toOpenText(nodes);
  const [date] = findDates(text);
  return date?.from === 0 && /^\s*[|｜]\s*[^|｜]{2,40}$/u.test(text.slice(date.end));
}

/**
 * Reads the first paragraph of a bullet: as `readParagraphHead`, and a plain date in front or a range at the end is enough.
 * @param isLenient whether a single date in brackets at the end is, too
 */
export function readBulletHead(paragraph: Paragraph, isLenient = false): ParagraphHead | undefined {
  const lines = toLogicalLines(withoutIcons(paragraph.children));
  const head = readParagraphHead(paragraph) ?? readLabelledHead(paragraph, lines);
  if (head) return head;
  if (isReference(toPhrasingText(paragraph.children))) return undefined;
  const text = lines
    .slice(0, 1)
    .map(({ nodes }) => toOpenText(nodes))
    .join('');
  if (endsWithRange(text, isLenient)) return toHead(paragraph, lines, 1);
  const [date] = findDates(text);
  if (date?.from !== 0) return undefined;
  // "2000 lines a day" begins with a number.
  const isNumber = date.bareYear && /^\s\p{Ll}/u.test(text.slice(date.end));
  return isNumber ? undefined : toHead(paragraph, lines, 1);
}

const dividedBefore = new RegExp(`(?:[,，(（${opaque}]|[–—-]\\s)\\s*$`, 'u');

/** `**Role**: Organisation, 2016 – 2019, Thun`: what a date divides is an entry, and its label the title. */
function readLabelledHead(
  paragraph: Paragraph,
  [first, ...others]: readonly Line[],
): ParagraphHead | undefined {
  const label = first && readLabel(first.nodes);
  const text = label ? toOpenText(label.rest) : '';
  const [date, ...more] = text.length <= 160 ? findDates(text) : [];
  if (!label || !date?.finish || more.length > 0) return undefined;
  const isApart =
    dividedBefore.test(text.slice(0, date.from)) && /^\s*(?:$|[,，)）.;])/u.test(text.slice(date.end));
  if (!isApart) return undefined;
  const title: EntryLine = { fields: [label.label.children], remarks: [], divided: true };
  const children = joinLines(others);
  return {
    lines: [title, readEntryLine(label.rest)],
    rest: children.length > 0 ? [{ ...paragraph, children, position: around(children) }] : [],
  };
}

/**
 * Paragraphs of one line that end with their dates, as the positions of many academics do: "Fellow, School of Bees, Sep 2012 – Dec 2014". Where
 * two have ranges, a single date ends one, too.
 */
export function findClosingDates(nodes: readonly RootContent[]): Map<RootContent, ParagraphHead> {
  const found = new Map<RootContent, ParagraphHead>();
  const lines = nodes.flatMap((node) => (node.type === 'paragraph' ? { node, ...toOneLine(node) } : []));
  const ranges = lines.filter(({ text }) => endsWithRange(text, false));
  if (ranges.length < 2) return found;
  for (const { node, text, line } of lines)
    if (line && endsWithRange(text, true)) found.set(node, toHead(node, line, 1));
  return found;
}

function toOneLine({ children }: Paragraph): { text: string; line?: Line[] } {
  const line = splitLines(children);
  const isLabelled = line[0] && readLabel(line[0].nodes) !== undefined;
  const text = toOpenText(children).trim();
  // In brackets a date may end a sentence.
  const fits = line.length === 1 && !isLabelled && !/[)）]\.?$/u.test(text);
  return fits ? { text, line } : { text: '' };
}

/**
 * True for a line with one date, a range at its end: "Night porter, Hotel Mare (2019 – 2021)", "Sexton, Old Church, 2019 – 2021". A single
 * year there may be a book's.
 */
function endsWithRange(text: string, isLenient: boolean): boolean {
  const [date, ...others] = text.length <= 160 ? findDates(text) : [];
  if (!date?.start || others.length > 0) return false;
  const before = text.slice(0, date.from);
  const behind = text.slice(date.end);
  const isBracketed = /[(（]\s*$/u.test(before) && /^[^)）]{0,20}[)）][.。]?\s*$/u.test(behind);
  if (isBracketed) return date.finish !== undefined || isLenient;
  const isLast = /\S[,，、.]\s*$/u.test(before) && /^[.。]?\s*$/u.test(behind);
  return isLast && (date.finish !== undefined || isLenient);
}

/** Below a date alone, the next short paragraph is the entry's own line. */
export function takeTitle(
  lines: readonly EntryLine[],
  content: readonly RootContent[],
): { lines: EntryLine[]; content: RootContent[] } {
  const [first, ...others] = content;
  const isMissing = lines.every(({ fields }) => fields.length === 0);
  if (!isMissing || first?.type !== 'paragraph' || !isShort(first.children, 120) || readLabel(first.children))
    return { lines: [...lines], content: [...content] };
  return { lines: [...lines, readEntryLine(first.children)], content: others };
}

function hasDate(lines: readonly Line[]): boolean {
  return lines.some(({ nodes }) => isSetOff(nodes) && readEntryLine(nodes).date);
}

function isDateOnly(nodes: readonly PhrasingContent[]): boolean {
  return readDateNodes(nodes) !== undefined || (nodes.length === 1 && readDateCode(nodes[0]) !== undefined);
}

// In running text a date in front means nothing ("Since 2013, I have …"), unless it is set off from what follows.
function startsWithDate(nodes: readonly PhrasingContent[]): boolean {
  const [first, second] = nodes;
  if (readDateCode(first) || isDateOnly(nodes)) return true;
  if (isEmphasis(first) && readDateNodes(nodes.slice(0, 1))) return true;
  const text = toOpenText(nodes);
  const [date] = findDates(text);
  if (!date || date.from > 1 || text.length > 250) return false;
  const behind = text.slice(date.end);
  const strongNext =
    second?.type === 'strong' && date.end >= toPhrasingText(nodes.slice(0, 1)).trimEnd().length;
  // A range with a comma is set off, too: "2016 – 2020, Harbour Institute"; "Since 2013, I have …" is none.
  const isRange = /\d.*–/u.test(date.text) && /^(?:[,，、]|\.\s)\s*\S/u.test(behind);
  // Blanks in a row make a column.
  return strongNext || isRange || /^\s{3,}\S|^\t|^[)\]）]?\s*(?:[:：|｜—–]|-{1,3}\s)/u.test(behind);
}

/** @param own how many lines are the entry's whatever they look like; further ones must look like its lines. */
function toHead(paragraph: Paragraph, lines: readonly Line[], own: number): ParagraphHead {
  let taken = Math.min(own, lines.length);
  while (taken < lines.length && isMetaLine((lines[taken] as Line).nodes)) taken++;
  const children = joinLines(lines.slice(taken));
  const left: Paragraph = { ...paragraph, children, position: around(children) ?? paragraph.position };
  return {
    lines: lines.slice(0, taken).map(({ nodes }) => readEntryLine(nodes)),
    rest: taken < lines.length ? [left] : [],
  };
}
