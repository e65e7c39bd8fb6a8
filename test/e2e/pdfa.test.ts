/**
 * Every PDF is PDF/A: what of part 1b applies is validated by PDFBox's Preflight, which is not ours. That it is part 2, level U, no validator has
 * seen here; what level U asks beyond (ISO 19005-2, 6.2.11.7: each glyph has its Unicode) is tested below, by our own reading of it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineNames } from '../../src/engine/engine.ts';
import { srgbProfile } from '../../templates/prepare/srgb-profile.ts';
import { createJpegHead, createPng } from '../images.ts';
import { buildJson, createFolder, lacking, pdfText } from './mdcv.ts';
import { type PdfObject, type PdfObjects, readPdf } from './pdf-objects.ts';
import { lackingPreflight, validate } from './preflight.ts';
import { templates } from './templates.ts';

const noTex = lacking([...engineNames, 'qpdf', 'pdfinfo']);
const noPreflight = lackingPreflight();
const cases = templates.flatMap((template) => engineNames.map((engine) => ({ template, engine })));

const name = 'Zoë O’Neill <&> “Ä” (50% #1) {x} \\y ~z';
const keywords = 'engines & “numbers”, Größe';
const cv = [
  `---\nname: ${JSON.stringify(name)}\nheadline: Analyst\nemail: zoe@example.org\nphone: +44 20 7946 0958`,
  'github: zoe\nphoto: me.png\nlang: en-GB\nmath: true\nfont: charter\nkeywords: [engines & “numbers”, Größe]\n---',
  '## Work\n\n### Analyst | *Engines* Ltd | London | 2019 – present\n\n- Did **100 %** of [it](https://example.org)',
  '- $a^2 \\le \\sum \\int \\sqrt{\\frac{\\frac{a}{b}}{c}} \\widehat{abc} \\overbrace{x}$, `code`, ²,³ – “quoted”, 5 €, H~2~O, fi ffl',
  '## Skills\n\n**Languages:** English, Français, Straße\n',
].join('\n\n');

describe.skipIf(noTex)(`PDF/A${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  let folder: string;
  let complaints: Map<string, string[]> | undefined;
  const fileOf = ({ template, engine }: (typeof cases)[number]): string => `${template}-${engine}.pdf`;
  const pdfOf = (one: (typeof cases)[number]): string => join(folder, fileOf(one));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mdcv-pdfa-'));
    writeFileSync(join(folder, 'cv.md'), cv);
    // Signs that xelatex has no letters for; mdcv then says so, and does not claim PDF/A.
    writeFileSync(join(folder, 'xelatex.md'), cv.replace(/ \\(?:widehat|overbrace)\{\w+\}/g, ''));
    writeFileSync(join(folder, 'me.png'), createPng({ colourType: 2 }));
    for (const { template, engine } of cases) {
      const args = [
        engine === 'xelatex' ? 'xelatex.md' : 'cv.md',
        '-t',
        template,
        '--engine',
        engine,
        '-o',
        `${template}-${engine}.pdf`,
      ];
      const { pdf, messages } = buildJson(folder, args);
      if (!pdf) throw new Error(JSON.stringify(messages));
    }
    complaints = noPreflight ? undefined : validate(cases.map(pdfOf), folder);
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.for(cases)('$template with $engine: Preflight finds nothing against 1b', (one, { skip }) => {
    skip(noPreflight !== undefined, noPreflight);
    expect(complaints?.get(fileOf(one))).toEqual([]);
  });

  it.each(cases)('$template with $engine: qpdf and poppler find nothing', (one) => {
    expect(execFileSync('qpdf', ['--check', pdfOf(one)], { encoding: 'utf8' })).toMatch(
      /No syntax or stream encoding/,
    );
    const info = execFileSync('pdfinfo', [pdfOf(one)], { encoding: 'utf8' });
    expect(info).toContain(`Title:           ${name}\n`);
    expect(info).toMatch(/Metadata Stream: yes\n[\s\S]*Encrypted: +no\n[\s\S]*PDF version: +1\.[57]/);
  });

  it.each(cases)('$template with $engine: XMP is what the Info dictionary says', (one) => {
    const pdf = readPdf(pdfOf(one));
    const xmp = pdf.stream(catalogOf(pdf).Metadata ?? catalogOf(pdf)['/Metadata']).toString('utf8');
    expect(readFileSync(pdfOf(one)).includes(xmp.slice(0, 2000))).toBe(true);
    const text = (tag: string): string | undefined =>
      decodeXml(new RegExp(`<${tag}>(?:<rdf:\\w+><rdf:li[^>]*>)?([^<]*)<`).exec(xmp)?.[1]);
    expect([text('pdfaid:part'), text('pdfaid:conformance')]).toEqual(['2', 'U']);
    expect([text('dc:title'), text('dc:creator'), text('pdf:Keywords')]).toEqual([name, name, keywords]);
    expect([text('dc:language'), catalogOf(pdf)['/Lang']]).toEqual(['en-GB', 'u:en-GB']);
    const info = pdf.follow(pdf.trailer['/Info']) as PdfObject;
    const told = [info['/Title'], info['/Author'], info['/Keywords'], info['/Creator'], info['/Producer']];
    expect(told).toEqual([`u:${name}`, `u:${name}`, `u:${keywords}`, 'u:mdcv', `u:${text('pdf:Producer')}`]);
    expect(text('xmp:CreateDate')?.replace(/[-:T]/g, '')).toBe(
      (info['/CreationDate'] as string | undefined)?.replace(/^u:D:/, ''),
    );
  });

  it.each(cases)(
    '$template with $engine: one output intent, with the profile of sRGB, and RGB and grey alone',
    (one) => {
      const pdf = readPdf(pdfOf(one));
      const [intent, ...more] = pdf.follow(catalogOf(pdf)['/OutputIntents']) as unknown[];
      const { '/S': kind, '/DestOutputProfile': profile } = pdf.follow(intent) as PdfObject;
      expect([kind, more]).toEqual(['/GTS_PDFA1', []]);
      expect(pdf.stream(profile).equals(srgbProfile())).toBe(true);
      expect((pdf.follow(profile) as PdfObject)['/N']).toBe(3);
      expect(JSON.stringify(pdf.dictionaries)).not.toMatch(/DeviceCMYK|\/Separation|\/DeviceN/);
      for (const page of pdf.dictionaries.filter((dictionary) => dictionary['/Type'] === '/Page'))
        for (const content of [page['/Contents']].flat())
          expect(pdf.stream(content).toString('latin1')).not.toMatch(/(?:^|\s)(?:[\d.]+ ){4}[kK]\s/);
    },
  );

  it.each(cases)(
    '$template with $engine: every font is embedded and tells the Unicode of its glyphs',
    (one) => {
      const pdf = readPdf(pdfOf(one));
      const fonts = pdf.dictionaries.filter((dictionary) => dictionary['/Type'] === '/Font');
      const shown = fonts.filter((font) => !String(font['/Subtype']).startsWith('/CIDFont'));
      expect(shown.length).toBeGreaterThan(1);
      for (const font of shown) {
        expect(['/Type0', '/Type1', '/TrueType']).toContain(font['/Subtype']);
        const [holder = font] = [pdf.follow(font['/DescendantFonts'])].flat() as (
          | PdfObject
          | string
          | undefined
        )[];
        const descriptor = pdf.follow((pdf.follow(holder) as PdfObject)['/FontDescriptor']) as PdfObject;
        expect(Object.keys(descriptor).filter((key) => key.startsWith('/FontFile'))).toHaveLength(1);
        const unicode = readToUnicode(pdf.stream(font['/ToUnicode']).toString('latin1'));
        const { '/FirstChar': first = 0, '/LastChar': last = 0xffff } = font as Record<string, number>;
        // pdfTeX tells of the whole encoding.
        const used = [...unicode].filter(([code]) => code >= first && code <= last);
        expect(used.length).toBeGreaterThan(0);
        expect(used.filter(([, target]) => notText.test(target))).toEqual([]);
      }
      expect(pdfText(pdfOf(one))).not.toMatch(notText);
    },
  );

  it.each(cases)('$template with $engine: links print and are not boxed, and there is an outline', (one) => {
    const pdf = readPdf(pdfOf(one));
    const links = pdf.dictionaries.filter((dictionary) => dictionary['/Subtype'] === '/Link');
    const targets = links.map((link) => (pdf.follow(link['/A']) as PdfObject)['/URI']);
    expect(targets).toEqual(expect.arrayContaining(['u:https://example.org', 'u:mailto:zoe@example.org']));
    // Print, and neither hidden nor without a view: ISO 19005-2, 6.3.2.
    expect(new Set(links.map((link) => link['/F']))).toEqual(new Set([4]));
    expect(new Set(links.map((link) => JSON.stringify(link['/Border'])))).toEqual(new Set(['[0,0,0]']));
    const titles = pdf.dictionaries.map((dictionary) => pdf.follow(dictionary['/Title']));
    expect(titles).toEqual(expect.arrayContaining(['u:Work', 'u:Skills']));
    const [first, second] = pdf.trailer['/ID'] as string[];
    expect([first, second]).toEqual([expect.stringMatching(/^(?:b:[0-9a-f]{32}|u:.+)$/), first]);
    expect(JSON.stringify(pdf.dictionaries)).not.toMatch(/\/JavaScript|\/Launch|\/EmbeddedFile|"\/AA"|PTEX/);
  });

  it.for(engineNames)('takes images of all kinds that PDF/A-2 allows, with %s', (engine, { skip }) => {
    const work = createFolder();
    const build = (images: Record<string, Buffer>, stem: string): string => {
      for (const [file, bytes] of Object.entries(images)) writeFileSync(join(work, file), bytes);
      const [photo, ...others] = Object.keys(images);
      const text = others.map((file) => `![x](${file})`).join(' ');
      writeFileSync(join(work, `${stem}.md`), `---\nname: Ada\nphoto: ${photo}\n---\n\n## X\n\n${text}\n`);
      const { pdf, messages } = buildJson(work, [`${stem}.md`, '-t', 'classic', '--engine', engine]);
      expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
      const objects = readPdf(join(work, pdf as string)).dictionaries;
      const pictures = objects.filter((object) => object['/Subtype'] === '/Image');
      expect(pictures.length).toBeGreaterThanOrEqual(Object.keys(images).length);
      return join(work, pdf as string);
    };
    const plain = build(
      {
        'grey.png': createPng({ colourType: 0 }),
        'palette.png': createPng({ colourType: 3 }),
        'profile.png': createPng({ colourType: 2, profile: { name: 'sRGB', bytes: srgbProfile() } }),
      },
      'plain',
    );
    const clear = build(
      {
        'deep.png': createPng({ colourType: 2, bitDepth: 16 }),
        'alpha.png': createPng({ colourType: 6 }),
        'grey-alpha.png': createPng({ colourType: 4 }),
        'palette-alpha.png': createPng({ colourType: 3, transparentPalette: true }),
      },
      'clear',
    );
    skip(noPreflight !== undefined, noPreflight);
    const verdicts = validate([plain, clear], work);
    expect(verdicts.get('plain.pdf')).toEqual([]);
    // Part 1 forbids transparency and 16 bits, part 2 allows them.
    const found = verdicts.get('clear.pdf') ?? [];
    expect(found.length).toBeGreaterThan(0);
    for (const complaint of found) expect(complaint).toMatch(/SMask|Transparency|Group|BitsPerComponent/i);
  });

  it('says that a photo in CMYK keeps the PDF from being PDF/A, and then does not claim it', () => {
    const work = createFolder();
    writeFileSync(join(work, 'me.jpg'), createJpegHead(4));
    writeFileSync(join(work, 'cv.md'), '---\nname: Ada\nphoto: me.jpg\n---\n\n## X\n\ny\n');
    const { pdf, messages } = buildJson(work, ['cv.md', '-t', 'classic']);
    expect(messages.map(({ code, line }) => `${line} ${code}`)).toEqual(['3 no-pdfa']);
    const made = readPdf(join(work, pdf as string));
    expect(made.stream(catalogOf(made)['/Metadata']).toString()).not.toContain('pdfaid');
  });
});

function catalogOf(pdf: PdfObjects): PdfObject {
  return pdf.follow(pdf.trailer['/Root']) as PdfObject;
}

function decodeXml(text: string | undefined): string | undefined {
  return text?.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

/** Nothing, NUL, the marks that are no letters, private use: what is no text (ISO 19005-2, 6.2.11.7.2). */
const notText = /^$|[\0\u{e000}-\u{f8ff}\u{feff}\u{fffe}\u{fffd}\u{f0000}-\u{10ffff}]/u;

/** The text of each code in a ToUnicode CMap (ISO 32000-1, 9.10.3). */
function readToUnicode(cmap: string): Map<number, string> {
  const texts = new Map<number, string>();
  const toText = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, kind, body = ''] of cmap.matchAll(/beginbf(char|range)\n([\s\S]*?)endbf/g)) {
    for (const row of body.trim().split('\n').filter(Boolean)) {
      const [from = '', ...rest] = [...row.matchAll(/<([\da-f]*)>/gi)].map(([, hex = '']) => hex);
      const start = Number.parseInt(from, 16);
      if (kind === 'char') texts.set(start, toText(rest[0] ?? ''));
      else {
        const [end = '', first = '', ...others] = rest;
        for (let code = start; code <= Number.parseInt(end, 16); code++) {
          const next = (Number.parseInt(first, 16) + code - start).toString(16).padStart(first.length, '0');
          texts.set(code, toText(row.includes('[') ? ([first, ...others][code - start] ?? '') : next));
        }
      }
    }
  }
  return texts;
}
