import { MdcvError } from '../problem.ts';
import type { ReportLine, ShardOfLine } from './report-line.ts';
import { keyOfLine, sortLines } from './report-line.ts';

/** The lines of all reports, and what keeps them from being the whole. */
export interface MergedReport {
  lines: ReportLine[];
  /** In words, a sentence each without a full stop. */
  problems: string[];
}

/**
 * Joins what shards have printed with `--json`.
 * @param reports each a file's name and text
 * @throws MdcvError `bad-report` for text that is no such report
 */
export function mergeReports(reports: readonly { name: string; text: string }[]): MergedReport {
  const byFile = reports.map(({ name, text }) => ({ name, lines: parseReport(name, text) }));
  const all = byFile.flatMap(({ lines }) => lines);
  const [first] = all;
  if (!first) return { lines: [], problems: ['Cannot find a line in any report'] };
  const { count, allLines } = first.shard;
  const strange = byFile.filter(({ lines }) =>
    lines.some(({ shard }) => shard.count !== count || shard.allLines !== allLines),
  );
  if (strange.length > 0) {
    const names = strange.map(({ name }) => `\`${name}\``).join(', ');
    return {
      lines: sortLines(all),
      problems: [
        `Cannot join ${names}: expected parts of ${count} with ${allLines} lines together, as in the first report`,
      ],
    };
  }
  return { lines: sortLines(withoutDoubles(all)), problems: [...findDoubles(byFile), ...findGaps(all)] };
}

function findDoubles(byFile: readonly { name: string; lines: ReportLine[] }[]): string[] {
  const seen = new Map<number, string[]>();
  for (const { name, lines } of byFile)
    for (const index of new Set(lines.map(({ shard }) => shard.index)))
      seen.set(index, [...(seen.get(index) ?? []), name]);
  return [...seen]
    .filter(([, names]) => names.length > 1)
    .map(([index, names]) => `Shard ${index} is there ${names.length} times, in ${names.join(', ')}`);
}

/** A shard of which there is nothing may have nothing to do: the others tell how many lines there are. */
function findGaps(all: readonly ReportLine[]): string[] {
  const lines = withoutDoubles(all);
  const { count, allLines } = (all[0] as ReportLine).shard;
  const shards = new Map<number, ShardOfLine & { found: number }>();
  for (const { shard } of lines) {
    const known = shards.get(shard.index);
    shards.set(shard.index, { ...shard, found: (known?.found ?? 0) + 1 });
  }
  const problems = [...shards.values()]
    .filter(({ lines: expected, found }) => found < expected)
    .map(({ index, lines: expected, found }) => `Shard ${index} is not whole, ${found} of ${expected} lines`);
  const announced = [...shards.values()].reduce((sum, shard) => sum + shard.lines, 0);
  if (announced >= allLines) return problems;
  const absent = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !shards.has(index));
  return [
    ...problems,
    `Shard ${absent.join(', ')} of ${count} ${absent.length === 1 ? 'is' : 'are'} missing, with ${allLines - announced} of ${allLines} lines`,
  ];
}

/** Of a CV that two reports tell of, the last one. */
function withoutDoubles(lines: readonly ReportLine[]): ReportLine[] {
  const byBuild = new Map(lines.map((line) => [keyOfLine(line), line]));
  return [...byBuild.values()];
}

function parseReport(name: string, text: string): ReportLine[] {
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() ? [parseLine(line, `${name}:${index + 1}`)] : []));
}

function parseLine(text: string, place: string): ReportLine {
  const found = parseJson(text);
  if (isReportLine(found)) return found;
  throw new MdcvError('bad-report', `Cannot read ${place}, expected a line of \`mdcv build --json\``, {
    hint: 'Give the files that the shards of many CVs have printed to standard output, whole.',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isReportLine(found: unknown): found is ReportLine {
  const { file, status, shard, messages } = (found ?? {}) as Partial<ReportLine>;
  const numbers = [shard?.index, shard?.count, shard?.lines, shard?.allLines];
  return (
    typeof file === 'string' &&
    typeof status === 'string' &&
    Array.isArray(messages) &&
    numbers.every((number) => Number.isInteger(number))
  );
}
