/** Each check with a PDF that has its fault, made on purpose, and one that just has not. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { BuildResult } from '../../src/build.ts';
import { createBackgroundCheck } from '../../src/check/background-check.ts';
import { checkPdf } from '../../src/check/check-pdf.ts';
import type { CheckSource } from '../../src/check/checked.ts';
import { parseCv } from '../../src/content/parse-cv.ts';
import type { ProblemCode } from '../../src/problem.ts';
import { createJpegHead } from '../images.ts';
import { createFolder, lacking } from './mdcv.ts';
import { finished, fontNowhere, linkTo, setArticle, setTex, typeThree, writePng } from './tex-pdf.ts';

const noTex = lacking(['pdflatex', 'qpdf']);

async function sourceOf(markdown: string): Promise<CheckSource> {
  const vfile = new VFile({ path: 'cv.md', value: markdown });
  const { cv, frontMatter } = await parseCv(vfile);
  vfile.messages.length = 0;
  return { vfile, cv, frontMatter, template: 'test', options: { margin: '20mm' }, profile: 'screen' };
}

/** What is found under a code: its line where it has one, and the reason. */
async function find(
  code: ProblemCode,
  pdf: string,
  markdown?: string,
): Promise<{ line?: number | undefined; reason: string }[]> {
  const source = markdown === undefined ? undefined : await sourceOf(markdown);
  const { messages } = await checkPdf({ pdf, source });
  return messages
    .filter(({ ruleId }) => ruleId === code)
    .map(({ line, reason }) => ({ ...(line !== undefined && { line }), reason }));
}

interface Case {
  code: ProblemCode;
  /** The body with the fault, and the one without. */
  bad: string;
  good: string;
  markdown?: string;
  goodMarkdown?: string;
  preamble?: string;
  line?: number;
  reason: string | RegExp;
}

const words = '## X\n\nalpha bravo charlie delta\n';
const entry = '## Work\n\n### Engineer | Firm | 2016\n\nBuilt the engine.\n';
const paragraph = '## X\n\naaa bbb ccc ddd eee fff\n';
const email = '---\nname: Ada\nphone: +49 30-123456\n---\n## X\n\nText\n';
const link = '## X\n\nText\nwith [a link](https://example.org/~ada).\n';
const foot = '\\vspace*{240mm}';

