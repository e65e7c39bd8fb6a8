import { type PDFPageProxy, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** More than this many pixels for one page would cost more memory than sharpness is worth. */
const mostPixels = 2 ** 25;

/**
 * Draws a page where nobody sees it yet.
 * @param scale device pixels for each point
 */
export async function drawCanvas(page: PDFPageProxy, scale: number): Promise<HTMLCanvasElement> {
  const { width, height } = page.getViewport({ scale: 1 });
  const fitting = Math.min(scale, Math.sqrt(mostPixels / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * fitting);
  canvas.height = Math.round(height * fitting);
  canvas.setAttribute('aria-hidden', 'true');
  // Whole pixels, so that nothing is drawn between two.
  const viewport = page.getViewport({ scale: canvas.width / width });
  await page.render({ canvas, viewport }).promise;
  return canvas;
}

/** The page's text, for those who select, search or listen to it. Its size follows `--total-scale-factor`. */
export async function drawText(page: PDFPageProxy): Promise<HTMLElement> {
  const container = document.createElement('div');
  container.className = 'textLayer';
  const textContentSource = page.streamTextContent({
    includeMarkedContent: true,
    disableNormalization: true,
  });
  await new TextLayer({ textContentSource, container, viewport: page.getViewport({ scale: 1 }) }).render();
  return container;
}
