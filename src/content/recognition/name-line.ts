/** Whose CV it is where no heading says it: the first line of the text, in bold or above the contacts. */
import type { Heading, Paragraph, RootContent } from 'mdast';
import { around, toPhrasingText } from '../phrasing-text.ts';
import { readContactBlock } from './contact-block.ts';
import { looksLikeName } from './looks-like-name.ts';
import { hasText, isEmphasised, withoutIcons } from './phrase.ts';
import { joinLines, type Line, splitLines } from './split-lines.ts';

/** Words of places that two words with capitals may have and names have not. */
const place =
  /(?<!\p{L})(?:universi|institut|departme|school|college|hospital|faculty|street|avenue|laborator)/iu;

/** The nodes with the name's line as a first heading, where one stands at the very beginning, above all headings. */
export function promoteNameLine(nodes: readonly RootContent[]): RootContent[] {
  const at = nodes.findIndex((node) => !isPicture(node));
  const first = nodes[at];
  if (first?.type !== 'paragraph') return [...nodes];
  const [line, ...others] = splitLines(first.children) as [Line, ...Line[]];
  const text = toPhrasingText(withoutIcons(line.nodes)).trim();
  if (!looksLikeName(text) || place.test(text)) return [...nodes];
  const isSure = isEmphasised(line.nodes) || isAboveContacts(first, nodes.slice(at + 1));
  if (!isSure) return [...nodes];
  const heading: Heading = { type: 'heading', depth: 1, children: line.nodes, position: around(line.nodes) };
  const children = joinLines(others);
  const left: Paragraph = { ...first, children, position: around(children) };
  return [...nodes.slice(0, at), heading, ...(hasText(children) ? [left] : []), ...nodes.slice(at + 1)];
}

/** A rule or picture at the top says nothing. */
function isPicture(node: RootContent): boolean {
  return node.type === 'thematicBreak' || (node.type === 'paragraph' && !hasText(node.children));
}

function isAboveContacts(first: Paragraph, after: readonly RootContent[]): boolean {
  const end = after.findIndex(({ type }) => type === 'heading');
  const below = after.slice(0, end < 0 ? 3 : Math.min(end, 3));
  return [first, ...below].some((node) => readContactBlock(node) !== undefined);
}
