/** Whose CV it is where no heading says it: the first line of the text, in bold or above the contacts. */
import type { Heading, Paragraph, RootContent, Table } from 'mdast';
import { around, toPhrasingText } from '../phrasing-text.ts';
import { readContactBlock } from './contact-block.ts';
import { isDocumentWord } from './document-words.ts';
import { looksLikeName } from './looks-like-name.ts';
import { hasText, isEmphasised, withoutIcons } from './phrase.ts';
import { joinLines, type Line, splitLines } from './split-lines.ts';

/** Words of places that two words with capitals may have and names have not. */
const place =
  /(?<!\p{L})(?:universi|institut|departme|school|college|hospital|faculty|street|avenue|laborator)/iu;

/**
 * The nodes with the name's line as a first heading, where one stands at the very beginning, above all headings; in a table that sets a
 * picture beside it, too.
 */
export function promoteNameLine(nodes: readonly RootContent[]): RootContent[] {
  const at = nodes.findIndex((node) => !isPicture(node));
  const first = nodes[at];
  // Between "Curriculum Vitae" and the first heading, with nothing else.
  const isAlone = nodes.slice(0, at).some(isDocumentLine) && nodes[at + 1]?.type === 'heading';
  const isAbove = (line: Line): boolean =>
    isAlone ||
    isEmphasisedLine(line) ||
    (first?.type === 'paragraph' && isAboveContacts(first, nodes.slice(at + 1)));
  const found = first?.type === 'table' ? takeFromTable(first) : first && takeFrom(first, isAbove);
  const before = nodes.slice(0, at).filter((node) => !isDocumentLine(node));
  return found ? [...before, ...found, ...nodes.slice(at + 1)] : [...nodes];
}

function isDocumentLine(node: RootContent): boolean {
  return (
    (node.type === 'heading' || node.type === 'paragraph') && isDocumentWord(toPhrasingText(node.children))
  );
}

/** The name's heading and what is left of the node. */
function takeFrom(node: RootContent, isSure: (line: Line) => boolean): RootContent[] | undefined {
  if (node.type !== 'paragraph') return undefined;
  const [line, ...others] = splitLines(node.children) as [Line, ...Line[]];
  const [text] = toPhrasingText(withoutIcons(line.nodes))
    .trim()
    .split(/\s*[|｜]/u) as [string];
  if (!looksLikeName(text) || place.test(text) || !isSure(line)) return undefined;
  const heading: Heading = { type: 'heading', depth: 1, children: line.nodes, position: around(line.nodes) };
  const children = joinLines(others);
  const left: Paragraph = { ...node, children, position: around(children) };
  return [heading, ...(hasText(children) ? [left] : [])];
}

function takeFromTable(table: Table): RootContent[] | undefined {
  const cell = table.children.flatMap(({ children }) => children).find(({ children }) => hasText(children));
  const found = cell && takeFrom({ type: 'paragraph', children: cell.children }, isEmphasisedLine);
  if (!found) return undefined;
  const [heading, ...paragraphs] = found as [Heading, ...Paragraph[]];
  const left = paragraphs.flatMap(({ children }) => children);
  const rows = table.children.map((row) => ({
    ...row,
    children: row.children.map((one) => (one === cell ? { ...one, children: left } : one)),
  }));
  return [heading, { ...table, children: rows }];
}

function isEmphasisedLine({ nodes }: Line): boolean {
  return isEmphasised(nodes);
}

/** A rule or picture at the top says nothing, nor does "Curriculum Vitae". */
function isPicture(node: RootContent): boolean {
  if (isDocumentLine(node)) return true;
  return node.type === 'thematicBreak' || (node.type === 'paragraph' && !hasText(node.children));
}

function isAboveContacts(first: Paragraph, after: readonly RootContent[]): boolean {
  const end = after.findIndex(({ type }) => type === 'heading');
  const below = after.slice(0, end < 0 ? 3 : Math.min(end, 3));
  return [first, ...below].some((node) => readContactBlock(node) !== undefined);
}
