import { findReached } from './describe-ending.ts';
import type { EngineRun, LogEntry } from './engine.ts';
import type { PlaceFinder, Spot } from './find-place.ts';
import type { Finding } from './finding.ts';

/** What is told of each. */
export const stops = {
  time: {
    code: 'tex-timeout',
    reason: 'TeX did not end within its time limit',
    note: 'Look for a command that calls itself at the place where TeX was; `--timeout` gives it more time.',
  },
  memory: {
    code: 'tex-memory',
    reason: 'TeX took more memory than it may, or than there is',
    note: 'Look for a command that calls itself, or a very large picture, at the place where TeX was.',
  },
  output: {
    code: 'tex-output',
    reason: 'TeX wrote a file that is larger than it may be',
    note: 'Look for a command that calls itself, or a very large picture, at the place where TeX was; `ulimit -f` shows whether your own limit is low.',
  },
} as const;

type Stop = Pick<EngineRun, 'timedOut' | 'outOf'>;

/** Why TeX was ended before it got to an end of its own, at the place where it was; nothing where it was not. */
export function describeStop(
  { timedOut, outOf }: Stop,
  entries: readonly LogEntry[],
  finder: PlaceFinder,
): Finding[] {
  const row = timedOut ? stops.time : outOf && stops[outOf];
  return row ? [{ ...row, spot: findStop(entries, finder) }] : [];
}

/** TeX writes where it was when it is interrupted; else the last line that its log names is the nearest. */
function findStop(entries: readonly LogEntry[], finder: PlaceFinder): Spot | undefined {
  const at = entries.findLast((entry) => 'line' in entry && entry.line !== undefined);
  const line = at && 'line' in at ? at.line : undefined;
  if (at?.kind === 'reached') return findReached(entries, finder);
  return line === undefined ? undefined : finder.atLine(line);
}
