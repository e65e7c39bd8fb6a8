/** The short lines directly below a heading: `*organisation* | place`, `2019–2021`, `📍 Berlin`. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { around, toOpenText, toPhrasingText } from '../phrasing-text.ts';
import { type EntryLine, isPeriod, readEntryLine } from './entry-line.ts';
import { findDates, readDateCode, readDateNodes } from './find-date.ts';
import { readLabel } from './labelled-item.ts';
import { hasText, isEmphasis, isEmphasised, withoutIcons } from './phrase.ts';
import { joinLines, type Line, splitLines } from './split-lines.ts';

export interface MetaLines {
  lines: EntryLine[];
  /** The content without them. */
  rest: RootContent[];
}

const separated = /[|｜]|\s[·•]\s/u;
const sentenceEnd = /[.!?。！？…]["”»)]?$/u;
// "Merrow Software, Inc." ends no sentence.
const abbreviation =
  /(?:^|[\s,(])(?:inc|ltd|ltda|lda|corp|bros|co|dept|univ|şti|e\. ?v|a\. ?ş|s\. ?a|s\. ?l|s\. ?r\. ?l|s\. ?p\. ?a|s\. ?r\. ?o|z ?o\. ?o|b\. ?v|n\. ?v|d\. ?c|u\. ?s|u\. ?s\. ?a|u\. ?k|ph\. ?d|[mb]\. ?(?:s|a|eng|ed|phil|tech|com))\.$/iu;
const picture = /^\p{Extended_Pictographic}/u;

/** Takes the lines that describe an entry off the content below its heading: from its first paragraph, or paragraphs set off wholly. */
export function takeMetaLines(content: readonly RootContent[]): MetaLines {
  const early = takeUpToDate(content) ?? takeListed(content) ?? takePeriod(content);
  if (early) return early;
  const lines: EntryLine[] = [];
  let rest = [...content];
  for (let first = true; rest.length > 0; first = false) {
    const [node, ...others] = rest;
    const taken = node && takeFrom(node, first);
    if (!taken || taken.lines.length === 0) break;
    lines.push(...taken.lines);
    rest = [...taken.rest, ...others];
    if (taken.rest.length > 0) break;
  }
  return { lines, rest };
}

/** Short paragraphs of which the last one is set off and has the date: the school, the degree, then `*Rome, 2015 – 2018*`. */
function takeUpToDate(content: readonly RootContent[]): MetaLines | undefined {
  const lines: PhrasingContent[][] = [];
  for (const node of content.slice(0, 3)) {
    if (
      node.type !== 'paragraph' ||
      readLabel(node.children) ||
      !isShort(node.children, 120) ||
      !hasText(node.children)
    )
      return undefined;
    if (/[\n\u2028]/u.test(toPhrasingText(node.children))) return undefined;
    lines.push(node.children);
    if (!isSetOff(node.children)) continue;
    const isDated = lines.length > 1 && readEntryLine(node.children).date !== undefined;
    return isDated ? { lines: lines.map(readEntryLine), rest: content.slice(lines.length) } : undefined;
  }
  return undefined;
}

/** A list of few short items of which one is the date: the role, the date, the place. */
function takeListed([list, ...rest]: readonly RootContent[]): MetaLines | undefined {
  if (list?.type !== 'list' || list.ordered || list.children.length > 4) return undefined;
  const items = list.children.map(({ children: [only, ...others] }) =>
    only?.type === 'paragraph' && others.length === 0 && isShort(only.children, 80) && hasText(only.children)
      ? only.children
      : undefined,
  );
  if (!items.every((nodes) => nodes !== undefined)) return undefined;
  const isDated = items.length > 1 && items.filter((nodes) => readDateNodes(nodes)).length === 1;
  return isDated ? { lines: items.map(readEntryLine), rest } : undefined;
}

/** `期間: 2020 – 2022` among the first bullets is the entry's date, the other bullets are its text; so is a first bullet of nothing but a date. */
function takePeriod([node, ...rest]: readonly RootContent[]): MetaLines | undefined {
  if (node?.type === 'paragraph') return takePeriodLine(node, rest);
  const list = node;
  if (list?.type !== 'list' || list.ordered) return undefined;
  const found = list.children.slice(0, 3).find(({ children: [only, ...others] }, index) => {
    const isAlone = only?.type === 'paragraph' && others.length === 0;
    return isAlone && (isPeriod(only.children) || (index === 0 && isDate(only.children)));
  });
  const [line] = found?.children ?? [];
  if (line?.type !== 'paragraph') return undefined;
  const children = list.children.filter((item) => item !== found);
  return {
    lines: [readEntryLine(line.children)],
    rest: children.length > 0 ? [{ ...list, children }, ...rest] : rest,
  };
}

/** `**Role:** Clerk` above `**Period:** 2019 – 2021`: among labelled lines that one is the entry's date. */
function takePeriodLine(paragraph: Paragraph, rest: readonly RootContent[]): MetaLines | undefined {
  const lines = splitLines(paragraph.children);
  const found = lines.find(({ nodes }) => isPeriod(nodes));
  if (!found || !lines.every(({ nodes }) => readLabel(nodes))) return undefined;
  const children = joinLines(lines.filter((line) => line !== found));
  const left: RootContent[] =
    children.length > 0 ? [{ ...paragraph, children, position: around(children) }] : [];
  return { lines: [readEntryLine(found.nodes)], rest: [...left, ...rest] };
}

function isDate(nodes: readonly PhrasingContent[]): boolean {
  return readDateNodes(withoutIcons(nodes)) !== undefined;
}

/** Takes meta lines off the beginning of a paragraph's lines. */
function takeFirstLines(lines: readonly Line[]): { meta: Line[]; rest: Line[] } {
  const all = lines.every(({ nodes }) => isMetaLine(nodes)) || areStacked(lines);
  const end = all ? lines.length : lines.findIndex((line) => !standsAlone(line));
  return { meta: lines.slice(0, end), rest: lines.slice(end) };
}

/** Two to four short lines of which one is the date and nothing else: the firm, the date, the town. */
function areStacked(lines: readonly Line[]): boolean {
  if (lines.length < 2 || lines.length > 4) return false;
  const short = lines.every(({ nodes }) => toPhrasingText(nodes).length <= 60 && !readLabel(nodes));
  if (!short || lines.filter(({ nodes }) => isDate(nodes)).length !== 1) return false;
  // A sentence below the date says what was done.
  const below = lines.slice(lines.findIndex(({ nodes }) => isDate(nodes)));
  return below.every(({ nodes }) => isDate(nodes) || isSetOff(nodes) || isShort(nodes, 60));
}

function takeFrom(node: RootContent, first: boolean): MetaLines | undefined {
  if (node.type === 'blockquote' && first) return takeQuote(node.children);
  if (node.type !== 'paragraph') return undefined;
  const lines = splitLines(node.children);
  if (!first && !lines.every(({ nodes }) => isSetOff(nodes))) return undefined;
  const { meta, rest } = takeFirstLines(lines);
  const children = joinLines(rest);
  const left: RootContent = { ...node, children, position: around(children) ?? node.position } as RootContent;
  return { lines: meta.map((line) => readEntryLine(line.nodes)), rest: rest.length > 0 ? [left] : [] };
}

function takeQuote(children: readonly RootContent[]): MetaLines | undefined {
  const [only] = children;
  if (only?.type !== 'paragraph' || children.length > 1) return undefined;
  const lines = splitLines(only.children);
  const short = lines.every(({ nodes }) => isShort(nodes, 80) || isMetaLine(nodes));
  // A list of words that the author wrapped is no line of an entry.
  const isWrapped = lines
    .slice(0, -1)
    .some(({ nodes, end }) => end === 'soft' && /[,，、;；]$/u.test(toPhrasingText(nodes)));
  return short && !isWrapped
    ? { lines: lines.map((line) => readEntryLine(line.nodes)), rest: [] }
    : undefined;
}

/** The lines of a paragraph with wrapped ones put together again: one that emphasis or a date fills stands by itself. */
export function toLogicalLines(nodes: readonly PhrasingContent[]): Line[] {
  const groups: Line[][] = [];
  let isOpen = false;
  const areWithin = areWithinLines(nodes);
  const unwrapped = nodes.map((node, index) => (areWithin[index] ? unwrapLines(node) : unwrapLinks(node)));
  for (const line of splitLines(unwrapped)) {
    const alone = isSetOff(line.nodes);
    if (isOpen && !alone) groups.at(-1)?.push(line);
    else groups.push([line]);
    isOpen = line.end === 'soft' && !alone;
  }
  return groups.map((lines) => ({ nodes: joinLines(lines), end: (lines.at(-1) as Line).end }));
}

/** Emphasis beside other words is one phrase, wherever its lines end: whether that is so, for each node. */
function areWithinLines(nodes: readonly PhrasingContent[]): boolean[] {
  const text = toPhrasingText(nodes);
  const continues = (at: number): boolean => /[^\n\u2028]/u.test(text.charAt(at));
  let end = 0;
  return nodes.map((node) => {
    const start = end;
    end += toPhrasingText([node]).length;
    return isEmphasis(node) && (continues(start - 1) || continues(end));
  });
}

/** So is the text of a link. */
function unwrapLinks(node: PhrasingContent): PhrasingContent {
  if (node.type === 'link') return unwrapLines(node);
  return node.type === 'emphasis' || node.type === 'strong'
    ? ({ ...node, children: node.children.map(unwrapLinks) } as PhrasingContent)
    : node;
}

function unwrapLines(node: PhrasingContent): PhrasingContent {
  if (node.type === 'text') return { ...node, value: node.value.replace(/[ \t]*\n[ \t]*/g, ' ') };
  return 'children' in node
    ? ({ ...node, children: node.children.map(unwrapLines) } as PhrasingContent)
    : node;
}

// A line that the author did not end by hand may be part of a sentence, unless emphasis or a date fills it.
function standsAlone({ nodes, end }: Line): boolean {
  return end === 'hard' ? isMetaLine(nodes) : isSetOff(nodes);
}

/** True for a line that emphasis fills, or a date. */
export function isSetOff(nodes: readonly PhrasingContent[]): boolean {
  const line = withoutIcons(nodes);
  if (readLabel(line)) return isPeriod(line);
  if (readDateNodes(line) || (line.length === 1 && readDateCode(line[0]))) return true;
  const text = toPhrasingText(line);
  return isEmphasised(line) && (text.length <= 60 || (text.length <= 100 && !sentenceEnd.test(text)));
}

/** True for a line that says where, when or as what, not for a sentence. */
export function isMetaLine(nodes: readonly PhrasingContent[]): boolean {
  const line = withoutIcons(nodes);
  if (readLabel(line)) return isPeriod(line);
  const text = toPhrasingText(line);
  if (isSetOff(line) || endsWithPeriod(line)) return true;
  const [first, ...others] = line;
  const dates = countDates(toOpenText(line));
  if (separated.test(toOpenText(line)) && text.length <= 160)
    return isEmphasis(first) || dates === 1 || /^[^|｜:]+[|｜][^|｜]+(?:[|｜][^|｜]+)?$/u.test(text);
  if (!isShort(line, 90)) return false;
  if (isEmphasis(first) && /^\s*[,;(（，、–—-]/u.test(toPhrasingText(others))) return true;
  return picture.test(text) || dates === 1;
}

/** `University of Kiel (Germany). With distinction. May 2019 – July 2021.`: sentences may stand before a period at the end. */
function endsWithPeriod(nodes: readonly PhrasingContent[]): boolean {
  const text = toOpenText(nodes);
  const [date, ...others] = text.length <= 120 ? findDates(text) : [];
  return Boolean(date?.finish && others.length === 0 && /^[\s.]*$/u.test(text.slice(date.end)));
}

/** How many dates a line has; none where a sentence goes on behind one: "Currently (2020) I study at". */
function countDates(text: string): number {
  const dates = findDates(text);
  const goesOn = dates.some(
    ({ from, end }) => from > 0 && /^[)）]?,?\s+(?:\p{Ll}+|I)\s+\p{L}/u.test(text.slice(end)),
  );
  return goesOn ? 0 : dates.length;
}

/** True for a line of few letters that does not end as a sentence does. */
export function isShort(nodes: readonly PhrasingContent[], limit: number): boolean {
  const text = toPhrasingText(nodes).trim();
  return text.length <= limit && (!sentenceEnd.test(text) || abbreviation.test(text));
}
