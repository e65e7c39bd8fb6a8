/** A CV in each language, by the compiled command line with real TeX and fonts: words, labels, quotes, fonts, the order on the page. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportLine } from '../../src/many/report-line.ts';
import { readTextPages } from '../../src/pdf/text-pages.ts';
import { buildJson, type JsonBuild, lacking, mdcv, pdfText, type WordBox, wordBoxes } from './mdcv.ts';
import { templates as allTemplates } from './templates.ts';
import { lostWords } from './visible-words.ts';

const skipped = lacking(['pdflatex', 'xelatex', 'lualatex', 'pdftotext', 'pdffonts', 'pdftoppm']);
const fixtures = join(import.meta.dirname, '../fixtures/languages');
const templates = ['classic', 'banking', 'academic'];

/** What mdcv itself brings to each page: the engine, the kind of a publication, its status, and quotes as the language has them. */
const expected: Record<string, [engine: string, label: string, status: string, quotes: RegExp]> = {
  en: ['pdflatex', 'Journal articles', 'to appear', /“quiet”.*“Don’t call it ‘finished’/s],
  de: ['pdflatex', 'Zeitschriftenaufsätze', 'erscheint demnächst', /„stillen“.*„Nichts heißt ‚fertig‘/s],
  fr: ['pdflatex', 'Articles de revue', 'à paraître', /«\s?silencieux\s?»\s:.*«\s?Rien/s],
  es: [
    'pdflatex',
    'Artículos de revista',
    'de próxima publicación',
    /«silenciosos».*«Nada está “terminado”/s,
  ],
  it: ['pdflatex', 'Articoli su rivista', 'in uscita', /«silenziosi».*«Niente è “finito”/s],
  pt: ['pdflatex', 'Artigos em revistas', 'a publicar', /“silenciosas”.*“Nada está ‘pronto’/s],
  nl: ['pdflatex', 'Tijdschriftartikelen', 'te verschijnen', /“stille”.*“Niets is ‘klaar’/s],
  pl: ['pdflatex', 'Artykuły w czasopismach', 'w przygotowaniu do druku', /„ciche”.*„Nic nie jest «gotowe»/s],
  ru: ['xelatex', 'Статьи в журналах', 'выйдет', /«тихие».*«Ничто не „готово“/s],
  el: ['xelatex', 'Άρθρα σε περιοδικά', 'προσεχώς', /«ήσυχες».*«Τίποτα δεν είναι “έτοιμο”/s],
  tr: ['pdflatex', 'Dergi makaleleri', 'yayımlanacak', /“Sessiz”.*“Yük taşımadan hiçbir şey ‘bitmiş’/s],
  zh: ['xelatex', '期刊论文', '即将发表', /“安静”/],
  'zh-Hant': ['xelatex', '期刊論文', '即將發表', /「安靜」/],
  ja: ['xelatex', '学術論文', '掲載予定', /「静かな」/],
  ko: ['xelatex', '학술지 논문', '게재 예정', /“조용한”.*‘완성’/s],
  ar: ['lualatex', 'مقالات في مجلات', 'سيصدر', /./],
  he: ['lualatex', 'מאמרים בכתבי עת', 'יופיע בקרוב', /./],
};
const languages = readdirSync(fixtures);

/** In one template each language is read as browsers read it, too. */
const checkOf = (template: string): string[] => (template === 'academic' ? ['--check'] : []);

let folder: string;
let lines: ReportLine[];

beforeAll(() => {
  if (skipped) return;
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv languages ')));
  cpSync(fixtures, folder, { recursive: true });
  const files = languages.map((lang) => `${lang}/cv.md`);
  lines = templates.flatMap((template) =>
    mdcv(folder, ['build', ...files, '-t', template, '-o', template, '--json', ...checkOf(template)], {})
      .stdout.split('\n')
      .filter(Boolean)
      .map((line): ReportLine => JSON.parse(line)),
  );
}, 600_000);

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Text as it is compared: letters of presentation forms are letters, marks over Arabic ones and marks of direction are dropped. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u064B-\u0652\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
}

const textOf = (lang: string, template: string): string =>
  plain(pdfText(join(folder, template, lang, 'cv.pdf')));
const fontsOf = (lang: string, template: string): string =>
  execFileSync('pdffonts', [join(folder, template, lang, 'cv.pdf')], { encoding: 'utf8' });

