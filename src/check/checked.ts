/** What a check looks at, and what it says. */
import type { Node, Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { FrontMatter } from '../content/front-matter/front-matter.ts';
import type { Cv } from '../model/cv.ts';
import type { PageBox, PdfPlaces } from '../model/pdf-places.ts';
import type { PdfProfile } from '../model/pdf-profile.ts';
import { type OpenedPdf, openPdf } from '../pdf/open-pdf.ts';
import type { PdfObjects } from '../pdf/pdf-objects.ts';
import type { TextPage } from '../pdf/text-pages.ts';
import type { ProblemCode } from '../problem.ts';
import type { ResolvedOptions } from '../template/resolve-options.ts';
import { type Passage, toPassages } from './passages.ts';
import { type TextLine, toTextLines } from './text-lines.ts';

/** The CV that a PDF was made of. */
export interface CheckSource {
  vfile: VFile;
  cv: Cv;
  frontMatter: FrontMatter;
  /** Name of the template. */
  template: string;
  options: ResolvedOptions;
  profile: PdfProfile;
  /** Where what is on the pages comes from, after a build that asked for it. */
  places?: PdfPlaces | undefined;
}

/** A PDF read for its checks, with the CV that it was made of where that is known. */
export interface Checked {
  bytes: Uint8Array;
  pages: readonly TextPage[];
  /** The lines on the pages, from top to bottom. */
  lines: readonly TextLine[];
  /** The text of each page by the second extractor. */
  plain: readonly string[];
  objects: PdfObjects;
  source?: (CheckSource & { passages: readonly Passage[] }) | undefined;
}

export interface Finding {
  code: ProblemCode;
  /** What happened and why, one sentence without a full stop. */
  reason: string;
  /** What to do. */
  note: string;
  /** In the CV or a .bib file. */
  place?: Node | Point | Position | undefined;
  /** Of lost text. */
  word?: string | undefined;
  /** On the page; leads to the place in the CV where `place` is missing. */
  at?: (PageBox & { text?: string }) | undefined;
}

/** One kind of fault, or several that are found in the same way. */
export type Check = (checked: Checked) => Finding[];

/** Reads a PDF with all its readers. */
export async function readForChecks(pdf: string | OpenedPdf, source?: CheckSource): Promise<Checked> {
  const opened = typeof pdf === 'string' ? openPdf(pdf) : pdf;
  try {
    const pages = await opened.textPages();
    return {
      bytes: opened.bytes,
      pages,
      lines: toTextLines(pages),
      plain: await opened.plainText(),
      objects: await opened.objects(),
      source: source && { ...source, passages: toPassages(source.cv) },
    };
  } finally {
    if (typeof pdf === 'string') await opened.close();
  }
}
