import type { TextItem, TextPage } from '../../pdf/text-pages.ts';

/** A part of a line that white space or a change of the font sets off. */
export interface Segment {
  text: string;
  /** Font and size, which tell headings, titles and running text apart. */
  style: string;
  fontSize: number;
  /** White space sets it off from what stands before it in its line. */
  apart: boolean;
}

/** A line as a résumé parser sees it: in the order of the file, which is not always that of the page. */
export interface ResumeLine {
  segments: Segment[];
  /** What white space sets off is set off by two spaces. */
  text: string;
}

/** Gaps wider than this, in sizes of the type, set segments off. */
const widestSpace = 1.1;
const sameBaseline = 2;
const pageNumber = /^\d+\s*\/\s*\d+$/;

/** The lines of a PDF in the order of the file, without page numbers. */
export function toResumeLines(pages: readonly TextPage[]): ResumeLine[] {
  const lines: ResumeLine[] = [];
  for (const { items } of pages) {
    let line: TextItem[] = [];
    for (const item of items) {
      const before = line.at(-1);
      if (before && Math.abs(before.baseline - item.baseline) > sameBaseline && item.text.trim() !== '') {
        lines.push(toLine(line));
        line = [];
      }
      line.push(item);
      if (!item.endsLine) continue;
      lines.push(toLine(line));
      line = [];
    }
    lines.push(toLine(line));
  }
  return lines.filter(({ text }) => text !== '' && !pageNumber.test(text));
}

function toLine(items: readonly TextItem[]): ResumeLine {
  const segments: Segment[] = [];
  let text = '';
  let before: TextItem | undefined;
  for (const item of items) {
    if (item.text.trim() === '') continue;
    const style = `${item.font} ${item.fontSize.toFixed(1)}`;
    const gap = before ? item.x - before.x - before.width : 0;
    const apart = gap >= widestSpace * item.fontSize;
    const last = segments.at(-1);
    const space = gap > item.fontSize * 0.15 || /\s$/.test(before?.text ?? '') ? ' ' : '';
    if (last && last.style === style && !apart) last.text += space + item.text;
    else
      segments.push({
        text: item.text,
        style,
        fontSize: item.fontSize,
        apart,
      });
    text += (apart ? '  ' : space) + item.text;
    before = item;
  }
  for (const segment of segments) segment.text = segment.text.replace(/\s+/g, ' ').trim();
  return { segments, text: text.trim() };
}