/** The darkest and the lightest grey, 0 to 255, of what stands in a box of the first page. */
function shadesIn(pdf: string, { left, right, top, bottom }: WordBox): { darkest: number; lightest: number } {
  const [x, y, width, height] = [left, top, right - left, bottom - top].map((one) => String(Math.round(one)));
  const area = ['-x', x, '-y', y, '-W', width, '-H', height] as string[];
  const image = execFileSync('pdftoppm', ['-r', '72', '-l', '1', '-gray', ...area, pdf]);
  const pixels = image.subarray(-Number(width) * Number(height));
  return { darkest: Math.min(...pixels), lightest: Math.max(...pixels) };
}

describe.skipIf(skipped)('a CV in each language', () => {
  it.each(languages)('%s: all words, labels and quotes are in each template', (lang) => {
    const [engine, label, status, quotes] = expected[lang] ?? ['', '', '', /^$/];
    const source = readFileSync(join(fixtures, lang, 'cv.md'), 'utf8');
    const built = lines.filter(({ file }) => file === `${lang}/cv.md`);
    expect(built.map((line) => [line.status, 'engine' in line && line.engine])).toEqual(
      templates.map(() => ['built', engine]),
    );
    for (const template of templates) {
      const text = textOf(lang, template);
      // Headings in capitals are those of the language: İ in Turkish, no accents in Greek.
      const capitals = (one: string): string => plain(one).toLocaleUpperCase(lang);
      const lost = lostWords(source.split('\n').map(capitals).join('\n'), capitals(text));
      expect({ template, lost }).toEqual({ template, lost: [] });
      const squeezed = text.replaceAll(' ', '');
      expect(squeezed).toContain(label.replaceAll(' ', ''));
      expect(squeezed).toContain(status.replaceAll(' ', ''));
      expect(text.replace(/-?\n/g, ' ')).toMatch(quotes);
    }
  });

  it.each([
    ['zh', 'SC', 'han'],
    ['zh-Hant', 'TC', 'han'],
    ['ja', 'JP', 'kana'],
    ['ko', 'KR', 'hangul'],
  ])('%s is bold by a bold font, drawn as its region draws it', (lang, region, script) => {
    for (const template of templates) expect(fontsOf(lang, template)).toMatch(/CJK\w\w-Bold/);
    const firstFont = (template: string): string | undefined => {
      const tex = readFileSync(join(folder, template, lang, 'cv.tex'), 'utf8');
      return new RegExp(`declare_script:nnn \\{ ${script} \\}\\s*\\{ ([^,]*),`).exec(tex)?.[1];
    };
    expect(firstFont('classic')).toBe(`Noto~Sans~CJK~${region}`);
    expect(firstFont('banking')).toBe(`Noto~Serif~CJK~${region}`);
  });
});

describe.skipIf(skipped)('the looks of a script', () => {
  /** The fonts of each word of the first page, without their subsets' tags. */
  async function fontsOfWords(lang: string, template: string): Promise<Map<string, Set<string>>> {
    const bytes = readFileSync(join(folder, template, lang, 'cv.pdf'));
    const [page] = await readTextPages(bytes, { fontNames: true });
    const words = new Map<string, Set<string>>();
    let word = '';
    let fonts = new Set<string>();
    for (const { text, fontName, endsLine } of page?.items ?? []) {
      for (const letter of text) {
        if (letter === ' ') {
          words.set(plain(word), fonts);
          [word, fonts] = ['', new Set()];
        } else {
          word += letter;
          fonts.add((fontName ?? '').replace(/^\w+\+/, ''));
        }
      }
      if (endsLine) {
        words.set(plain(word), fonts);
        [word, fonts] = ['', new Set()];
      }
    }
    return words;
  }

  it('Greek words are of one font each', async () => {
    for (const template of templates) {
      const words = await fontsOfWords('el', template);
      const greek = [...words].filter(([word]) => /^\p{Script=Greek}{4,}$/u.test(word));
      expect(greek.length).toBeGreaterThan(30);
      expect(greek.filter(([, fonts]) => fonts.size > 1).map(([word]) => word)).toEqual([]);
    }
  });

  it.each(['zh', 'ja', 'ko', 'ar', 'he'])(
    '%s: Latin words are upright as the letters around them',
    (lang) => {
      for (const template of templates) expect(fontsOf(lang, template)).not.toMatch(/Italic|Oblique|Slanted/);
    },
  );

  it.each([
    ['el', 'Λιμενικά'],
    ['ru', 'ООО'],
    ['de', 'Hafenbau'],
  ])('%s: what the class slants is slanted', async (lang, word) => {
    const [font] = (await fontsOfWords(lang, 'classic')).get(word) ?? [];
    expect(font).toMatch(/Italic|Oblique|LMSans\w*-Oblique|lmsso/i);
  });

  it('Arabic fields have the comma of Arabic', () => {
    for (const template of ['classic', 'casual']) {
      const pdf = join('commas', template, 'cv.pdf');
      mdcv(folder, ['build', 'ar/cv.md', '-t', template, '-o', pdf]);
      const text = plain(pdfText(join(folder, pdf))).replaceAll(' ', '');
      expect(text).toContain('مديرةمشروع،شركة');
    }
  });

  it.each(['zh', 'ja', 'ko', 'ar'])('%s: lines stand further apart than Latin ones', (lang) => {
    const leading = /\\linespread\{1\.15\}/;
    expect(readFileSync(join(folder, 'classic', lang, 'cv.tex'), 'utf8')).toMatch(leading);
    expect(readFileSync(join(folder, 'classic/de/cv.tex'), 'utf8')).not.toMatch(leading);
  });

  it('nothing is told of fonts that lack Latin letters or italics', () => {
    const told = lines.flatMap((line) => ('messages' in line ? (line.messages ?? []) : []));
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter(({ code }) => code === 'tex-warning')).toEqual([]);
  });
});

