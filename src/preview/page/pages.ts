import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageBox } from '../../model/pdf-places.ts';
import type { ShownPdf } from '../protocol.ts';
import { drawCanvas, drawText } from './draw-page.ts';
import { followResolution } from './follow-resolution.ts';
import { createLayout, type Layout } from './layout.ts';
import { followPointer, putLinks } from './links.ts';
import { createPdfOpener } from './open-pdf.ts';
import { clearMarks, createSheet, dropCanvas, putCanvas, putMarks, putText, type Sheet } from './sheet.ts';
import { fitZoom, loadZoom, pixelsPerPoint, saveZoom, stepZoom, type Zoom } from './zoom.ts';

export interface PagesEvents {
  /** The view moved: page (from 1), number of pages, zoom in percent. */
  onMove: (page: number, count: number, percent: number) => void;
  /** A PDF is on the screen. */
  onShown: (pdf: ShownPdf) => void;
  /** A click, in points from the page's top left corner. */
  onPoint: (page: number, x: number, y: number, event: MouseEvent) => void;
}

export interface Pages {
  /** Shows a PDF in place of the last one; while one is being drawn, the newest waits. */
  show: (pdf: ShownPdf) => void;
  zoom: (to: 1 | -1 | 'fit') => void;
  turn: (by: 1 | -1) => void;
  /** Marks boxes in place of earlier ones, and scrolls to them if they are out of view. */
  mark: (boxes: readonly PageBox[], kind: 'edited' | 'source') => void;
}

/** Space around pages in CSS pixels, the same as in `page.css`. */
const gap = 20;

/** Zooming has come to rest when nothing happened for so long (milliseconds); until then what is there is stretched. */
const restMs = 120;

/**
 * The pages in a scrolling element. A new PDF is drawn where nobody sees it, and takes the old one's place in one step, so that nothing
 * flashes and nothing moves. Only pages near the view have a canvas; all have their text.
 */
