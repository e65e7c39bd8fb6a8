import { toString as nodeToString } from 'mdast-util-to-string';
import type { Node } from 'unist';
import { addProblem } from '../../problem.ts';
import type { LatexContext } from '../context.ts';
import { escapeTex } from '../escape.ts';
import type { Tex } from '../tex.ts';

/** A node that no stage before should have left here: reported, its text kept. */
export function handleUnhandled(node: Node, context: LatexContext): Tex {
  addProblem(context.vfile, 'unhandled-node', {
    reason: `Cannot set a Markdown node of type \`${node.type}\` in its own way; its text is printed plainly`,
    note: 'Write it in another way. This is a gap in mdcv that is worth a report.',
    place: node.position,
  });
  const text = nodeToString(node).replace(/\s*\n\s*/g, ' ');
  return escapeTex(text, { ...context, position: node.position });
}
