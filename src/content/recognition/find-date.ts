/** Finding a date in a line and cutting it out, so that what remains keeps its emphasis and its links. */
import type { PhrasingContent } from 'mdast';
import type { DateRange } from '../../model/cv.ts';
import { around, slicePhrasing, toOpenText, toPhrasingText } from '../phrasing-text.ts';
import { type DateMatch, parseDateRange, readDateRange, toLower } from './date-range.ts';

/** Longer lines are running text, in which a date is part of a sentence. */
const longestLine = 400;

/** The most letters before a date's first digit: "Wintersemester", "from the beginning of September". */
const longestLead = 32;

/** A date that its surroundings set apart from the words beside it. */
export interface FoundDate extends DateMatch {
  /** Offset of its first character. */
  from: number;
}

// What sets a date apart, with the white space between them. A comma, a bar or a picture does, a single space does not.
const before =
  /(?<edge>^|[\n\u2028\t|｜·•([（〔【—–;；,，、:：@\u{1F300}-\u{1FAFF}]|\uFE0F|(?:^|\s)(?:-{1,3}|\/)|\s{2})\s*$/u;
const after =
  /^(?:\s*(?<edge>$|[\n\u2028\t|｜·•)\]）〕】—–;；,，、:：@]|(?:-{1,3}|\/)(?=\s|$))|\s{2}|\s[(（]|[.。](?=\s|$))/u;
const wordCharacter = /[\p{L}\p{N}]/u;
const ideograph = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * All dates of a line that are set apart from the rest: at its beginning, at its end, in brackets or between separators.
 * A lone year at the end after a mere space (`ICLR 2025`) belongs to the words before it.
 */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  if (text.length > longestLine) return found;
  const lower = toLower(text);
  let digit = -1;
  for (let at = 0; at < text.length; at++) {
    // Every date has digits, and few words before them.
    if (digit < at) digit = at + lower.slice(at).search(/\d/);
    if (digit < at) break;
    if (digit - at > longestLead || !isBoundary(text, at)) continue;
    const range = readDateRange(text, at, lower);
    if (!range || !endsWell(text, range.end)) continue;
    if (isApart(text, at, range)) found.push({ ...range, from: at });
    at = range.end - 1;
  }
  return found;
}

/**
 * Cuts a date out: the date, and the pieces that remain on either side, untrimmed. Of brackets round the date, what else they hold
 * is a piece of its own.
 */
export function cutDate(
  nodes: readonly PhrasingContent[],
  { from, end, ...range }: FoundDate,
): { date: DateRange; rest: PhrasingContent[][] } {
  const text = toPhrasingText(nodes);
  const open = /[([（〔【][^()[\]（）〔〕【】]*$/u.exec(text.slice(0, from));
  const close = open && /^[^()[\]（）〔〕【】]*[)\]）〕】]/u.exec(text.slice(end));
  const cuts =
    open && close
      ? [0, open.index, open.index + 1, from, end, end + close[0].length - 1, end + close[0].length]
      : [0, from, end];
  const rest: PhrasingContent[][] = [];
  for (let index = 0; index < cuts.length; index += 2)
    rest.push(slicePhrasing(nodes, cuts[index] as number, cuts[index + 1]));
  return { date: toDateRange(slicePhrasing(nodes, from, end), range), rest };
}

/** Reads nodes that are a date and nothing else. */
export function readDateNodes(nodes: readonly PhrasingContent[]): DateRange | undefined {
  const parsed = parseDateRange(toPhrasingText(nodes));
  return parsed && toDateRange(nodes, { text: parsed.text, start: parsed.start, finish: parsed.end });
}

/**
 * Reads a code span that stands where a date does: one that begins with a date is taken whole (`1667 - death`),
 * whatever the words behind it.
 */
export function readDateCode(node: PhrasingContent | undefined): DateRange | undefined {
  if (node?.type !== 'inlineCode') return undefined;
  const whole = readDateNodes([node]);
  if (whole) return whole;
  const text = node.value.trim();
  const range = readDateRange(text, 0);
  if (!range || text.length > 40 || !/^\s/u.test(text.slice(range.end))) return undefined;
  const words = text.replace(/ (?:-{1,3}|[–—]) /gu, ' – ');
  return toDateRange([node], { text: words, start: range.start, finish: range.finish });
}

/** True for a node that sets a date off: emphasis or a code span with nothing else in it. */
export function isDateNode(node: PhrasingContent): boolean {
  const isSetOff = node.type === 'emphasis' || node.type === 'strong';
  return isSetOff ? readDateNodes([node]) !== undefined : readDateCode(node) !== undefined;
}

function toDateRange(
  nodes: readonly PhrasingContent[],
  { text, start, finish }: Pick<DateMatch, 'text' | 'start' | 'finish'>,
): DateRange {
  const position = around(nodes);
  // A link in a date is kept, and then the author's dashes with it; no other node in one means anything.
  const children: PhrasingContent[] =
    toOpenText(nodes) === toPhrasingText(nodes) || nodes.every((node) => node.type === 'inlineCode')
      ? [{ type: 'text', value: text, position }]
      : [...nodes];
  return { text: { children, position }, start, end: finish };
}

function isBoundary(text: string, at: number): boolean {
  const previous = text.charAt(at - 1);
  const here = text.charAt(at);
  if (!wordCharacter.test(here) && !/['’]/u.test(here)) return false;
  return !wordCharacter.test(previous) || (ideograph.test(previous) && /\d/u.test(here));
}

function endsWell(text: string, end: number): boolean {
  const next = text.charAt(end);
  return !wordCharacter.test(next) || ideograph.test(next) !== ideograph.test(text.charAt(end - 1));
}

function isApart(text: string, from: number, range: DateMatch): boolean {
  const left = before.test(text.slice(0, from));
  const right = after.test(text.slice(range.end));
  const first = text.slice(0, from).trim() === '';
  const last = /^[\s.]*$/u.test(text.slice(range.end));
  if (left && right) return true;
  // A sentence ends before the year that ends a line: "Exchange. Harbour High School. 2017."
  if (last && /\p{L}[.。]\s+$/u.test(text.slice(0, from))) return true;
  const spaced = /^\s/u.test(text.slice(range.end));
  if (first) return spaced;
  if (!/\s$/u.test(text.slice(0, from)) || range.bareYear) return false;
  return last || (right && range.finish !== undefined);
}
