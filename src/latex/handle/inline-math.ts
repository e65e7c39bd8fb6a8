import type { InlineMath } from '../../content/nodes.ts';
import { addProblem } from '../../problem.ts';
import { escapeTex } from '../escape.ts';
import { mathToTex } from '../math.ts';
import type { Tex } from '../tex.ts';
import type { PhrasingState } from './phrasing-state.ts';

/** How much of a formula a message shows, in characters. */
const longestShown = 60;

/** Mathematics that is not known to be safe and whole is printed as it was written. */
export function handleInlineMath(node: InlineMath, { context }: PhrasingState): Tex {
  const { value } = node;
  const math = mathToTex(value);
  if (math) return math;
  const shown = value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
  addProblem(context.vfile, 'unsafe-math', {
    reason: `Cannot set \`${shown}\` as mathematics, expected letters, numbers, signs and well-known commands like \`\\frac{1}{2}\``,
    note: 'It is printed as text. Check its braces, or write it in plain words.',
    place: node.position,
  });
  return escapeTex(`$${value}$`, { ...context, position: node.position });
}
