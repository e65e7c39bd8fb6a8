import type { Code } from 'mdast';
import { codeToTex } from '../code-to-tex.ts';
import type { LatexContext } from '../context.ts';
import { environment } from '../environment.ts';
import { lineMark } from '../line-mark.ts';
import { joinTex, rawTex, type Tex } from '../tex.ts';
import type { FlowState } from './flow-state.ts';

const tabWidth = 4;

/** A code block, a `\mdcvcodeline` each line: no verbatim, which could stand in no argument. */
export function handleCode(node: Code, { context }: FlowState): Tex {
  const lines = node.value.split('\n');
  const first = firstLine(node, lines.length);
  const codeLines = lines.map((line, index) => {
    const tex = lineToTex(keepSpaces(line), { ...context, position: node.position });
    return rawTex(`${lineMark(node, first + index, context)}\\mdcvcodeline{${tex}}`);
  });
  return environment('mdcvcodeblock', joinTex(codeLines, '\n'));
}

function lineToTex(line: string, context: LatexContext): Tex {
  const tex = codeToTex(line, context);
  return context.direction === 'rtl' ? rawTex(`\\mdcvltr{}${tex}\\mdcvendltr{}`) : tex;
}

/** A fence takes the first line of the node; indented code has none. */
function firstLine({ position }: Code, count: number): number {
  return position && position.end.line - position.start.line + 1 > count ? 1 : 0;
}

// Single spaces within a line may break; indents and columns must stay as wide as they are.
function keepSpaces(line: string): string {
  let column = 0;
  const untabbed = line.replace(/[^\t]+|\t/g, (piece) => {
    const text = piece === '\t' ? ' '.repeat(tabWidth - (column % tabWidth)) : piece;
    column += text.length;
    return text;
  });
  return untabbed.replace(/^ | {2,}/g, (spaces) => '\u00a0'.repeat(spaces.length));
}
