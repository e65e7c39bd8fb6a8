/** The lines of a paragraph as the author broke them. */
import type { PhrasingContent } from 'mdast';
import { around, hardBreak, splitAtMatches, toPhrasingText, trimPhrasing } from '../phrasing-text.ts';

export interface Line {
  nodes: PhrasingContent[];
  /** How it ends: a hard break, the mere end of a source line, or the paragraph's end. */
  end: 'hard' | 'soft' | 'last';
}

/** Cuts at hard breaks and line ends. Lines without text are dropped. */
export function splitLines(nodes: readonly PhrasingContent[]): Line[] {
  const pieces = splitAtMatches(nodes, toPhrasingText(nodes), /[ \t]*[\n\u2028]\s*/gu);
  return pieces.flatMap(({ nodes: piece, separator }) => {
    const line = trimPhrasing(piece);
    const end = separator === undefined ? 'last' : separator.includes(hardBreak) ? 'hard' : 'soft';
    return line.length > 0 ? { nodes: line, end } : [];
  });
}

/** Lines as one run again, with their breaks. */
export function joinLines(lines: readonly Line[]): PhrasingContent[] {
  return lines.flatMap(({ nodes, end }, index): PhrasingContent[] => {
    if (index === lines.length - 1) return nodes;
    if (end === 'hard') return [...nodes, { type: 'break' }];
    const start = around(nodes)?.end;
    // With its place, so that TeX knows that the next source line begins.
    return [...nodes, { type: 'text', value: '\n', ...(start && { position: { start, end: start } }) }];
  });
}
