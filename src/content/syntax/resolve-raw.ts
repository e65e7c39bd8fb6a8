import type { InlineCode, Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { addProblem } from '../../problem.ts';
import { slicePhrasing } from '../phrasing-text.ts';
import { walkTree } from './walk-tree.ts';

export interface RawOptions {
  /** Offsets of code spans that are formulas. */
  math: ReadonlySet<number>;
  /** Whether raw LaTeX is let through. */
  latex: boolean;
}

/**
 * Turns code with pandoc's `{=latex}` into raw LaTeX, where the front matter allows it, else into text; what is meant for other
 * formats is left out. Code spans that are formulas become mathematics.
 */
export function resolveRaw(root: Root, vfile: VFile, options: RawOptions): void {
  walkTree(root, (node) => {
    if (!('children' in node)) return;
    if (!node.children.some((child) => child.type === 'inlineCode' || child.type === 'code')) return;
    const children: Nodes[] = [];
    for (const child of node.children) {
      const previous = children.at(-1);
      const format = previous?.type === 'inlineCode' ? inlineFormat(child) : undefined;
      if (child.type === 'inlineCode' && options.math.has(child.position?.start.offset as number)) {
        children.push({ type: 'inlineMath', value: child.value, position: child.position });
      } else if (child.type === 'code') {
        children.push(...resolveBlock(child, vfile, options));
      } else if (format && child.type === 'text') {
        children.pop();
        children.push(...resolveInline(previous as InlineCode, format, vfile, options));
        children.push(...slicePhrasing([child], format.length + 3));
      } else children.push(child);
    }
    (node.children as Nodes[]) = children;
  });
}

function inlineFormat(node: Nodes): string | undefined {
  return node.type === 'text' ? /^\{=(\w+)\}/.exec(node.value)?.[1] : undefined;
}

function resolveInline(node: InlineCode, format: string, vfile: VFile, options: RawOptions): Nodes[] {
  const { value, position } = node;
  if (!isLatex(format)) return leaveOut(node, format, vfile);
  if (options.latex) return [{ type: 'rawLatex', value, position }];
  reportOff(node, vfile);
  return [{ type: 'text', value, position }];
}

function resolveBlock(node: Extract<Nodes, { type: 'code' }>, vfile: VFile, options: RawOptions): Nodes[] {
  const format = /^\{=(\w+)\}$/.exec(node.lang ?? '')?.[1];
  if (!format) return [node];
  const { value, position } = node;
  if (!isLatex(format)) return leaveOut(node, format, vfile);
  if (options.latex) return [{ type: 'rawLatex', value, position }];
  reportOff(node, vfile);
  if (value.trim() === '') return [];
  return [{ type: 'paragraph', children: [{ type: 'text', value, position }], position }];
}

function isLatex(format: string): boolean {
  return format === 'latex' || format === 'tex';
}

function leaveOut(node: Nodes, format: string, vfile: VFile): Nodes[] {
  addProblem(vfile, 'stripped-syntax', {
    reason: `Cannot set raw \`${format}\`, it is left out`,
    note: 'mdcv sets with LaTeX. Write it in Markdown.',
    place: node,
  });
  return [];
}

function reportOff(node: Nodes, vfile: VFile): void {
  addProblem(vfile, 'raw-latex-off', {
    reason: 'Cannot run raw LaTeX, the front matter does not allow it, so it is printed as text',
    note: 'Write `raw: latex` into the front matter if you trust this file.',
    place: node,
  });
}
