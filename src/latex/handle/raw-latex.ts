import type { RawLatex } from '../../content/nodes.ts';
import { cleanRaw } from '../clean-raw.ts';
import type { LatexContext } from '../context.ts';
import { lineMark } from '../line-mark.ts';
import { rawTex, type Tex } from '../tex.ts';

/**
 * Raw LaTeX that the author turned on with `raw: latex`: passed on as it is, each line with its mark. A comment at its end gets a line ending,
 * lest it take the text after it along.
 */
export function handleRawLatex(node: RawLatex, { context }: { context: LatexContext }): Tex {
  const lines = cleanRaw(node.value).split('\n');
  const marked = lines.map((line, index) => `${lineMark(node, index, context)}${line}`).join('\n');
  return rawTex(/(?<!\\)%/.test(lines.at(-1) as string) ? `${marked}\n` : marked);
}
