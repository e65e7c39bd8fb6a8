import type { PageBox } from '../model/pdf-places.ts';
import type { TextItem, TextPage } from '../pdf/text-pages.ts';

/** What stands on one base line of a page. */
export interface TextLine extends PageBox {
  /** From left to right. */
  items: TextItem[];
  text: string;
  baseline: number;
  /** Of most of its letters. */
  fontSize: number;
  /** A page number, or what stands at the same place on every page. */
  running: boolean;
}

/** Base lines that are nearer than this are one, in points: superscripts, small capitals. */
const sameLine = 2;

/** The lines of all pages, from top to bottom. */
export function toTextLines(pages: readonly TextPage[]): TextLine[] {
  const lines = pages.flatMap(linesOfPage);
  const places = new Map<string, number>();
  const placeOf = (line: TextLine): string => `${line.text} ${Math.round(line.baseline)}`;
  for (const line of lines) places.set(placeOf(line), (places.get(placeOf(line)) ?? 0) + 1);
  for (const line of lines) {
    const { height = 0 } = pages[line.page - 1] ?? {};
    const isNumber = line.baseline > height * 0.9 && /^\d+(?:\s*\/\s*\d+)?$/.test(line.text.trim());
    line.running = isNumber || (pages.length > 1 && places.get(placeOf(line)) === pages.length);
  }
  return lines;
}

function linesOfPage({ items }: TextPage): TextLine[] {
  const seen = items.filter(({ text }) => text.trim() !== '').sort((a, b) => a.baseline - b.baseline);
  const groups: TextItem[][] = [];
  for (const item of seen) {
    const group = groups.at(-1);
    if (group && item.baseline - (group[0]?.baseline ?? 0) < sameLine) group.push(item);
    else groups.push([item]);
  }
  return groups.map(toLine);
}

function toLine(group: readonly TextItem[]): TextLine {
  const items = [...group].sort((a, b) => a.x - b.x);
  const largest = items.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const x = Math.min(...items.map((item) => item.x));
  const y = Math.min(...items.map((item) => item.y));
  return {
    items,
    text: items.map(({ text }) => text).join(' '),
    page: largest.page,
    x,
    y,
    width: Math.max(...items.map((item) => item.x + item.width)) - x,
    height: Math.max(...items.map((item) => item.y + item.height)) - y,
    baseline: largest.baseline,
    fontSize: largest.fontSize,
    running: false,
  };
}
