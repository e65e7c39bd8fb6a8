/** What `src/pdf` reads of PDFs that real engines wrote. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedPdf, openPdf } from '../../src/pdf/open-pdf.ts';
import { readAttachments } from '../../src/pdf/read-attachments.ts';
import { readFonts } from '../../src/pdf/read-fonts.ts';
import { readImages } from '../../src/pdf/read-images.ts';
import { readInfo } from '../../src/pdf/read-info.ts';
import { readLinks } from '../../src/pdf/read-links.ts';
import { readOutline } from '../../src/pdf/read-outline.ts';
import { listStreams, listStrings } from '../../src/pdf/walk-objects.ts';
import { lacking } from './mdcv.ts';
import { setArticle, setTex, typeThree, writePng } from './tex-pdf.ts';

const noTex = lacking(['pdflatex', 'xelatex']);

const preamble = String.raw`
\usepackage{graphicx}\usepackage[unicode,pdfdisplaydoctitle,pdflang=de-CH]{hyperref}
\hypersetup{pdftitle={Müller’s CV},pdfauthor={Ada},pdfkeywords={one, two}}
\immediate\pdfobj stream attr{/Type/Metadata/Subtype/XML}{<x:xmpmeta>müll</x:xmpmeta>}
\pdfcatalog{/Metadata \the\pdflastobj\space 0 R}
\immediate\pdfobj stream attr{/N 3}{profile}
\pdfcatalog{/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile \the\pdflastobj\space 0 R>>]}
\immediate\pdfobj stream{the secret}
\immediate\pdfobj{<</Type/Filespec/F(note.txt)/UF(note.txt)/EF<</F \the\pdflastobj\space 0 R>>>>}`;
const body = String.raw`
\section{First}Office \textbf{fine}
\subsection{Inner}\href{https://example.org/a_b}{a link}
\section{Second}\includegraphics[width=2in]{grey.png}
\newpage
\pdfliteral{1 0 0 rg 0 0 72 72 re f}page two`;

describe.skipIf(noTex)(`an opened PDF${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  let pdf: OpenedPdf;
  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'mdcv test '));
    writePng(join(folder, 'grey.png'), 200, 100);
    pdf = openPdf(setArticle(body, preamble, folder));
    rmSync(folder, { recursive: true });
  });
  afterAll(() => pdf.close());

  it('has its text in pieces with boxes, sizes and fonts', async () => {
    const pages = await pdf.textPagesWithFonts();
    expect(pages.map(({ number }) => number)).toEqual([1, 2]);
    expect(pages[0]?.width).toBeCloseTo(595.28, 1);
    const items = pages[0]?.items ?? [];
    const bold = items.find(({ text }) => text.includes('ne') && text.length < 6);
    expect(bold?.fontName).toMatch(/^[A-Z]{6}\+LMRoman10-Bold$/);
    expect(bold?.fontSize).toBeCloseTo(9.96, 1);
    // The margin is 20 mm, a heading's number stands at it.
    const first = items.find(({ text }) => text.startsWith('1'));
    expect(first?.x).toBeCloseTo(56.7, 0);
    expect(first?.fontSize).toBeCloseTo(14.35, 1);
    expect((first?.baseline ?? 0) - (first?.y ?? 0)).toBeGreaterThan(8);
  });

  it('has its text a second time, with ligatures as they are set', async () => {
    const [one = '', two] = await pdf.plainText();
    expect(one).toContain('Inner');
    expect(one).toContain('a link');
    expect(two).toContain('page two');
    expect((await pdf.textPages())[1]?.items.map(({ text }) => text).join('')).toBe('page two');
  });

  it('is drawn at any resolution, red before green before blue', async () => {
    const { width, height, data } = await pdf.raster(2, 36);
    expect([width, height, data.length]).toEqual([297, 420, 297 * 420 * 4]);
    // The square stands on the base line of the page's first line; find its middle by its colour.
    const reds = Array.from({ length: width * height }, (_, pixel) => [
      ...data.subarray(pixel * 4, pixel * 4 + 4),
    ]).filter(([red = 0, green = 0, blue = 0]) => red > 250 && green < 5 && blue < 5);
    expect(reds.length).toBeGreaterThan(30 * 30);
  });

  it('says what it is', async () => {
    const info = readInfo(await pdf.objects());
    expect(info).toMatchObject({
      info: { Title: 'Müller’s CV', Author: 'Ada', Keywords: 'one, two' },
      xmp: '<x:xmpmeta>müll</x:xmpmeta>',
      lang: 'de-CH',
      showsTitle: true,
      outputIntents: [{ subtype: 'GTS_PDFA1', identifier: 'sRGB', components: 3 }],
      encrypted: false,
      tagged: false,
      actions: [],
    });
    expect(info.id?.[0]).toMatch(/^[\da-f]{32}$/);
  });

  it('has its outline, links and images where they are', async () => {
    const objects = await pdf.objects();
    expect(readOutline(objects)).toEqual([
      { title: 'First', level: 1 },
      { title: 'Inner', level: 2 },
      { title: 'Second', level: 1 },
    ]);
    const [link] = readLinks(objects);
    expect(link).toMatchObject({ page: 1, uri: 'https://example.org/a_b', prints: false });
    const item = (await pdf.textPages())[0]?.items.find(({ text }) => text === 'a link');
    expect(Math.abs((item?.x ?? 0) - (link?.x ?? 99))).toBeLessThan(3);
    expect(Math.abs((item?.baseline ?? 0) - (link?.y ?? 0) - (link?.height ?? 0))).toBeLessThan(4);
    const [image] = readImages(objects);
    expect(image).toMatchObject({ page: 1, pixelWidth: 200, pixelHeight: 100 });
    expect(image?.dpi).toBeCloseTo(100, 0);
    expect(image?.width).toBeCloseTo(144, 0);
  });

  it('has its fonts', async () => {
    const fonts = readFonts(await pdf.objects());
    expect(fonts.length).toBeGreaterThan(2);
    expect(fonts.every(({ embedded, subset, toUnicode }) => embedded && subset && toUnicode)).toBe(true);
    expect(fonts.find(({ name }) => name.endsWith('LMRoman10-Regular'))?.pages).toEqual([1, 2]);
  });

  it('gives every string and stream, and what is attached', async () => {
    const objects = await pdf.objects();
    const [attachment] = readAttachments(objects);
    expect(attachment?.name).toBe('note.txt');
    expect(Buffer.from(attachment?.bytes ?? []).toString()).toBe('the secret');
    expect(listStrings(objects).find(({ text }) => text.startsWith('https://'))?.path).toBe('A.URI');
    const streams = listStreams(objects);
    expect(streams.find(({ kind }) => kind === 'Metadata XML')?.bytes.length).toBe(28);
    expect(streams.some(({ bytes }) => Buffer.from(bytes).includes('the secret'))).toBe(true);
    expect(streams.some(({ bytes }) => Buffer.from(bytes).includes('0 0 72 72 re'))).toBe(true);
  });

  it('tells fonts without ToUnicode, and Type 3 fonts', async () => {
    const path = setTex(typeThree);
    const [font] = readFonts(await openPdf(path).objects());
    expect(font).toMatchObject({ type: 'Type3', embedded: true, toUnicode: false });
  });

  it('opens what xelatex writes, in object streams', async () => {
    const path = setTex(
      '\\documentclass{article}\\usepackage{fontspec}\\begin{document}Ärger\\end{document}',
      'xelatex',
    );
    const opened = openPdf(path);
    expect((await opened.textPages())[0]?.items[0]?.text).toBe('Ärger');
    expect(readFonts(await opened.objects())[0]).toMatchObject({
      type: 'Type0',
      embedded: true,
      toUnicode: true,
    });
  });
});

describe('openPdf', () => {
  it('says so of what is no PDF, or is not there', () => {
    expect(() => openPdf(Buffer.from('no'))).toThrow('Cannot read the PDF, it is no PDF');
    expect(() => openPdf('/no/such.pdf')).toThrow('Cannot read `/no/such.pdf`, there is no such file');
  });

  it('says so of a PDF that is cut off', async () => {
    const broken = openPdf(Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n'));
    await expect(broken.objects()).rejects.toThrow('Cannot read the PDF, it is damaged');
  });
});
