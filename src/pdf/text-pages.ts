import type { PageBox } from '../model/pdf-places.ts';
import { loadPdfjs, pdfjsFolder } from './libraries.ts';

/** A piece of text that is set in one go: a word, or words, of one font. The box is from the font's ascender to its descender. */
export interface TextItem extends PageBox {
  /** As the PDF says it, ligatures and all. Never empty, but it may be only a space. */
  text: string;
  /** Distance of the base line from the page's top, in points. */
  baseline: number;
  /** In points, as set: of the text matrix, not of the font. */
  fontSize: number;
  /** The last of its line, as pdf.js sees it. */
  endsLine: boolean;
  /** Tells fonts of the same PDF apart. */
  font: string;
  /** The font's PostScript name with its subset's tag, `PNSSYA+CharterBT-Bold`, where asked for. */
  fontName?: string | undefined;
}

export interface TextPage {
  /** Counts from 1. */
  number: number;
  /** In points. */
  width: number;
  height: number;
  /** In the order in which they are set. */
  items: TextItem[];
}

/** The text of a PDF in pieces with their boxes, by pdf.js. Lengths are in points from the page's top left corner. */
export async function readTextPages(
  bytes: Uint8Array,
  { fontNames = false }: { fontNames?: boolean } = {},
): Promise<TextPage[]> {
  const { getDocument, VerbosityLevel } = await loadPdfjs();
  const folder = pdfjsFolder();
  const task = getDocument({
    // pdf.js takes what it is given away.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: `${folder}cmaps/`,
    standardFontDataUrl: `${folder}standard_fonts/`,
    fontExtraProperties: fontNames,
  });
  try {
    const document = await task.promise;
    const pages: TextPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1)
      pages.push(await readPage(await document.getPage(number), fontNames));
    return pages;
  } finally {
    await task.destroy();
  }
}

type PdfTextItem = import('pdfjs-dist/types/src/display/api.js').TextItem;
type PdfPage = import('pdfjs-dist/legacy/build/pdf.mjs').PDFPageProxy;

async function readPage(page: PdfPage, fontNames: boolean): Promise<TextPage> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items, styles } = await page.getTextContent({ disableNormalization: true });
  // Fonts come with what is drawn.
  if (fontNames) await page.getOperatorList();
  const names = new Map(
    Object.keys(styles).map((font) => [
      font,
      fontNames && page.commonObjs.has(font) ? String(page.commonObjs.get(font).name) : undefined,
    ]),
  );
  const found: TextItem[] = [];
  for (const item of items) {
    if (!('str' in item)) continue;
    const last = found.at(-1);
    // The end of a line comes as an empty piece.
    if (item.str === '' && item.hasEOL && last) last.endsLine = true;
    if (item.str === '') continue;
    const next = toItem(item);
    const space = last && spaceBefore(next, last);
    if (space) found.push(space);
    found.push(next);
  }
  return { number: page.pageNumber, width: right - left, height: top - bottom, items: found };
  function toItem(item: PdfTextItem): TextItem {
    const { str, width, fontName: font } = item;
    const [a, b, c, d, x, y] = item.transform as [number, number, number, number, number, number];
    const fontSize = Math.hypot(c, d);
    const { ascent = 0.75, descent = -0.25 } = styles[font] ?? {};
    const baseline = top - y;
    const isTurned = Math.abs(b) > Math.abs(a);
    const height = (ascent - descent) * fontSize;
    return {
      text: str,
      page: page.pageNumber,
      x: x - left - (isTurned ? ascent * fontSize : 0),
      y: isTurned ? baseline - width : baseline - ascent * fontSize,
      width: isTurned ? height : width,
      height: isTurned ? width : height,
      baseline,
      fontSize,
      font,
      fontName: names.get(font),
      endsLine: item.hasEOL,
    };
  }
}

/** A fifth of the letters' size is a space. */
const narrowestSpace = 0.2;

/** From right to left each piece begins left of the one before, where pdf.js sees no spaces. */
function spaceBefore(next: TextItem, last: TextItem): TextItem | undefined {
  const x = next.x + next.width;
  const width = last.x - x;
  if (last.endsLine || next.baseline !== last.baseline || width < narrowestSpace * next.fontSize)
    return undefined;
  return { ...last, text: ' ', x, width };
}
