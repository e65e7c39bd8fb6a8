import type { VFile } from 'vfile';
import { addProblem } from '../../problem.ts';
import { createCodeRegions } from './code-regions.ts';
import { findCommentEnd } from './comment-end.ts';
import { createNextMatch, type NextMatch } from './next-match.ts';
import type { Edit } from './source-edits.ts';
import type { TextPoints } from './text-points.ts';

export interface Stripped {
  edits: Edit[];
  /** Where the formulas stand that became code spans, by the offset of their opening dollar. */
  math: Set<number>;
}

type Kind = 'Liquid' | 'Jekyll attributes' | 'R code' | 'imports of style sheets';
type Found = Record<Kind, [start: number, end: number][]>;

/** What may begin something to strip, or hides it: escapes, code. A fence may begin at each line. */
const tokens = /\\[^\n]|\n|`+|<!--|\{\{|\{%|\{:[^{}\n]*\}|\$|^@import[ \t]+["'][^"'\n]*["'][^\n]*$/gm;
/** Pandoc's rule: no space inside the dollars, no digit behind the second, so that $5 and $10 stay money. */
const formula = /\$(?![\s$])((?:\\[^\n]|[^\\$\n])+)(?<!\s)\$(?!\d)/y;
const chunk = /^\{(?:r|python|julia|ojs|sql|bash|stan|rcpp|css|js|dot|mermaid)[\s,}]/i;
const inlineR = /^`r [^`]*[($:]/;

/**
 * Takes out what is no Markdown, before it is parsed: comments, and with a warning a kind Liquid, Jekyll's `{: … }` and
 * chunks of R. With `math`, formulas become code spans, whose content Markdown leaves alone. Code is left as it is.
 */
export function stripSyntax(
  vfile: VFile,
  from: number,
  points: TextPoints,
  options: { math: boolean },
): Stripped {
  const text = String(vfile);
  const token = new RegExp(tokens);
  const code = createCodeRegions(text);
  const nextLiquid: Record<string, NextMatch> = {
    '{{': createNextMatch(text, /\}\}/g),
    '{%': createNextMatch(text, /%\}/g),
  };
  const nextComment = createNextMatch(text, /--!?>/g);
  const nextBlank = createNextMatch(text, /\n[ \t]*\r?(?:\n|$)/g);
  const edits: Edit[] = [];
  const math = new Set<number>();
  const found: Found = { Liquid: [], 'Jekyll attributes': [], 'R code': [], 'imports of style sheets': [] };

  function remove(start: number, end: number, kind?: Kind): number {
    const isBetweenBlanks = /[ \t]/.test(text[start - 1] ?? '') && /[ \t]/.test(text[end] ?? '');
    edits.push({ start, end: isBetweenBlanks ? end + 1 : end, text: '' });
    if (kind) found[kind].push([start, end]);
    return isBetweenBlanks ? end + 1 : end;
  }

  /** Deals with what begins at `start` and returns where to go on. */
  function step(start: number, what: string): number {
    const next = start + what.length;
    if (what === '\n') return stepFence(next);
    if (what[0] === '\\') return next;
    if (what[0] === '`') return stepSpan(start, what.length);
    if (what === '<!--') {
      const { end, closed } = findCommentEnd(text, start, nextComment);
      if (!closed) reportUnclosedComment(vfile, points, start, end);
      return remove(start, end);
    }
    if (what.startsWith('@')) return remove(start, next, 'imports of style sheets');
    if (what.startsWith('{:')) return remove(start, next, 'Jekyll attributes');
    if (what === '$') return options.math ? stepFormula(start) : next;
    const close = nextLiquid[what]?.(next);
    if (!close || close.end > (nextBlank(start)?.start ?? text.length)) return next;
    return remove(start, close.end, 'Liquid');
  }

  function stepFence(start: number): number {
    const fence = code.fenceAt(start);
    if (!fence) return start;
    return chunk.test(fence.info) ? remove(fence.start, fence.end, 'R code') : fence.end;
  }

  function stepSpan(start: number, length: number): number {
    const end = code.spanEnd(start, length);
    if (end === undefined) return start + length;
    return length === 1 && inlineR.test(text.slice(start, end)) ? remove(start, end, 'R code') : end;
  }

  function stepFormula(start: number): number {
    formula.lastIndex = start;
    const match = formula.exec(text);
    if (!match) return start + 1;
    const end = start + match[0].length;
    edits.push({ start, end, text: toCodeSpan(match[1] as string) });
    math.add(start);
    return end;
  }

  token.lastIndex = stepFence(from);
  for (let match = token.exec(text); match; match = token.exec(text)) {
    token.lastIndex = step(match.index, match[0]);
  }
  reportStripped(vfile, points, found);
  return { edits, math };
}

/** Fenced by more backticks than it holds. */
function toCodeSpan(value: string): string {
  const runs = value.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const pad = value.startsWith('`') || value.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${value}${pad}${fence}`;
}

function reportUnclosedComment(vfile: VFile, points: TextPoints, start: number, end: number): void {
  addProblem(vfile, 'unclosed-block', {
    reason: 'Cannot find the end of this comment, expected `-->`',
    note: 'Close it with `-->`. Until then only this line is taken as the comment.',
    place: points.position(start, end),
  });
}

function reportStripped(vfile: VFile, points: TextPoints, found: Found): void {
  for (const [kind, places] of Object.entries(found)) {
    if (!places[0]) continue;
    const [start, end] = places[0];
    const more = places.length > 1 ? ` and ${places.length - 1} more` : '';
    addProblem(vfile, 'stripped-syntax', {
      reason: `Cannot run ${kind}, so \`${shorten(String(vfile).slice(start, end))}\`${more} is left out`,
      note: 'Write what it would print instead.',
      place: points.position(start, end),
    });
  }
}

function shorten(source: string): string {
  const line = source.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
