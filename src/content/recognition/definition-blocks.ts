/** Definition lists: a term with a date is an entry, another term an item. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Block, Item, Phrase } from '../../model/cv.ts';
import type { DefinitionList } from '../nodes.ts';
import { around, toOpenText, toPhrasingText } from '../phrasing-text.ts';
import type { ToBlocks } from './block-maker.ts';
import { buildDated, buildEntry } from './build-entry.ts';
import { type DefinitionGroup, groupDefinitions } from './definition-groups.ts';
import { type EntryLine, readEntryLine } from './entry-line.ts';
import { findDates, readDateCode, readDateNodes } from './find-date.ts';
import { isMetaLine, isSetOff, isShort, toLogicalLines } from './meta-lines.ts';
import { isEmphasised, toPlainPhrase, withoutIcons } from './phrase.ts';
import { toProse } from './prose.ts';
import { joinLines, type Line } from './split-lines.ts';

interface Head {
  lines: EntryLine[];
  rest: RootContent[];
}

/** The groups of a definition list in order, each an entry or an item. */
export function toDefinitionBlocks(list: DefinitionList, toBlocks: ToBlocks): Block[] {
  const groups = groupDefinitions(list);
  // Among facts a date is a fact, too: "Joined: 15 March 2018".
  const areFacts = groups.some((group) => !isDateFact(group) && !holdsDate(group));
  return groups.flatMap((group) => {
    if (areFacts && isDateFact(group)) return [toItem(group)];
    // HTML has definitions without a term.
    return group.term.length > 0 ? toBlock(group, toBlocks) : toBlocks(group.definitions.flat(), 'section');
  });
}

/** A plain term with a single day or year, and nothing else. */
function isDateFact({ term, definitions, secondRow }: DefinitionGroup): boolean {
  const [only, ...others] = definitions.flat();
  if (secondRow || isEmphasised(term) || others.length > 0 || only?.type !== 'paragraph') return false;
  const date = readDateNodes(only.children);
  return date !== undefined && !date.end && term.length > 0 && !readEntryLine(term).date;
}

function holdsDate({ term, definitions }: DefinitionGroup): boolean {
  return (
    findDates(toOpenText(term)).length > 0 ||
    definitions
      .flat()
      .some((node) => node.type === 'paragraph' && findDates(toOpenText(node.children)).length > 0)
  );
}

function toBlock(group: DefinitionGroup, toBlocks: ToBlocks): Block {
  const { term, definitions, attributes, position } = group;
  if (definitions.flat().some(({ data }) => data?.isReference)) return toItem(group);
  if (definitions.length === 0) return toProse({ type: 'paragraph', children: term, position });
  const head =
    readDateTerm(withoutIcons(term), definitions) ?? readNamedTerm(withoutIcons(term), definitions);
  if (!head?.lines.some(({ fields }) => fields.length > 0)) return toItem(group);
  const second = group.secondRow && [readEntryLine(group.secondRow)];
  const rest = { body: toBlocks(head.rest, 'entry'), attributes, position };
  return second ? buildEntry([...head.lines, ...second], rest) : buildDated(head.lines, rest);
}

function toItem({ term, definitions, attributes, position }: DefinitionGroup): Item {
  const body = definitions.flat().map(toProse);
  return { type: 'item', label: toPlainPhrase(term) as Phrase, body, attributes, position };
}

/** `2010–2014` : `**PhD**; University`. */
function readDateTerm(term: PhrasingContent[], definitions: RootContent[][]): Head | undefined {
  const date = readDateNodes(term) ?? (term.length === 1 ? readDateCode(term[0]) : undefined);
  const [content = [], ...others] = definitions;
  const [first, ...rest] = content;
  if (!date || first?.type !== 'paragraph') return undefined;
  const lines = toLogicalLines(first.children);
  let taken = 1;
  while (taken < lines.length && isShort((lines[taken] as Line).nodes, 60)) taken++;
  const own = lines.slice(0, taken).map(({ nodes }) => readEntryLine(nodes));
  const [line, ...further] = own;
  // The term's date comes first; one in the definition stays beside it.
  const dated: EntryLine = { ...(line as EntryLine), date };
  const kept: EntryLine[] = line?.date ? [{ fields: [], remarks: [], divided: false, date: line.date }] : [];
  const fields = takeShortDefinitions(others);
  return {
    lines: [dated, ...further, ...kept, ...fields.lines],
    rest: [...remainder(first, lines.slice(taken)), ...rest, ...fields.rest],
  };
}

/** A term that names the entry: the date is in it, is one of the definitions, or a line at the beginning of the first. */
function readNamedTerm(term: PhrasingContent[], definitions: RootContent[][]): Head | undefined {
  const line = readEntryLine(term);
  const { lines, rest } = takeShortDefinitions(definitions, line.date ? isMetaLine : isDateOrShort);
  const dated = (line.date ? [line] : lines).filter(({ date }) => date);
  if (dated.length > 0) return { lines: [line, ...lines], rest };
  const [content = [], ...others] = definitions;
  const [first, ...following] = content;
  if (first?.type !== 'paragraph') return undefined;
  const all = toLogicalLines(first.children);
  const end = all.findIndex(({ nodes }) => !isSetOff(nodes));
  const own = all.slice(0, end < 0 ? all.length : end).map(({ nodes }) => readEntryLine(nodes));
  if (!own.some(({ date }) => date)) return undefined;
  return {
    lines: [line, ...own],
    rest: [...remainder(first, all.slice(own.length)), ...following, ...others.flat()],
  };
}

/** Takes definitions that are one short line each; the first that is not, and all after it, are left. */
function takeShortDefinitions(
  definitions: readonly RootContent[][],
  isLine: (nodes: readonly PhrasingContent[]) => boolean = (nodes) => isShort(nodes, 60),
): Head {
  const lines: EntryLine[] = [];
  for (const [index, [only, ...more]] of definitions.entries()) {
    const fits = only?.type === 'paragraph' && more.length === 0 && isOneLine(only) && isLine(only.children);
    if (!fits) return { lines, rest: definitions.slice(index).flat() };
    lines.push(readEntryLine(only.children));
  }
  return { lines, rest: [] };
}

function isOneLine({ children }: Paragraph): boolean {
  return !/[\n\u2028]/u.test(toPhrasingText(children).trim());
}

function isDateOrShort(nodes: readonly PhrasingContent[]): boolean {
  return readDateNodes(nodes) !== undefined || isShort(nodes, 80);
}

function remainder(paragraph: Paragraph, lines: readonly Line[]): RootContent[] {
  const children = joinLines(lines);
  return children.length > 0 ? [{ ...paragraph, children, position: around(children) }] : [];
}
