import type { Nodes, PhrasingContent, Root, Text } from 'mdast';
import type { Position } from 'unist';
import type { TextPoints } from './text-points.ts';
import { walkTree } from './walk-tree.ts';

/**
 * What CVs raise and lower: ordinals, marks of affiliations, ions; chemistry and indices. Blanks end a script, as pandoc has it. `~` stands
 * for "about" and "to" as well, so what is lowered has a letter before it: neither `~20k/~30k` nor `2016~2018~2020` is a script.
 */
const scripts =
  /\^(?<raised>[\p{L}\p{N}+−*†‡§-][\p{L}\p{N}+−–,*†‡§-]{0,19})\^|(?<=[\p{Script=Latin}\p{Script=Greek})\]])~(?<lowered>[\p{Script=Latin}\p{Script=Greek}\p{Nd}+-]{1,10})~(?!~)/gu;

/** Reads pandoc's superscript and subscript, `4^th^` and `H~2~O`; `\^` and `\~` are signs. Addresses and code are left alone. */
export function resolveScripts(root: Root, source: string, points: TextPoints): void {
  walkTree(root, (node) => {
    if (!('children' in node) || node.type === 'superscript' || node.type === 'subscript') return;
    (node.children as Nodes[]) = (node.children as Nodes[]).flatMap((child): Nodes[] => {
      if (child.type !== 'text' || child.value.search(scripts) < 0) return [child];
      return node.type === 'link' && node.url.endsWith(child.value)
        ? [child]
        : toNodes(child, source, points);
    });
  });
}

function toNodes(text: Text, source: string, points: TextPoints): PhrasingContent[] {
  const { start, end } = text.position as Position;
  const from = start.offset as number;
  const raw = source.slice(from, end.offset);
  if (/\\[\^~]/.test(raw)) return [text];
  const place = (at: number, to: number): Position =>
    raw === text.value ? points.position(from + at, from + to) : (text.position as Position);
  const toText = (at: number, to: number): Text => ({
    type: 'text',
    value: text.value.slice(at, to),
    position: place(at, to),
  });
  const nodes: PhrasingContent[] = [];
  let done = 0;
  for (const { 0: whole, index, groups } of text.value.matchAll(scripts)) {
    const behind = index + whole.length;
    if (index > done) nodes.push(toText(done, index));
    nodes.push({
      type: groups?.raised ? 'superscript' : 'subscript',
      children: [toText(index + 1, behind - 1)],
      position: place(index, behind),
    });
    done = behind;
  }
  if (done < text.value.length) nodes.push(toText(done, text.value.length));
  return nodes;
}
