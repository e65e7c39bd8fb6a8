/** The short lines directly below a heading: `*organisation* | place`, `2019–2021`, `📍 Berlin`. */
import type { PhrasingContent, RootContent } from 'mdast';
import { around, toOpenText, toPhrasingText } from '../phrasing-text.ts';
import { type EntryLine, readEntryLine } from './entry-line.ts';
import { findDates, readDateCode, readDateNodes } from './find-date.ts';
import { readLabel } from './labelled-item.ts';
import { isEmphasis, isEmphasised, withoutIcons } from './phrase.ts';
import { joinLines, type Line, splitLines } from './split-lines.ts';

export interface MetaLines {
  lines: EntryLine[];
  /** The content without them. */
  rest: RootContent[];
}

const separated = /[|｜]|\s[·•]\s/u;
const sentenceEnd = /[.!?。！？…]["”»)]?$/u;
const picture = /^\p{Extended_Pictographic}/u;

/** Takes the lines that describe an entry off the content below its heading: from its first paragraph, or paragraphs set off wholly. */
export function takeMetaLines(content: readonly RootContent[]): MetaLines {
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

/** Takes meta lines off the beginning of a paragraph's lines. */
function takeFirstLines(lines: readonly Line[]): { meta: Line[]; rest: Line[] } {
  const all = lines.every(({ nodes }) => isMetaLine(nodes));
  const end = all ? lines.length : lines.findIndex((line) => !standsAlone(line));
  return { meta: lines.slice(0, end), rest: lines.slice(end) };
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
  return short ? { lines: lines.map((line) => readEntryLine(line.nodes)), rest: [] } : undefined;
}

/** The lines of a paragraph with wrapped ones put together again: one that emphasis or a date fills stands by itself. */
export function toLogicalLines(nodes: readonly PhrasingContent[]): Line[] {
  const groups: Line[][] = [];
  let isOpen = false;
  for (const line of splitLines(nodes)) {
    const alone = isSetOff(line.nodes);
    if (isOpen && !alone) groups.at(-1)?.push(line);
    else groups.push([line]);
    isOpen = line.end === 'soft' && !alone;
  }
  return groups.map((lines) => ({ nodes: joinLines(lines), end: (lines.at(-1) as Line).end }));
}

// A line that the author did not end by hand may be part of a sentence, unless emphasis or a date fills it.
function standsAlone({ nodes, end }: Line): boolean {
  return end === 'hard' ? isMetaLine(nodes) : isSetOff(nodes);
}

/** True for a line that emphasis fills, or a date. */
export function isSetOff(nodes: readonly PhrasingContent[]): boolean {
  const line = withoutIcons(nodes);
  if (readLabel(line)) return false;
  if (readDateNodes(line) || (line.length === 1 && readDateCode(line[0]))) return true;
  const text = toPhrasingText(line);
  return isEmphasised(line) && (text.length <= 60 || (text.length <= 100 && !sentenceEnd.test(text)));
}

/** True for a line that says where, when or as what, not for a sentence. */
export function isMetaLine(nodes: readonly PhrasingContent[]): boolean {
  const line = withoutIcons(nodes);
  if (readLabel(line)) return false;
  const text = toPhrasingText(line);
  if (isSetOff(line)) return true;
  const [first, ...others] = line;
  const dates = findDates(toOpenText(line)).length;
  if (separated.test(toOpenText(line)) && text.length <= 160)
    return isEmphasis(first) || dates === 1 || /^[^|｜:]+[|｜][^|｜]+(?:[|｜][^|｜]+)?$/u.test(text);
  if (!isShort(line, 90)) return false;
  if (isEmphasis(first) && /^\s*[,;(（，、–—-]/u.test(toPhrasingText(others))) return true;
  return picture.test(text) || dates === 1;
}

/** True for a line of few letters that does not end as a sentence does. */
export function isShort(nodes: readonly PhrasingContent[], limit: number): boolean {
  const text = toPhrasingText(nodes).trim();
  return text.length <= limit && !sentenceEnd.test(text);
}