const cases: Case[] = [
  {
    code: 'lost-text',
    markdown: words,
    bad: 'X\\par alpha charlie delta',
    good: 'X\\par alpha bravo charlie delta',
    line: 3,
    reason: '“bravo” is not in the text of the PDF (read by pdf.js)',
  },
  {
    code: 'unclean-text',
    bad: '\\pdfglyphtounicode{ffi}{FB03}the office',
    good: 'the office',
    reason: '“the oﬃce” on page 1 copies with the character U+FB03 (a ligature)',
  },
  {
    code: 'reading-order',
    markdown: words,
    bad: 'X\\par charlie bravo alpha delta',
    good: 'X\\par alpha bravo\\newpage charlie delta',
    line: 3,
    reason:
      'The words of “alpha bravo charlie delta” do not follow each other in the text of the PDF (read by PDFium)',
  },
  {
    code: 'reading-order',
    markdown: entry,
    bad: 'Work\\par Built the engine.\\par 2016 Engineer, Firm',
    good: 'Work\\par 2016 Engineer, Firm\\par Built the engine.',
    line: 5,
    reason: '“Built the engine.” stands before what it follows in the Markdown (read by PDFium)',
  },
  {
    code: 'split-extraction',
    bad: '\\leavevmode\\pdfliteral direct{/Span<</ActualText(zebra)>>BDC}horse\\pdfliteral direct{EMC} here',
    good: 'horse here',
    reason: /Two programs read 2 words differently: (?:horse, zebra|zebra, horse)/,
  },
  {
    code: 'changed-contact',
    markdown: email,
    bad: 'Ada, +49 30--123456, X, Text',
    good: 'Ada, +49 30-123456, X, Text',
    line: 3,
    reason: '“+49 30-123456” does not copy from the PDF as it is written',
  },
  {
    code: 'changed-link',
    markdown: link,
    bad: linkTo('https://example.org/~eda', '/F 4'),
    good: linkTo('https://example.org/\\%7Eada', '/F 4'),
    line: 4,
    reason: 'No link of the PDF leads to https://example.org/~ada',
  },
  {
    code: 'bad-link',
    bad: linkTo('example.org', '/F 4'),
    good: linkTo('https://example.org', '/F 4'),
    reason: 'The link to `example.org` has no scheme',
  },
  {
    code: 'unprinted-link',
    bad: linkTo('https://example.org', ''),
    good: linkTo('https://example.org', '/F 4'),
    reason: 'A link does not have the print flag',
  },
  {
    code: 'off-page',
    bad: '\\hbox to 0pt{\\hskip180mm far away\\hss}',
    good: '\\hbox to 0pt{\\hskip150mm far away\\hss}',
    // pdf.js leaves out letters that are off the page.
    reason: /“far aw.*” runs off page 1/,
  },
  {
    code: 'outside-margin',
    markdown: '## X\n\nfar away\n',
    bad: '\\hbox to 0pt{\\hskip160mm far away\\hss}',
    good: '\\hbox to 0pt{\\hskip155mm far away\\hss}',
    line: 3,
    reason: /“far away” stands \d+\.\d pt in the margin of page 1/,
  },
  {
    code: 'outside-margin',
    markdown: '## X\n\nfar below\n',
    bad: '\\vbox to 0pt{\\vskip262mm\\hbox{far below}\\vss}',
    good: '\\vbox to 0pt{\\vskip252mm\\hbox{far below}\\vss}',
    line: 3,
    reason: '“far below” stands in the bottom margin of page 1',
  },
  {
    code: 'stranded-heading',
    markdown: words,
    bad: `text\\par${foot}X\\newpage alpha bravo charlie delta`,
    good: `text\\par${foot}X\\par alpha\\newpage bravo charlie delta`,
    line: 1,
    reason: '“X” stands at the foot of page 1, and what follows it on the next',
  },
  {
    code: 'stranded-heading',
    bad: `text\\par text\\par${foot}{\\large Larger}\\newpage more`,
    good: `text\\par text\\par${foot}Larger\\newpage more`,
    reason: '“Larger” stands at the foot of page 1',
  },
  {
    code: 'stranded-entry',
    markdown: entry,
    bad: `Work\\par${foot}2016 Engineer, Firm\\newpage Built the engine.`,
    good: `Work\\par${foot}2016 Engineer, Firm\\par Built the\\newpage engine.`,
    line: 3,
    reason: '“Engineer” stands at the foot of page 1',
  },
  {
    code: 'widow',
    markdown: paragraph,
    bad: 'X\\par aaa bbb\\par ccc ddd\\newpage eee fff',
    good: 'X\\par aaa bbb\\par ccc ddd\\newpage eee\\par fff',
    line: 3,
    reason: 'The last line of “aaa bbb ccc ddd eee fff” stands alone on page 2',
  },
  {
    code: 'widow',
    markdown: paragraph,
    bad: 'X\\par aaa bbb\\newpage ccc ddd\\par eee fff',
    good: 'X\\newpage aaa bbb\\par ccc ddd\\par eee fff',
    line: 3,
    reason: 'The first line of “aaa bbb ccc ddd eee fff” stands alone on page 1',
  },
  {
    code: 'short-last-page',
    bad: 'one\\newpage\\vspace*{50mm}two',
    good: 'one\\newpage\\vspace*{70mm}two',
    reason: 'The last page is filled to 22 %',
  },
  {
    code: 'small-type',
    bad: '{\\fontsize{5.5}{7}\\selectfont tiny}',
    good: '{\\fontsize{6.1}{7}\\selectfont tiny}',
    reason: '“tiny” on page 1 is set in 5.5 pt',
  },
  {
    code: 'page-budget',
    markdown: '---\nname: Ada\npages: 1\n---\n## X\n\nText\n',
    goodMarkdown: '---\nname: Ada\npages: 2\n---\n## X\n\nText\n',
    bad: 'Ada X\\newpage Text',
    good: 'Ada X\\newpage Text',
    line: 3,
    reason: 'The CV takes 2 pages, and `pages` allows 1',
  },
  {
    code: 'font-without-unicode',
    preamble: '\\pdfgentounicode=0',
    bad: 'text',
    good: '\\pdfgentounicode=1 text',
    reason: /^The font \S*LMRoman10-Regular of page 1 does not say/,
  },
  {
    code: 'whole-font',
    bad: '\\pdfmapline{=ec-lmr10 LMRoman10-Regular "enclmec ReEncodeFont" <lm-ec.enc <<lmr10.pfb}text',
    good: 'text',
    reason: 'The whole font LMRoman10-Regular is in the PDF',
  },
  {
    code: 'cmyk-colour',
    bad: '\\pdfliteral{0 1 0 0 k}text',
    good: '\\pdfliteral{1 0 0 rg}text',
    reason: 'Something on page 1 is in CMYK',
  },
];

