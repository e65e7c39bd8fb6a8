import type { List, ListItem, Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import type { DefinitionDescription, DefinitionTerm } from '../nodes.ts';
import { around, slicePhrasing } from '../phrasing-text.ts';
import { walkTree } from './walk-tree.ts';

/**
 * Turns the lists that stand for definitions into `definitionList` nodes with the last line of the paragraph before them as their
 * term. `markers` are the offsets of the definitions; those that were found are returned, the others are something else.
 */
export function resolveDefinitionLists(root: Root, markers: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  if (markers.size === 0) return found;
  walkTree(root, (node) => {
    if ('children' in node && node.children.some((child) => child.type === 'list')) {
      resolveChildren(node, markers, found);
    }
  });
  return found;
}

function resolveChildren(parent: Parents, markers: ReadonlySet<number>, found: Set<number>): void {
  const result: Nodes[] = [];
  for (const node of parent.children) {
    const list = node.type === 'list' ? splitList(node, markers) : undefined;
    const previous = result.at(-1);
    if (!list || previous?.type !== 'paragraph') {
      result.push(node);
      continue;
    }
    const descriptions = list.definitions.map(toDescription);
    for (const { position } of list.definitions) found.add(position?.start.offset as number);
    result.pop();
    const { rest, term } = takeLastLine(previous);
    if (rest) result.push(rest);
    addTo(result, term, descriptions);
    if (list.rest) result.push(list.rest);
  }
  (parent.children as Nodes[]) = result;
}

/** A list that begins with definitions; what follows them is the author's own list with `+`. */
function splitList(
  list: List,
  markers: ReadonlySet<number>,
): { definitions: ListItem[]; rest: List | undefined } | undefined {
  const isOther = (item: ListItem): boolean => !markers.has(item.position?.start.offset as number);
  const end = list.children.findIndex(isOther);
  if (end === 0) return undefined;
  if (end === -1) return { definitions: list.children, rest: undefined };
  const children = list.children.slice(end);
  return {
    definitions: list.children.slice(0, end),
    rest: { ...list, children, position: around(children) },
  };
}

function toDescription(item: ListItem): DefinitionDescription {
  return { type: 'definitionDescription', children: item.children, position: item.position };
}

/** Terms that follow each other are one list. */
function addTo(result: Nodes[], term: DefinitionTerm, descriptions: DefinitionDescription[]): void {
  const children = [term, ...descriptions];
  const before = result.at(-1);
  if (before?.type === 'definitionList') {
    before.children.push(...children);
    // Not around all its children: a list may be long, and it grows term by term.
    before.position = around([before, ...children]);
  } else result.push({ type: 'definitionList', children, position: around(children) });
}

function takeLastLine(paragraph: Paragraph): { rest: Paragraph | undefined; term: DefinitionTerm } {
  const { before, after } = splitAtLastLine(paragraph.children);
  return {
    rest: before.length > 0 ? { ...paragraph, children: before, position: around(before) } : undefined,
    term: { type: 'definitionTerm', children: after, position: around(after) },
  };
}

/** Only line ends outside emphasis and links part lines. */
function splitAtLastLine(children: readonly PhrasingContent[]): {
  before: PhrasingContent[];
  after: PhrasingContent[];
} {
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index] as PhrasingContent;
    if (child.type === 'break') {
      return { before: children.slice(0, index), after: children.slice(index + 1) };
    }
    const newline = child.type === 'text' ? child.value.lastIndexOf('\n') : -1;
    if (child.type !== 'text' || newline === -1) continue;
    const left = slicePhrasing([child], 0, newline);
    const right = slicePhrasing([child], newline + 1);
    return {
      before: [...children.slice(0, index), ...left],
      after: [...right, ...children.slice(index + 1)],
    };
  }
  return { before: [], after: [...children] };
}
