import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkPdf } from '../../src/check/check-pdf.ts';
import { type OpenedPdf, openPdf } from '../../src/pdf/open-pdf.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-open-pdf-'));
  const document = await PDFDocument.create();
  document.addPage();
  writeFileSync(place('whole'), await document.save());
  writeFileSync(place('empty'), '');
  writeFileSync(place('text'), 'no PDF');
  writeFileSync(place('head'), '%PDF-1.7\n');
  document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
  writeFileSync(place('locked'), await document.save());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string): string => join(folder, `${name}.pdf`);

it.each([
  ['none', 'missing-file', 'there is no such file', /^Name the PDF; /],
  ['empty', 'bad-pdf', 'it is empty', /^Name a PDF, or build it/],
  ['text', 'bad-pdf', 'it is no PDF', /^Name a PDF, or build it/],
  ['head', 'bad-pdf', 'it is damaged', /^Build it again, /],
  ['locked', 'bad-pdf', 'it opens with a password only', /^Save it without a password/],
])('tells why %s.pdf cannot be checked, and what to do', async (name, code, reason, hint) => {
  await expect(checkPdf({ pdf: place(name) })).rejects.toMatchObject({
    code,
    message: `Cannot read \`${place(name)}\`, ${reason}`,
    hint: expect.stringMatching(hint),
  });
});

const readers: [string, (pdf: OpenedPdf) => Promise<unknown>][] = [
  ['pdf.js', (pdf) => pdf.textPages()],
  ['pdf.js with fonts', (pdf) => pdf.textPagesWithFonts()],
  ['PDFium', (pdf) => pdf.plainText()],
  ['pdf-lib', (pdf) => pdf.objects()],
];

it.each(readers)('tells what %s cannot open, and opens what is whole', async (_, read) => {
  await expect(read(openPdf(readFileSync(place('head'))))).rejects.toMatchObject({
    code: 'bad-pdf',
    message: 'Cannot read the PDF, it is damaged',
  });
  const whole = openPdf(place('whole'));
  await expect(read(whole)).resolves.toBeTruthy();
  await whole.close();
});
