import type { LogEntry } from './engine.ts';
import type { ParsedLines } from './parsed-lines.ts';

/** What templates/shared/ending.tex.njk writes. */
const progress = /^\(mdcv\) (at|whole at) line (\d+) ?([0-9a-f]*)$/;

/** How far TeX got, and that it reached the end. */
export function parseProgress(lines: readonly string[], index: number): ParsedLines | undefined {
  const line = lines[index] as string;
  // Nearly all lines of a log are something else: the cheap question comes first.
  const match = line.startsWith('(mdcv) ') ? progress.exec(line) : null;
  if (!match) return undefined;
  const [, kind, at, seal = ''] = match;
  const entry: LogEntry =
    kind === 'at' ? { kind: 'reached', line: Number(at) } : { kind: 'whole', line: Number(at), seal };
  return { entry, next: index + 1 };
}
