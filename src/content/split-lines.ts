/** The lines of a paragraph as the author broke them. */
import type { PhrasingContent } from 'mdast';
import { hardBreak, slicePhrasing, toPhrasingText, trimPhrasing } from './phrasing-text.ts';

export interface Line {
  nodes: PhrasingContent[];
  /** How it ends: a hard break, the mere end of a source line, or the paragraph's end. */
  end: 'hard' | 'soft' | 'last';
}

/** Cuts at hard breaks and line ends. Lines without text are dropped. */
export function splitLines(nodes: readonly PhrasingContent[]): Line[] {
  const text = toPhrasingText(nodes);
  const lines: Line[] = [];
  let from = 0;
  for (const match of text.matchAll(/[ \t]*[\n\u2028][\s]*/gu)) {
    push(lines, slicePhrasing(nodes, from, match.index), match[0].includes(hardBreak) ? 'hard' : 'soft');
    from = match.index + match[0].length;
  }
  push(lines, slicePhrasing(nodes, from), 'last');
  return lines;
}

/** Lines as one run again, with their breaks. */
export function joinLines(lines: readonly Line[]): PhrasingContent[] {
  return lines.flatMap(({ nodes, end }, index): PhrasingContent[] => {
    if (index === lines.length - 1) return nodes;
    return [...nodes, end === 'hard' ? { type: 'break' } : { type: 'text', value: '\n' }];
  });
}

function push(lines: Line[], nodes: PhrasingContent[], end: Line['end']): void {
  const trimmed = trimPhrasing(nodes);
  if (trimmed.length > 0) lines.push({ nodes: trimmed, end });
}
