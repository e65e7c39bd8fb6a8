import type { Text } from 'mdast';
import { asUnchanged, escapeTex } from '../escape.ts';
import { lineMark } from '../line-mark.ts';
import { rawTex, type Tex } from '../tex.ts';
import type { PhrasingState } from './phrasing-state.ts';

/** A line ending of the source is one of the TeX, with the mark of its own line, so that an error leads to that line. */
export function handleText(node: Text, { context }: PhrasingState): Tex {
  const { value: text } = node;
  const plain = asUnchanged(text);
  if (plain !== undefined) return plain;
  const value = text.includes('\n') ? text.replace(/[ \t]*\n[ \t]*/g, '\n') : text;
  return escapeTex(value, {
    ...context,
    position: node.position,
    newline: (count) => rawTex(`\n${lineMark(node, count, context)}`),
  });
}