export function createPages(root: HTMLElement, { onMove, onShown, onPoint }: PagesEvents): Pages {
  const openPdf = createPdfOpener();
  let shown: PDFDocumentProxy | undefined;
  let sheets: Sheet[] = [];
  /** As it is on the screen. */
  let layout: Layout = createLayout([], 1, gap);
  let zoom: Zoom = loadZoom();
  let wanted: ShownPdf | undefined;
  let isLoading = false;
  let isDrawing = false;
  let drawAgain = false;
  let resting: ReturnType<typeof setTimeout> | undefined;

  // Whoever has no mouse scrolls what has the focus.
  root.tabIndex = 0;
  new ResizeObserver(() => arrange()).observe(root);
  root.addEventListener('scroll', () => requestAnimationFrame(afterMove), { passive: true });
  root.addEventListener('click', point);
  root.addEventListener('wheel', zoomByWheel, { passive: false });
  followResolution(() => void drawNear());
  followPointer(root);
  return {
    show: (pdf) => {
      wanted = pdf;
      if (!isLoading) void loadWanted();
    },
    zoom: (to) => setZoom(to === 'fit' ? 'fit' : stepZoom(layout.factor, to)),
    turn,
    mark,
  };

  async function loadWanted(): Promise<void> {
    isLoading = true;
    try {
      while (wanted) {
        const pdf = wanted;
        wanted = undefined;
        await load(pdf);
      }
    } finally {
      isLoading = false;
    }
  }

  async function load(pdf: ShownPdf): Promise<void> {
    const { document: next, pages } = await openPdf(pdf.version);
    const fresh = pages.map((page, index) => createSheet(page, sheets[index]));
    const coming = layOut(fresh);
    const scale = scaleOf(coming);
    const inView = fresh.filter((_, index) => isNear(coming, index, 0));
    const canvases = await Promise.all(inView.map(({ page }) => drawCanvas(page, scale)));
    // From here to the end of the step nothing waits, so that the browser shows all of it at once.
    const place = getPlace();
    for (const old of sheets.slice(fresh.length)) old.element.remove();
    sheets = fresh;
    for (const [index, canvas] of canvases.entries()) putCanvas(inView[index] as Sheet, canvas, scale);
    for (const [index, sheet] of sheets.entries()) {
      clearMarks(sheet);
      sheet.element.setAttribute('aria-label', `Page ${index + 1} of ${sheets.length}`);
      if (sheet.element.parentNode !== root) root.append(sheet.element);
    }
    arrange(place);
    void shown?.loadingTask.destroy();
    shown = next;
    onShown(pdf);
    // What nobody sees comes after what everybody waits for.
    for (const sheet of new Set([...inView, ...fresh]))
      if (sheet.textOf !== sheet.page && !wanted) {
        putText(sheet, await drawText(sheet.page));
        await putLinks(sheet, next);
      }
    void drawNear();
  }

  /** Draws what is near the view and not drawn as it should be, one page after the other, and gives back what is far. */
  async function drawNear(): Promise<void> {
    drawAgain = true;
    if (isDrawing) return;
    isDrawing = true;
    try {
      while (drawAgain) {
        drawAgain = false;
        const next = sheets.find((sheet, index) => isNear(layout, index, 0) && isStale(sheet));
        const near = next ?? sheets.find((sheet, index) => isNear(layout, index, 1) && isStale(sheet));
        for (const [index, sheet] of sheets.entries()) if (!isNear(layout, index, 4)) dropCanvas(sheet);
        if (!near) continue;
        await redraw(near);
        drawAgain = true;
      }
    } finally {
      isDrawing = false;
    }
  }

  async function redraw(sheet: Sheet): Promise<void> {
    const scale = scaleOf(layout);
    try {
      const canvas = await drawCanvas(sheet.page, scale);
      if (sheets.includes(sheet)) putCanvas(sheet, canvas, scale);
    } catch (error) {
      // A page of a PDF that was replaced meanwhile cannot be drawn any more.
      if (sheets.includes(sheet)) throw error;
    }
  }

  function isStale({ page, drawn }: Sheet): boolean {
    return drawn?.page !== page || drawn.scale !== scaleOf(layout);
  }

  function layOut(of: readonly Sheet[]): Layout {
    const widest = Math.max(1, ...of.map(({ width }) => width));
    const factor = zoom === 'fit' ? fitZoom(widest, root.clientWidth - 2 * gap) : zoom;
    return createLayout(of, factor, gap);
  }

  function isNear(of: Layout, index: number, views: number): boolean {
    const height = root.clientHeight;
    return of.isWithin(index, root.scrollTop - views * height, root.scrollTop + (1 + views) * height);
  }

  /** What is in the middle of the view. */
  function getPlace(): { index: number; fraction: number } {
    return layout.placeAt(root.scrollTop + root.clientHeight / 2);
  }

  /** Gives all pages their size, and keeps what is in the middle of the view there. */
  function arrange(place = getPlace()): void {
    const coming = layOut(sheets);
    const isFirst = layout.key === '';
    const moves = coming.factor !== layout.factor || coming.key !== layout.key;
    layout = coming;
    if (moves) {
      root.style.setProperty('--total-scale-factor', String(layout.factor));
      for (const { element, width, height } of sheets) {
        element.style.width = `${width * layout.factor}px`;
        element.style.height = `${height * layout.factor}px`;
      }
      root.scrollTop = isFirst ? 0 : layout.topOf(place) - root.clientHeight / 2;
    }
    afterMove();
  }

  function afterMove(): void {
    if (sheets.length === 0) return;
    onMove(getPlace().index + 1, sheets.length, (100 * layout.factor) / pixelsPerPoint);
    if (!resting) void drawNear();
  }

  function setZoom(to: Zoom): void {
    zoom = to;
    saveZoom(to);
    clearTimeout(resting);
    resting = setTimeout(() => {
      resting = undefined;
      void drawNear();
    }, restMs);
    arrange();
  }

  function zoomByWheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    setZoom(Math.min(8, Math.max(0.3, layout.factor * Math.exp(-event.deltaY / 200))));
  }

  function turn(by: 1 | -1): void {
    const index = layout.placeAt(root.scrollTop + gap + 1).index;
    const top = layout.topOf({ index, fraction: 0 }) - gap;
    // Back within a page is first to its top.
    const to = by === -1 && root.scrollTop > top + 4 ? index : index + by;
    const target = Math.min(sheets.length - 1, Math.max(0, to));
    root.scrollTo({ top: layout.topOf({ index: target, fraction: 0 }) - gap });
  }

  function mark(boxes: readonly PageBox[], kind: 'edited' | 'source'): void {
    for (const [index, sheet] of sheets.entries())
      putMarks(
        sheet,
        boxes.filter(({ page }) => page === index + 1),
        kind,
      );
    const ranges = boxes.flatMap(({ page, y, height }) => {
      const sheet = sheets[page - 1];
      if (!sheet) return [];
      const top = layout.topOf({ index: page - 1, fraction: y / sheet.height });
      return [{ top, bottom: top + height * layout.factor }];
    });
    const [first] = ranges;
    const from = root.scrollTop;
    const isSeen = ranges.some(({ top, bottom }) => bottom > from && top < from + root.clientHeight);
    if (first && !isSeen)
      root.scrollTo({
        top: first.top - root.clientHeight / 2,
        behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
      });
  }

  function point(event: MouseEvent): void {
    // Who selects text wants no line, nor who opens a link.
    if (getSelection()?.isCollapsed === false || (event.target as Element).closest('.link')) return;
    const index = sheets.findIndex(({ element }) => element.contains(event.target as Node));
    const sheet = sheets[index];
    if (!sheet) return;
    const { left, top } = sheet.element.getBoundingClientRect();
    onPoint(index + 1, (event.clientX - left) / layout.factor, (event.clientY - top) / layout.factor, event);
  }
}

function scaleOf({ factor }: Layout): number {
  return factor * window.devicePixelRatio;
}
