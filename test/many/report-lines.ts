import type { ReportLine } from '../../src/many/report-line.ts';

/** A line as a build prints it. */
export function toLine(changes: Partial<ReportLine> = {}): ReportLine {
  return {
    file: 'people/ada/cv.md',
    status: 'built',
    shard: { index: 1, count: 1, lines: 1, allLines: 1 },
    pdf: 'out/people/ada/cv.pdf',
    template: 'banking',
    durationMs: 1500,
    messages: [],
    ...changes,
  };
}
