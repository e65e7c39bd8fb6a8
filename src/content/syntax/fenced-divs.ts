import type { BlockContent, DefinitionContent, Html, Nodes, Parents, Root } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { addProblem } from '../../problem.ts';
import type { FencedDiv } from '../nodes.ts';
import { around } from '../phrasing-text.ts';
import type { DivFence } from './div-fence.ts';
import { walkTree } from './walk-tree.ts';

type Block = BlockContent | DefinitionContent;
type OpenFence = Extract<DivFence, { kind: 'open' }>;

/** Blocks in blocks, so that every recursive step stays shallow. */
const maxOpen = 16;

/** A block that is open, and the fence that opened it. */
interface OpenDiv {
  fence: OpenFence;
  position: Position | undefined;
  children: Block[];
}

/** The fences whose comments are in the tree; the others stand in code or HTML, where they are text. */
export function findDivFences(root: Root): Set<number> {
  const found = new Set<number>();
  walkTree(root, (node) => {
    const offset = node.type === 'html' ? fenceOffset(node) : undefined;
    if (offset !== undefined) found.add(offset);
  });
  return found;
}

/**
 * Pairs the fences of divs and puts what stands between them into `fencedDiv` nodes. A block that is never closed ends with what it
 * stands in, and a fence that closes nothing vanishes; each is warned of.
 */
export function resolveFencedDivs(root: Root, fences: ReadonlyMap<number, DivFence>, vfile: VFile): void {
  if (fences.size === 0) return;
  walkTree(root, (node) => {
    if (!('children' in node)) return;
    const isFence = (child: Nodes): boolean => child.type === 'html' && fenceOffset(child) !== undefined;
    if (node.children.some(isFence)) pairFences(node, fences, vfile);
  });
}

function pairFences(parent: Parents, fences: ReadonlyMap<number, DivFence>, vfile: VFile): void {
  const result: Block[] = [];
  const open: OpenDiv[] = [];
  let isTooDeep = false;
  const target = (): Block[] => open.at(-1)?.children ?? result;
  for (const child of parent.children as Block[]) {
    const offset = child.type === 'html' ? fenceOffset(child) : undefined;
    const fence = offset === undefined ? undefined : fences.get(offset);
    if (!fence) target().push(child);
    else if (fence.kind === 'open' && open.length >= maxOpen) {
      // Its closing fence closes another block, but no text is lost.
      if (!isTooDeep) reportDepth(vfile, child.position);
      isTooDeep = true;
    } else if (fence.kind === 'open') open.push({ fence, position: child.position, children: [] });
    else {
      const div = open.pop();
      if (div) target().push(toFencedDiv(div, child.position));
      else reportClosing(vfile, child.position);
    }
  }
  for (let div = open.pop(); div; div = open.pop()) {
    reportOpening(vfile, div);
    target().push(toFencedDiv(div, undefined));
  }
  (parent.children as Block[]) = result;
}

function toFencedDiv(div: OpenDiv, closing: Position | undefined): FencedDiv {
  const { name, attributes } = div.fence;
  const ends = [{ position: div.position }, ...div.children.slice(-1), { position: closing }];
  return {
    type: 'fencedDiv',
    ...(name !== undefined && { name }),
    children: div.children,
    ...(attributes && { data: { attributes } }),
    position: around(ends),
  };
}

function fenceOffset(node: Html): number | undefined {
  const match = /^<!--mdcv:(\d+)-->$/.exec(node.value);
  return match ? Number(match[1]) : undefined;
}

function reportDepth(vfile: VFile, place: Position | undefined): void {
  addProblem(vfile, 'too-deep', {
    reason: `Cannot nest blocks any deeper than ${maxOpen}`,
    note: 'Close blocks with `:::` before opening others.',
    place,
  });
}

function reportOpening(vfile: VFile, div: OpenDiv): void {
  addProblem(vfile, 'unclosed-block', {
    reason: `Cannot find the end of the block${div.fence.name ? ` \`${div.fence.name}\`` : ''}, expected \`:::\``,
    note: 'Write `:::` on a line of its own where the block ends.',
    place: div.position,
  });
}

function reportClosing(vfile: VFile, place: Position | undefined): void {
  addProblem(vfile, 'unclosed-block', {
    reason: 'Cannot find the block that this `:::` closes',
    note: 'Delete it, or open a block with `::: name` above. Attributes stand in braces: `::: name {key=value}`.',
    place,
  });
}
