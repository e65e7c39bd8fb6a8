/** Takes parts out of a Markdown tree, before anything is recognised in it. */
import type { Heading, Nodes, Parents, Root } from 'mdast';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import { toPhrasingText } from '../content/phrasing-text.ts';
import { mendSeam } from './mend-seam.ts';
import type { IsLeftOut } from './selection.ts';

export interface Removal {
  /** By what is written on a node. */
  isLeftOut: IsLeftOut;
  /** Places in the file of what goes as a whole, though it is several nodes: an entry with its body. */
  ranges: readonly Position[];
  /** The first heading, where it is the name: only the heading itself goes then, not the whole CV below it. */
  title?: Heading | undefined;
  /** Whether headings that stand together are one in several languages, as `findAlternatives` has it. */
  hasAlternatives?: boolean | undefined;
}

/**
 * Removes nodes from a tree in place: spans, links, paragraphs, items, terms with their definitions, cells, blocks; a heading takes all
 * down to the next one of its level or above with it. So do footnotes that only removed text refers to, and what has nothing left in it.
 * @returns the removed nodes in the order of the file, those of one heading together
 */
export function removeNodes(root: Root, { isLeftOut, ranges, title, hasAlternatives }: Removal): Nodes[][] {
  const removed: Nodes[][] = [];
  const isRemoved = (node: Nodes): boolean =>
    isLeftOut(node.data?.attributes, node.type === 'fencedDiv' ? node.name : undefined) ||
    ranges.some((range) => isWithin(node.position, range));

  function prune(parent: Parents): void {
    const kept: Nodes[] = [];
    const alone = hasAlternatives
      ? findAlternatives(parent.children as Nodes[], isRemoved, title)
      : undefined;
    /** While it is set, what stands below a removed heading (its depth) or a removed term (0) goes. */
    let below: number | undefined;
    let lost = false;
    for (const child of parent.children as Nodes[]) {
      if (below !== undefined && endsBelow(child, below)) below = undefined;
      if (below !== undefined) {
        removed.at(-1)?.push(child);
        continue;
      }
      if (isRemoved(child) || isEmptied(child)) {
        if (isRemoved(child)) removed.push([child]);
        const isAlone = child === title || alone?.has(child);
        if (child.type === 'heading' && !isAlone) below = child.depth;
        else if (child.type === 'definitionTerm') below = 0;
        lost = true;
        // A row keeps its columns.
        if (child.type === 'tableCell') kept.push({ ...child, children: [] });
        continue;
      }
      if (lost) mendSeam(kept, child, child === parent.children.at(-1));
      // Nothing but a space between two removed texts.
      if (child.type === 'text' && child.value === '') continue;
      lost = false;
      kept.push(child);
    }
    if (lost) mendSeam(kept, undefined, true);
    (parent.children as Nodes[]) = kept;
  }

  /** Goes through a node; whether nothing is left of what was there. */
  function isEmptied(node: Nodes): boolean {
    if (!('children' in node) || node.children.length === 0) return false;
    const before = removed.length;
    prune(node);
    if (removed.length === before) return false;
    if (node.type === 'tableRow') return node.children.every((cell) => cell.children.length === 0);
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'definitionTerm')
      return !/[\p{L}\p{N}\uFFFC]/u.test(toPhrasingText(node.children));
    return node.type !== 'tableCell' && node.children.length === 0;
  }

  prune(root);
  removed.push(...removeFootnotes(root, removed));
  return removed.filter((nodes) => nodes.length > 0);
}

/**
 * Of headings of one level that stand together, each in another language, those that are removed while another is left: what is below
 * belongs to all of them, so they go alone. Headings with the name at the top of a CV may differ in their tags, too.
 */
function findAlternatives(
  siblings: readonly Nodes[],
  isRemoved: (node: Nodes) => boolean,
  title: Heading | undefined,
): Set<Nodes> {
  const alone = new Set<Nodes>();
  for (let start = 0; start < siblings.length; start += 1) {
    const run = runFrom(siblings, start, title);
    if (run.length > 1 && !run.every(isRemoved)) for (const node of run.filter(isRemoved)) alone.add(node);
    start += Math.max(0, run.length - 1);
  }
  return alone;
}

function runFrom(siblings: readonly Nodes[], start: number, title: Heading | undefined): Nodes[] {
  const first = siblings[start] as Nodes;
  if (first.type !== 'heading') return [];
  const run: Nodes[] = [];
  const isLike = (node: Nodes): boolean =>
    node.type === 'heading' &&
    node.depth === first.depth &&
    node.data?.attributes !== undefined &&
    (first === title || node.data.attributes.values.lang !== undefined);
  for (const node of siblings.slice(start)) {
    if (!isLike(node)) break;
    run.push(node);
  }
  return run;
}

function endsBelow(node: Nodes, depth: number): boolean {
  if (depth === 0) return node.type === 'definitionTerm';
  return node.type === 'heading' && node.depth <= depth;
}

/** Whether a place lies in a range of the same file. */
export function isWithin(place: Position | undefined, range: Position): boolean {
  if (!place || place.start.file !== range.start.file) return false;
  return comparePoints(place.start, range.start) >= 0 && comparePoints(place.end, range.end) <= 0;
}

function comparePoints(a: Position['start'], b: Position['start']): number {
  return a.line - b.line || a.column - b.column;
}

/** The notes that were referred to and are no more. */
function removeFootnotes(root: Root, removed: readonly Nodes[][]): Nodes[][] {
  const gone = new Set(removed.flat().flatMap(referencesIn));
  if (gone.size === 0) return [];
  const notes: Nodes[][] = [];
  // A note may have been the only one to refer to another.
  for (let found = true; found; ) {
    const used = new Set(referencesIn(root));
    const unused = root.children.filter(
      (node) => node.type === 'footnoteDefinition' && gone.has(node.identifier) && !used.has(node.identifier),
    );
    for (const note of unused) for (const name of referencesIn(note)) gone.add(name);
    root.children = root.children.filter((node) => !unused.includes(node));
    notes.push(...unused.map((note) => [note]));
    found = unused.length > 0;
  }
  return notes;
}

function referencesIn(node: Nodes): string[] {
  const names: string[] = [];
  visit(node, 'footnoteReference', ({ identifier }) => {
    names.push(identifier);
  });
  return names;
}