describe.skipIf(skipped)('letters that not every font has', () => {
  // In pdflatex what its usual encodings have.
  it.each([
    ['pdflatex', 'ŋ Ĳ ™ ℃'],
    ['xelatex', 'ƙ ŋ ŧ ǝ Ĳ x̵y Ḃ ™ ℃ Việt'],
    ['lualatex', 'ƙ ŋ ŧ ǝ Ĳ x̵y Ḃ ™ ℃ Việt'],
  ])('with %s they are set in text, in code and in titles', (engine, letters) => {
    const source = `# N\n\n## A ${letters}\n\nb ${letters}, \`c ${letters}\`, **\`d ${letters}\`**\n\n    e ${letters}\n`;
    writeFileSync(join(folder, `${engine}.md`), source);
    const { pdf, messages } = buildJson(folder, [`${engine}.md`, '--engine', engine, '-t', 'classic']);
    expect({ pdf, messages }).toEqual({ pdf: `out/${engine}.pdf`, messages: [] });
    const text = plain(pdfText(join(folder, 'out', `${engine}.pdf`))).toLowerCase();
    for (const word of letters.split(' '))
      expect(text.split(plain(word).toLowerCase()).length).toBeGreaterThan(5);
  });
});

describe.skipIf(skipped)('fonts of one weight and no italics', () => {
  it.each(['xelatex', 'lualatex'])('stand in for all shapes, with %s', (engine) => {
    const source = '# Ada\n\n## S\n\n***both 😀 ⠿***, **bold 😀 ⠿**, *italic 😀 ⠿*\n\n> quoted 😀 ⠿\n';
    writeFileSync(join(folder, 'one-weight.md'), source);
    const { pdf, messages } = buildJson(folder, ['one-weight.md', '--engine', engine, '-t', 'classic']);
    expect({ pdf, messages }).toEqual({ pdf: 'out/one-weight.pdf', messages: [] });
  });
});

describe.skipIf(skipped)('letters that no font has', () => {
  // lualatex cannot write a font of which no glyph is used.
  it.each(['xelatex', 'lualatex'])(
    'with %s are named as what they are, and nothing else is said',
    (engine) => {
      writeFileSync(join(folder, 'none.md'), '# Ada\n\n## S\n\nx \u{dd70a} y\n');
      const { messages } = buildJson(folder, ['none.md', '--engine', engine, '-t', 'academic']);
      expect(messages.map(({ code, line }) => ({ code, line }))).toEqual([
        { code: 'missing-font', line: 5 },
        { code: 'missing-character', line: 5 },
      ]);
    },
  );
});

