import type { ParsedLines } from './parsed-lines.ts';

/** What templates/shared/ending.tex.njk writes. */
const progress = /^\(mdcv\) (at|whole at) line (\d+)$/;

/** How far TeX got, and that it reached the end. */
export function parseProgress(lines: readonly string[], index: number): ParsedLines | undefined {
  const line = lines[index] as string;
  // Nearly all lines of a log are something else: the cheap question comes first.
  const match = line.startsWith('(mdcv) ') ? progress.exec(line) : null;
  if (!match) return undefined;
  const kind = match[1] === 'at' ? 'reached' : 'whole';
  return { entry: { kind, line: Number(match[2]) }, next: index + 1 };
}
