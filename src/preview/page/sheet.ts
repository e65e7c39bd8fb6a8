import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageBox } from '../../model/pdf-places.ts';
import { element } from './element.ts';

/** One page on the screen. */
export interface Sheet {
  element: HTMLElement;
  page: PDFPageProxy;
  /** Points. */
  width: number;
  height: number;
  /** What the canvas was drawn from, and with how many device pixels for each point. */
  drawn: { page: PDFPageProxy; scale: number } | undefined;
  /** What the text was drawn from. */
  textOf: PDFPageProxy | undefined;
  /** What its links were made from. */
  links: string;
}

/** @param last the sheet in whose place this one comes: what is seen of it stays until it is replaced */
export function createSheet(page: PDFPageProxy, last: Sheet | undefined): Sheet {
  const { width, height } = page.getViewport({ scale: 1 });
  return {
    element: last?.element ?? element('section', { class: 'sheet' }),
    page,
    width,
    height,
    drawn: last?.drawn,
    textOf: last?.textOf,
    links: last?.links ?? '[]',
  };
}

export function putCanvas(sheet: Sheet, canvas: HTMLCanvasElement, scale: number): void {
  sheet.element.querySelector(':scope > canvas')?.remove();
  sheet.element.prepend(canvas);
  sheet.drawn = { page: sheet.page, scale };
}

/** Gives back the memory of a canvas that is far from view. */
export function dropCanvas(sheet: Sheet): void {
  sheet.element.querySelector(':scope > canvas')?.remove();
  sheet.drawn = undefined;
}

export function putText(sheet: Sheet, text: HTMLElement): void {
  sheet.element.querySelector(':scope > .textLayer')?.remove();
  sheet.element.append(text);
  sheet.textOf = sheet.page;
}

/** Marks boxes of the sheet in place of earlier ones. */
export function putMarks(sheet: Sheet, boxes: readonly PageBox[], kind: 'edited' | 'source'): void {
  clearMarks(sheet);
  for (const { x, y, width, height } of boxes) {
    const mark = element('div', { class: `mark mark-${kind}`, 'aria-hidden': 'true' });
    mark.style.left = `${(100 * x) / sheet.width}%`;
    mark.style.top = `${(100 * y) / sheet.height}%`;
    mark.style.width = `${(100 * width) / sheet.width}%`;
    mark.style.height = `${(100 * height) / sheet.height}%`;
    sheet.element.append(mark);
  }
}

export function clearMarks(sheet: Sheet): void {
  for (const mark of sheet.element.querySelectorAll(':scope > .mark')) mark.remove();
}
