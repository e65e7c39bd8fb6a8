import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findPdfDifference } from '../../../src/engine/fast/compare-pdfs.ts';

const page = 'BT /F1 10 Tf (A) Tj ET\n0 g 0 G\n0 g 0 G\n1 0 0 rg 1 0 0 RG\n';

interface Shape {
  content?: string;
  title?: string;
  level?: number;
  packed?: boolean;
  reference?: number;
}

function pdf({ content = page, title = 'CV', level = 9, packed = true, reference = 1 }: Shape = {}): Buffer {
  const bytes = packed ? deflateSync(content, { level }) : Buffer.from(content);
  const filter = packed ? '/Filter /FlateDecode' : '';
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Title (${title}) >>\nendobj\n2 0 obj\n<< /Length ${bytes.length} ${filter} >>\nstream\n`,
    ),
    bytes,
    Buffer.from(
      `\nendstream\nendobj\n3 0 obj\n<< /Type /XRef /Length 3 >>\nstream\n${level}--\nendstream\nendobj\n`,
    ),
    Buffer.from(`startxref\n${reference}\n%%EOF\n`),
  ]);
}

describe('findPdfDifference', () => {
  it('finds none where only the packing differs', () => {
    expect(findPdfDifference(pdf(), pdf({ level: 1, reference: 2 }))).toBeUndefined();
  });

  it('finds none where a colour is set again as it is', () => {
    const once = page.replace('0 g 0 G\n0 g 0 G\n', '0 g 0 G\n');
    expect(findPdfDifference(pdf(), pdf({ content: once }))).toBeUndefined();
  });

  it('finds none in what is drawn by lot or tells the time', () => {
    const made = (tag: string, time: string): Buffer =>
      Buffer.from(
        `%PDF\n1 0 obj\n<</BaseFont/${tag}+Charis /CreationDate (D:${time}) /ID [<${time}>]>>\nendobj\n`,
      );
    expect(findPdfDifference(made('ABCDEF', '1'), made('GHIJKL', '2'))).toBeUndefined();
    expect(findPdfDifference(made('ABCDEF', '1'), made('ABCDEFG', '1'))).toBeDefined();
  });

  it('finds none where only the fonts have other numbers', () => {
    const set = (one: number, other: number, list: string): Buffer =>
      Buffer.from(
        `%PDF\n1 0 obj\n<</Length 26>>\nstream\n/F${one} 10 Tf /F${other} 9 Tf A\nendstream\nendobj\n2 0 obj\n<</Font <<${list}>>>>\nendobj\n`,
      );
    expect(
      findPdfDifference(set(11, 12, '/F11 5 0 R /F12 6 0 R '), set(14, 13, '/F13 6 0 R /F14 5 0 R ')),
    ).toBeUndefined();
    expect(
      findPdfDifference(set(11, 12, '/F11 5 0 R /F12 6 0 R '), set(14, 13, '/F13 5 0 R /F14 6 0 R ')),
    ).toBeDefined();
  });

  it('finds none where such a number has more digits in a stream of objects', () => {
    const hold = (font: number, reference = 5): Buffer => {
      const list = `<</Font <</F${font} ${reference} 0 R >>>>`;
      const head = `2 0 7 ${list.length + 1} `;
      const stored = deflateSync(`${head}${list}\n<</Title (CV)>>`);
      const dictionary = `/Type /ObjStm /N 2 /First ${head.length} /Length ${stored.length} /Filter /FlateDecode`;
      const page = `1 0 obj\n<</Length ${String(font).length + 8}>>\nstream\n/F${font} 10 Tf\nendstream\nendobj\n`;
      return Buffer.concat([
        Buffer.from(`%PDF\n${page}3 0 obj\n<<${dictionary}>>\nstream\n`),
        stored,
        Buffer.from('\nendstream\nendobj\n'),
      ]);
    };
    expect(findPdfDifference(hold(99), hold(100))).toBeUndefined();
    expect(findPdfDifference(hold(99), hold(100, 6))).toMatch(/^object 2: /);
  });

  it.each<[string, Shape]>([
    ['a letter', { content: page.replace('(A)', '(B)') }],
    ['a place', { content: page.replace('10 Tf', '10.1 Tf') }],
    ['a colour', { content: page.replace('1 0 0 rg', '1 0 1 rg') }],
    ['a colour that is missing', { content: page.replaceAll('0 g 0 G\n', '') }],
    ['the metadata', { title: 'VC' }],
    ['a stream that is not packed', { content: page.replace('(A)', '(B)'), packed: false }],
  ])('finds %s', (_what, shape) => {
    expect(findPdfDifference(pdf(), pdf(shape))).toMatch(/^object \d/);
  });

  it('counts the objects', () => {
    const more = Buffer.concat([pdf(), Buffer.from('9 0 obj\n<<>>\nendobj\n')]);
    expect(findPdfDifference(pdf(), more)).toBe('2 and 3 objects');
  });

  it('takes nothing for a PDF that cannot be read', () => {
    expect(findPdfDifference(Buffer.from('x'), Buffer.from('x'))).toBe('no object can be read');
  });
});
