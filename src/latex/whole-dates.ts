/** Chinese, Japanese and Korean dates in text: no line may end within a year, or within a month and its day (JLREQ 3.1.10, CLREQ). */
import type { Run } from './runs.ts';

/** A run, or the part of one that belongs to a date. */
export interface DatedRun extends Run {
  /** Which part of a date it is in: `2016年` and `9月12日` have numbers of their own. */
  part?: number | undefined;
  /** It begins the part of a date that goes on: a line of a narrow column may end before it. */
  goesOn?: boolean | undefined;
}

const number = '(?:[0-9０-９]+|[〇零一二三四五六七八九十]{1,4}|元)';
const era = '(?:明治|大正|昭和|平成|令和|民國|民国|西暦|公元)?';
const part = new RegExp(
  `(?<![0-9０-９])(?:${era}${number}[年년]|${number}[月월](?:${number}[日号號일])?|${number}[日号號일])`,
  'gu',
);

/** The parts of dates that a text holds, between which a line of a narrow column may end. */
export function partsOfDates(text: string): string[] {
  return /[年月日년월일]/.test(text) ? (text.match(part) ?? []) : [];
}

/** The runs of a text, cut where parts of dates begin and end. */
export function cutAtDates(runs: readonly Run[], text: string): DatedRun[] {
  if (!/[年月日년월일]/.test(text)) return [...runs];
  const parts = [...text.matchAll(part)].map(({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  }));
  const cut: DatedRun[] = [];
  let next = 0;
  let offset = 0;
  for (const run of runs) {
    const end = offset + run.text.length;
    for (let from = offset; from < end; ) {
      while ((parts[next]?.to ?? end) <= from) next += 1;
      const within = parts[next];
      const isInside = within !== undefined && within.from <= from;
      const to = Math.min(end, (isInside ? within.to : within?.from) ?? end);
      cut.push({
        ...run,
        text: run.text.slice(from - offset, to - offset),
        ...(isInside && { part: next, goesOn: from === within.from && parts[next - 1]?.to === from }),
      });
      from = to;
    }
    offset = end;
  }
  return cut;
}
