import type { Position } from 'unist';
import { addProblem } from '../problem.ts';
import type { LatexContext } from './context.ts';
import { rawTex, type Tex } from './tex.ts';

/** TeX lists that may stand in one another: LaTeX itself refuses the seventh. */
const deepest = 6;

/** Whether one more list would be too deep; the first level that is gets a message. */
export function isTooDeep(node: { position?: Position | undefined }, context: LatexContext): boolean {
  if (context.depth < deepest) return false;
  if (context.depth === deepest) {
    addProblem(context.vfile, 'too-deep', {
      reason: `Cannot indent more than ${deepest} levels of lists and quotes; deeper ones are set at level ${deepest}`,
      note: 'Nothing is lost, but the levels look the same. Use fewer levels.',
      place: node.position,
    });
  }
  return true;
}

/** The context of what stands in a list or quote. */
export function deeper(context: LatexContext): LatexContext {
  return { ...context, depth: context.depth + 1 };
}

/** `\begin{name}arguments` … `\end{name}` on lines of their own. */
export function environment(name: string, body: Tex, argument = ''): Tex {
  return rawTex(`\\begin{${name}}${argument}\n${body}\n\\end{${name}}`);
}
