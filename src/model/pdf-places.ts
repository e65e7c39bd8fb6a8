/** A line of a source file: the CV, a .bib file. */
export interface SourcePlace {
  /** Absolute path. */
  file: string;
  /** 1-based. */
  line: number;
  column?: number | undefined;
}

/** A box on a page, in PDF points (1/72 inch) from the page's top left corner; `page` counts from 1. */
export interface PageBox {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Which source line a point of the PDF comes from, and where on the pages a source line is set. */
export interface PdfPlaces {
  sourceAt(page: number, x: number, y: number): SourcePlace | undefined;
  boxesOf(file: string, line: number): PageBox[];
}
