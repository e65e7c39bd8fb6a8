import type { LogEntry } from './engine.ts';
import { parseErrorLines } from './parse-error-lines.ts';
import { parseMissingCharacter } from './parse-missing-character.ts';
import { parseOpenGroups } from './parse-open-groups.ts';
import { parseOverfullBox } from './parse-overfull-box.ts';
import { parseProgress } from './parse-progress.ts';
import { parseWarningLines } from './parse-warning-lines.ts';
import type { ParsedLines } from './parsed-lines.ts';

/** Looks at the line with this index and answers with undefined when it is none of its own. */
type LineParser = (lines: readonly string[], index: number) => ParsedLines | undefined;

const parsers: readonly LineParser[] = [
  parseOverfullBox,
  parseMissingCharacter,
  parseWarningLines,
  parseProgress,
  // Before the errors, of which it is one.
  parseOpenGroups,
  parseErrorLines,
];

/**
 * Reads the log of a TeX run made with `-file-line-error` and lines that are not broken (`max_print_line`). Pure; time is linear
 * in the length of the log. Entries come in the log's order, repeated ones too.
 */
export function parseLog(log: string): LogEntry[] {
  const lines = log.split('\n');
  const entries: LogEntry[] = [];
  let index = 0;
  while (index < lines.length) {
    const parsed = parseLine(lines, index);
    if (parsed?.entry) entries.push(parsed.entry);
    index = parsed?.next ?? index + 1;
  }
  return entries;
}

/** The number of pages that TeX says it wrote. */
export function readPageCount(log: string): number | undefined {
  const line = log.slice(log.lastIndexOf('\nOutput written on ') + 1);
  const match = /^Output written on .*? \((\d+) pages?\b/.exec(line);
  return match ? Number(match[1]) : undefined;
}

function parseLine(lines: readonly string[], index: number): ParsedLines | undefined {
  for (const parse of parsers) {
    const parsed = parse(lines, index);
    if (parsed) return parsed;
  }
  return undefined;
}
