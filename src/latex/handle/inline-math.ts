import type { InlineMath } from '../../content/nodes.ts';
import { addProblem } from '../../problem.ts';
import type { LatexContext } from '../context.ts';
import { escapeTex } from '../escape.ts';
import { mathToTex } from '../math.ts';
import type { Tex } from '../tex.ts';
import type { PhrasingState } from './phrasing-state.ts';

/** How much of a formula a message shows, in characters. */
const longestShown = 60;

/** What xelatex's PDF driver knows no Unicode of, though each glyph of a PDF/A-2u must have it (ISO 19005-2, 6.2.11.7.2). */
const nameless = /\\(?:oint|widehat|widetilde|overbrace|underbrace)(?![a-z])/;

function reportNameless(math: Tex, { position: place }: InlineMath, { engine, vfile }: LatexContext): void {
  const [command] = (engine === 'xelatex' && nameless.exec(math)) || [];
  if (command)
    addProblem(vfile, 'no-pdfa', {
      reason: `The PDF does not claim to be PDF/A: with xelatex, \`${command}\` is a sign without letters`,
      note: 'Set it with pdflatex or lualatex (`engine:`), or write the formula in another way.',
      place,
    });
}

/** Mathematics that is not known to be safe and whole is printed as it was written. */
export function handleInlineMath(node: InlineMath, { context }: PhrasingState): Tex {
  const { value } = node;
  const math = mathToTex(value);
  if (math) {
    reportNameless(math, node, context);
    return math;
  }
  const shown = value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
  addProblem(context.vfile, 'unsafe-math', {
    reason: `Cannot set \`${shown}\` as mathematics, expected letters, numbers, signs and well-known commands like \`\\frac{1}{2}\``,
    note: 'It is printed as text. Check its braces, or write it in plain words.',
    place: node.position,
  });
  return escapeTex(`$${value}$`, { ...context, position: node.position });
}