describe.skipIf(skipped)('what browsers read', () => {
  it.each(languages)('%s: each word, whole and in order, by pdf.js and by PDFium', (lang) => {
    const line = lines.find(({ file, template }) => file === `${lang}/cv.md` && template === 'academic');
    const { checks, messages } = line as ReportLine & { checks: unknown[] };
    expect(checks.length).toBeGreaterThan(10);
    // What the build says of a font's shapes is no finding.
    const findings = messages.filter(({ severity, code }) => severity !== 'info' && code !== 'font-fallback');
    expect(findings).toEqual([]);
  });

  it('islands from right to left, in order and with the letters of joined glyphs', async () => {
    const words = ['חברת הרציף בע״מ', 'الإصغاء لا الجسور'];
    writeFileSync(
      join(folder, 'islands.md'),
      `# Jane Roe\n\n## Work\n\n- First ${words[0]} in Haifa.\n- Then ${words[1]} in Amman.\n`,
    );
    for (const engine of ['xelatex', 'lualatex']) {
      const args = ['build', 'islands.md', '-t', 'academic', '--engine', engine, '-o', engine, '--check'];
      const { messages } = JSON.parse(mdcv(folder, [...args, '--json']).stdout) as JsonBuild;
      expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
      const pages = await readTextPages(readFileSync(join(folder, engine, 'islands.pdf')));
      const text = plain(pages.flatMap(({ items }) => items.map((item) => item.text)).join(''));
      for (const word of words) expect(text).toContain(word);
    }
  });
});

describe.skipIf(skipped)('pages from right to left', () => {
  it('code runs from left to right, sign by sign', () => {
    const code = '``C++`` <b>22 a--b</b> !`';
    const source = `---\nlang: he\nname: נועה\n---\n\n\`a--b\`\n\n~~~\n${code}\n~~~\n`;
    writeFileSync(join(folder, 'code.md'), source);
    const { messages } = buildJson(folder, ['code.md', '-t', 'casual']);
    expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(plain(pdfText(join(folder, 'out/code.pdf')))).toContain(code);
  });

  /** Poppler gives the letters of a word from the left. */
  const find = (boxes: WordBox[], word: string): WordBox => {
    const turned = [...word].reverse().join('');
    const found = boxes.find((one) => [word, turned].includes(plain(one.word)));
    if (!found) throw new Error(`no ${word} among ${boxes.map((one) => plain(one.word)).join(' ')}`);
    return found;
  };

  it.each([
    ['he', 'התוכנה', 'כבר', 'לפרטים', 'מנהלת', 'ניסיון'],
    ['ar', 'ببرنامج', 'منذ', 'للتواصل', 'مديرة', 'المهنية'],
  ])(
    '%s: islands, numbers and columns stand in the order they are read',
    (lang, before, after, phone, title, section) => {
      for (const template of templates) {
        const boxes = wordBoxes(join(folder, template, lang, 'cv.pdf'));
        const at = (word: string): WordBox => find(boxes, word);
        // The island from left to right, within a line from right to left.
        expect(at('Autodesk').left).toBeLessThan(at('Robot').left);
        expect(at('Robot').right).toBeLessThanOrEqual(at(before).left + 1);
        const follows = at(after);
        if (Math.abs(follows.top - at('Robot').top) < 3)
          expect(follows.right).toBeLessThan(at('Autodesk').left);
        // A telephone number keeps its plus sign and its order.
        const plus = boxes.filter((one) => plain(one.word).startsWith('+')).at(-1) as WordBox;
        const next = boxes.filter((one) => /^(?:54|79)$/.test(plain(one.word))).at(-1) as WordBox;
        if (Math.abs(plus.top - next.top) < 3) expect(plus.left).toBeLessThan(next.left);
        expect(at('0199')).toBeDefined();
        expect(at(phone)).toBeDefined();
        // What stands at the left elsewhere stands at the right: titles, and in classic the column of dates.
        const page = 595;
        expect(at(section).right).toBeGreaterThan(page / 2);
        const date = boxes.filter((one) => plain(one.word).includes('2019'))[0] as WordBox;
        if (template === 'classic') expect(date.left).toBeGreaterThan(at(title).right);
        else expect(date.right).toBeLessThan(at(title).left);
        for (const box of boxes) {
          expect(box.left).toBeGreaterThan(0);
          expect(box.right).toBeLessThan(page);
        }
      }
    },
  );

  it('a name is seen in each template, in black where the look has no colour for it', () => {
    for (const template of allTemplates) {
      const pdf = join(template, 'he/cv.pdf');
      if (!templates.includes(template)) mdcv(folder, ['build', 'he/cv.md', '-t', template, '-o', pdf]);
      const { darkest, lightest } = shadesIn(join(folder, pdf), find(wordBoxes(join(folder, pdf)), 'גשרוני'));
      expect(lightest - darkest, template).toBeGreaterThan(100);
      // Releases of moderncv differ in it.
      if (['classic', 'fancy', 'oldstyle'].includes(template)) expect(darkest, template).toBeLessThan(40);
    }
  });
});
