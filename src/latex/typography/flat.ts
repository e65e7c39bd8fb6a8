import type { PhrasingContent } from 'mdast';
import { isBareLink } from '../bare-link.ts';

/** Stands for what typography must not look into: code, mathematics, images, addresses. */
const opaque = '\ufffc';
/** A hard break ends a line for good. */
const hardBreak = '\u2028';
/** What is longer is not looked into: the pattern takes time by the square of the length. */
const longestAddress = 500;
const addressPattern: RegExp =
  /\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:|tel:|(?:[a-z0-9-]+\.)+[a-z]{2,}\/)\S+|[^\s@,;()<>]+@[^\s@,;()<>]+\.[^\s@,;()<>]+/gi;

export interface Flat {
  /** The nodes' text as one string, so that rules see across emphasis. */
  text: string;
  /** Length of each text node in order. */
  lengths: number[];
}

export function toFlat(nodes: readonly PhrasingContent[]): Flat {
  const flat: Flat = { text: '', lengths: [] };
  append(nodes, flat);
  return flat;
}

/** Whether a character of a flat text must stay as it is, by offset: those of addresses. */
export function findFixed(text: string): boolean[] {
  const fixed = new Array(text.length).fill(false);
  for (const word of text.matchAll(/\S{4,}/g)) {
    if (word[0].length > longestAddress) continue;
    for (const { 0: address, index } of word[0].matchAll(addressPattern)) {
      const start = word.index + index;
      fixed.fill(true, start, start + address.length);
    }
  }
  return fixed;
}

function append(nodes: readonly PhrasingContent[], flat: Flat): void {
  for (const node of nodes) {
    if (node.type === 'text') {
      flat.text += node.value;
      flat.lengths.push(node.value.length);
    } else if (node.type === 'break') flat.text += hardBreak;
    else if (isTransparent(node)) append(node.children, flat);
    else flat.text += opaque;
  }
}

/** Copies the nodes with new texts: `cells` holds a string for each character of the flat text. */
export function withTexts(
  nodes: readonly PhrasingContent[],
  cells: readonly string[],
  lengths: readonly number[],
): PhrasingContent[] {
  let offset = 0;
  let textIndex = 0;
  const copy = (node: PhrasingContent): PhrasingContent => {
    if (node.type === 'text') {
      const end = offset + (lengths[textIndex] as number);
      const value = cells.slice(offset, end).join('');
      offset = end;
      textIndex += 1;
      return { ...node, value };
    }
    if (isTransparent(node)) return { ...node, children: node.children.map(copy) } as PhrasingContent;
    offset += 1;
    return node;
  };
  return nodes.map(copy);
}

function isTransparent(node: PhrasingContent): node is Extract<PhrasingContent, { children: unknown }> {
  return 'children' in node && !isBareLink(node);
}
