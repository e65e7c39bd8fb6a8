/** PDFs that a test sets itself, each with the fault that it needs. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { EngineName } from '../../src/engine/engine.ts';
import { createFolder } from './mdcv.ts';

/** Sets a document, twice where hyperref makes an outline of it; returns the PDF's path. */
export function setTex(
  source: string,
  engine: EngineName = 'pdflatex',
  folder: string = createFolder(),
): string {
  writeFileSync(join(folder, 'test.tex'), source);
  for (const pass of source.includes('hyperref') ? [1, 2] : [1]) {
    const { status, stdout } = spawnSync(engine, ['-interaction=nonstopmode', 'test.tex'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${engine} failed in pass ${pass}:\n${stdout}`);
  }
  return join(folder, 'test.pdf');
}

/** Sets the body of an article with margins of 20 mm on A4. */
export function setArticle(body: string, preamble = '', folder?: string): string {
  const source = [
    '\\documentclass{article}',
    '\\usepackage[a4paper,margin=20mm]{geometry}',
    '\\usepackage[T1]{fontenc}\\usepackage{lmodern}\\input{glyphtounicode}\\pdfgentounicode=1',
    '\\pagestyle{empty}\\parindent=0pt',
    preamble,
    '\\begin{document}',
    body,
    '\\end{document}',
  ].join('\n');
  return setTex(source, 'pdflatex', folder);
}

/** What a finished PDF has besides its text. */
export const finished: string = String.raw`
\usepackage[unicode,pdfa,pdflang=en]{hyperref}\hypersetup{pdftitle={Ada’s CV},pdfauthor={Ada},pdfkeywords={one}}
\immediate\pdfobj stream attr{/Type/Metadata/Subtype/XML}{<x:xmpmeta>Ada’s CV, one</x:xmpmeta>}
\pdfcatalog{/Metadata \the\pdflastobj\space 0 R}
\immediate\pdfobj stream attr{/N 3}{profile}
\pdfcatalog{/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile \the\pdflastobj\space 0 R>>]}`;

/** A link to `example.org`, as it stands, with or without the print flag. */
export const linkTo = (address: string, flags: string): string =>
  `\\leavevmode\\pdfstartlink attr{${flags}} user{/Subtype/Link/A<</S/URI/URI(${address})>>}there\\pdfendlink `;

/** A page whose font lies nowhere. */
export const fontNowhere: string = String.raw`\documentclass{article}\pagestyle{empty}
\immediate\pdfobj{<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>}
\edef\resources{/Font<</T \the\pdflastobj\space 0 R>>}\pdfpageresources=\expandafter{\resources}
\begin{document}\null\pdfliteral{BT /T 12 Tf (a) Tj ET}\end{document}`;

/** Writes a grey picture of so many pixels. */
export function writePng(path: string, width: number, height: number): void {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crcOf(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0x80);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  writeFileSync(
    path,
    Buffer.concat([
      Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function crcOf(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** A page whose only font is of Type 3: a square for the letter a. */
export const typeThree: string = String.raw`\documentclass{article}\pagestyle{empty}
\immediate\pdfobj stream{1000 0 0 0 750 750 d1 0 0 750 750 re f}
\immediate\pdfobj{<</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 97/LastChar 97
/Widths[1000]/CharProcs<</square \the\pdflastobj\space 0 R>>/Encoding<</Type/Encoding/Differences[97/square]>>/Resources<<>>>>}
\edef\resources{/Font<</T \the\pdflastobj\space 0 R>>}\pdfpageresources=\expandafter{\resources}
\begin{document}\null\pdfliteral{BT /T 12 Tf (a) Tj ET}\end{document}`;
