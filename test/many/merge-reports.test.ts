import { describe, expect, it } from 'vitest';
import { mergeReports } from '../../src/many/merge-reports.ts';
import { exitCodeOfLines, type ReportLine, summarizeLines } from '../../src/many/report-line.ts';
import { selectShard } from '../../src/many/shard.ts';
import { toLine } from './report-lines.ts';

const files = ['e.md', 'd.md', 'c.md', 'b.md', 'a.md'];

function report(
  index: number,
  count: number,
  from: readonly string[] = files,
): { name: string; text: string } {
  const own = selectShard(from, { index, count });
  const shard = { index, count, lines: own.length, allLines: from.length };
  const lines = own.map((file) => toLine({ file, shard }));
  return { name: `report-${index}.jsonl`, text: lines.map((line) => `${JSON.stringify(line)}\n`).join('') };
}

describe('merging the reports of shards', () => {
  it('gives all lines in the order of the CVs, whatever the order of the reports', () => {
    const { lines, problems } = mergeReports([report(3, 3), report(1, 3), report(2, 3)]);
    expect(lines.map(({ file }) => file)).toEqual([...files].reverse());
    expect(problems).toEqual([]);
  });

  it('says which shard is missing, and how much of it', () => {
    expect(mergeReports([report(1, 3), report(3, 3)]).problems).toEqual([
      'Shard 2 of 3 is missing, with 2 of 5 lines',
    ]);
    expect(mergeReports([report(2, 4)]).problems).toEqual([
      'Shard 1, 3, 4 of 4 are missing, with 4 of 5 lines',
    ]);
  });

  it('does not miss a shard that had nothing to do', () => {
    const reports = [1, 2, 3, 4, 5, 6, 7].map((index) => report(index, 7));
    expect(reports[6]?.text).toBe('');
    expect(mergeReports(reports).problems).toEqual([]);
    expect(mergeReports(reports.slice(1)).problems).toHaveLength(1);
  });

  it('says which shard is there twice, and counts each CV once', () => {
    const again = { ...report(1, 2), name: 'again.jsonl' };
    const { lines, problems } = mergeReports([report(1, 2), report(2, 2), again]);
    expect(problems).toEqual(['Shard 1 is there 2 times, in report-1.jsonl, again.jsonl']);
    expect(lines).toHaveLength(5);
  });

  it('says that a shard ended early', () => {
    const { name, text } = report(1, 2);
    const cut = { name, text: text.slice(0, text.indexOf('\n') + 1) };
    expect(mergeReports([cut, report(2, 2)]).problems).toEqual(['Shard 1 is not whole, 1 of 3 lines']);
  });

  it('joins no shards of other files or of another number', () => {
    const { problems } = mergeReports([report(1, 2), { ...report(2, 3), name: 'other.jsonl' }]);
    expect(problems[0]).toContain('Cannot join `other.jsonl`: expected parts of 2 with 5 lines together');
    expect(mergeReports([report(1, 2), report(2, 2, ['x.md', 'y.md'])]).problems[0]).toContain('Cannot join');
  });

  it('reads nothing but reports', () => {
    expect(() => mergeReports([{ name: 'a.txt', text: '\n{"file": 1}\n' }])).toThrow('Cannot read a.txt:2');
    expect(() => mergeReports([{ name: 'a.txt', text: 'built' }])).toThrow('Cannot read a.txt:1');
    expect(mergeReports([{ name: 'a.txt', text: '' }]).problems).toEqual([
      'Cannot find a line in any report',
    ]);
  });
});

describe('what is said of all', () => {
  const warning = { code: 'widow', severity: 'warning' as const, file: 'a.md', reason: 'Cannot' };
  const lines: ReportLine[] = [
    toLine(),
    toLine({ status: 'unchanged', messages: [warning] }),
    toLine({ status: 'skipped', messages: [warning] }),
    toLine({ status: 'failed' }),
  ];

  it('counts what became of them', () => {
    expect(summarizeLines(lines)).toBe('1 built, 1 unchanged, 1 skipped, 1 failed · 1 warning');
    expect(summarizeLines([])).toBe('nothing to build');
  });

  it('is a failure where one has failed or nothing could be set', () => {
    expect(exitCodeOfLines(lines)).toBe(1);
    expect(exitCodeOfLines(lines.slice(0, 3))).toBe(0);
    expect(exitCodeOfLines(lines.slice(2, 3))).toBe(1);
    expect(exitCodeOfLines([])).toBe(0);
  });
});