describe.skipIf(noTex)(`checks${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it.each(cases)('$code: $bad', async (one) => {
    const { code, bad, good, markdown, goodMarkdown = markdown, preamble = '', line, reason } = one;
    const found = await find(code, setArticle(bad, preamble), markdown);
    expect(found.length, 'not found').toBeGreaterThan(0);
    expect(found[0]?.line).toBe(line);
    if (typeof reason === 'string') expect(found[0]?.reason).toContain(reason);
    else expect(found[0]?.reason).toMatch(reason);
    expect(await find(code, setArticle(good, preamble), goodMarkdown)).toEqual([]);
  });

  it.each([
    ['beside', '\\hbox to 0pt{\\hskip300mm bravo charlie\\hss}'],
    ['far left of', '\\hbox to 0pt{\\hskip-200mm bravo charlie\\hss}'],
    ['below', '\\vbox to 0pt{\\vskip400mm\\hbox{bravo charlie}\\vss}'],
  ])('finds words that stand %s the page, once for their line', async (_, off) => {
    const pdf = setArticle(`X\\par alpha delta${off}`);
    const { messages } = await checkPdf({ pdf, source: await sourceOf(words) });
    const found = messages.filter(({ ruleId }) => ruleId === 'off-page' || ruleId === 'lost-text');
    expect(found.map(({ ruleId, line, reason }) => [ruleId, line, reason])).toEqual([
      ['off-page', 3, '“bravo charlie” stands off page 1, where nobody sees it'],
    ]);
  });

  it('finds words that run off the page once, and those that are nowhere as lost', async () => {
    const run = setArticle(
      'X\\par alpha bravo delta\\hbox to 0pt{\\hskip140mm charlie\\hskip10mm charlie\\hss}',
    );
    const source = await sourceOf(words.replace('charlie', 'charlie charlie echo'));
    const { messages } = await checkPdf({ pdf: run, source });
    const codes = messages.flatMap(({ ruleId, line }) =>
      ruleId === 'off-page' || ruleId === 'lost-text' ? [`${ruleId} ${line}`] : [],
    );
    expect(codes).toEqual(['lost-text 3', 'off-page 3']);
  });

  it('finds nothing in what is finished', async () => {
    const { messages, checks } = await checkPdf({
      pdf: setArticle(
        `\\section{X}alpha bravo charlie delta ${linkTo('https://example.org', '/F 4')}`,
        finished,
      ),
      source: await sourceOf(`${words}\n[there](https://example.org)\n`),
    });
    expect(messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`)).toEqual([]);
    expect(checks.length).toBeGreaterThan(12);
  });

  it('finds what a PDF does not say of itself', async () => {
    const { messages } = await checkPdf({
      pdf: setArticle('text', '\\pdftrailerid{}'),
      source: await sourceOf(words.replace('alpha', 'text')),
    });
    const codes = messages.map(({ ruleId }) => ruleId);
    expect(codes).toEqual(
      expect.arrayContaining([
        'missing-metadata',
        'missing-xmp',
        'missing-output-intent',
        'missing-file-id',
        'missing-bookmarks',
      ]),
    );
    expect(messages.find(({ ruleId }) => ruleId === 'missing-metadata')?.reason).toBe(
      'The PDF does not say its title, author, language',
    );
  });

  it('finds that the keywords of the CV are not in the PDF', async () => {
    const markdown = '---\nname: Ada\nkeywords: [one]\n---\n';
    const without = finished.replace('pdfkeywords={one}', '').replace('Ada’s CV, one', 'Ada’s CV');
    expect(await find('missing-metadata', setArticle('Ada', without), markdown)).toEqual([
      { reason: 'The PDF does not say its keywords' },
    ]);
    expect(await find('missing-metadata', setArticle('Ada', finished), markdown)).toEqual([]);
  });

  it('finds that the metadata disagree', async () => {
    const preamble = finished.replace('<x:xmpmeta>Ada’s CV', '<x:xmpmeta>Eda’s CV');
    expect(await find('unequal-metadata', setArticle('text', preamble))).toEqual([
      { reason: 'The XMP metadata do not hold the title “Ada’s CV” of the document information' },
      { reason: 'The XMP metadata do not hold the author “Ada” of the document information' },
    ]);
  });

  it('finds JavaScript', async () => {
    const script = '\\pdfcatalog{/OpenAction<</S/JavaScript/JS(app.beep\\string\\(0\\string\\))>>}';
    const [found] = await find('active-pdf', setArticle('text', script));
    expect(found?.reason).toContain('JavaScript');
    expect(await find('active-pdf', setArticle('text'))).toEqual([]);
  });

  it('finds that a PDF is encrypted', async () => {
    const pdf = setArticle('text');
    const locked = join(createFolder(), 'locked.pdf');
    execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', pdf, locked]);
    expect(await find('encrypted-pdf', locked)).toHaveLength(1);
    expect(await find('encrypted-pdf', pdf)).toEqual([]);
  });

  it('finds fonts of pictures, and fonts that are elsewhere', async () => {
    expect(await find('type3-font', setTex(typeThree))).toHaveLength(1);
    expect(await find('unembedded-font', setTex(fontNowhere))).toEqual([
      { reason: 'The font Helvetica of page 1 is not in the PDF, so that others see another' },
    ]);
    const plain = setArticle('text');
    expect([...(await find('type3-font', plain)), ...(await find('unembedded-font', plain))]).toEqual([]);
  });

  it('finds images in CMYK', async () => {
    const folder = createFolder();
    const set = (components: number): string => {
      writeFileSync(join(folder, 'photo.jpg'), createJpegHead(components));
      return setArticle('\\includegraphics{photo.jpg}', '\\usepackage{graphicx}', folder);
    };
    expect(await find('cmyk-colour', set(4))).toEqual([
      { reason: 'An image on page 1 is in CMYK, which screens show in other colours' },
    ]);
    expect(await find('cmyk-colour', set(3))).toEqual([]);
  });

  it('says that a PDF could not be checked beside a watch, where it cannot be opened', async () => {
    const dist = join(import.meta.dirname, '../../dist');
    // What the bundle defines: the thread runs from its own bundle.
    vi.stubGlobal(
      'bundledCheckWorker',
      readdirSync(dist).find((name) => /^mdcv-check-.*\.cjs$/.test(name)),
    );
    const background = createBackgroundCheck();
    onTestFinished(() => background.close());
    const told = async (pdf: Uint8Array): Promise<string[]> => {
      const source = await sourceOf(words);
      // As much of a build's result as the check of its PDF takes.
      const result = { ...source, silenced: [] } as unknown as BuildResult;
      await new Promise<void>((done) => background.check(result, pdf, done));
      return source.vfile.messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`);
    };
    const pdf = readFileSync(setArticle('X\\par alpha bravo charlie delta', finished));
    expect(await told(pdf.subarray(0, 500))).toEqual([
      expect.stringMatching(/^unchecked-pdf Cannot check the PDF: ./),
    ]);
    expect((await told(pdf)).filter((message) => message.startsWith('unchecked-pdf'))).toEqual([]);
  });

  it('finds images of few pixels', async () => {
    const folder = createFolder();
    writePng(join(folder, 'grey.png'), 600, 300);
    const set = (width: string): string =>
      setArticle(`\\includegraphics[width=${width}]{grey.png}`, '\\usepackage{graphicx}', folder);
    expect(await find('low-resolution', set('3in'))).toEqual([
      { reason: 'The image on page 1 has 200 pixels an inch, too few to be printed well' },
    ]);
    expect(await find('low-resolution', set('2in'))).toEqual([]);
  });
});
