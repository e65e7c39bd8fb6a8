/** How pages look, where words can tell: positions as poppler reads them. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineNames } from '../../src/engine/engine.ts';
import { longCv } from './long-cv.ts';
import { buildJson, createFolder, findWord, lacking, type WordBox, wordBoxes } from './mdcv.ts';
import { templates } from './templates.ts';

const noTex = lacking(['pdflatex', 'xelatex', 'lualatex', 'pdftotext']);

function place(markdown: string, template: string, engine = 'pdflatex'): WordBox[] {
  const work = createFolder();
  writeFileSync(join(work, 'cv.md'), markdown);
  const { pdf, messages } = buildJson(work, ['cv.md', '-t', template, '--engine', engine]);
  expect(messages.filter(({ severity, code }) => severity !== 'info' && code !== 'font-fallback')).toEqual(
    [],
  );
  return wordBoxes(join(work, pdf ?? ''));
}

/** Pairs of words of which one lies on the other by more than the white above and below it. */
function overprints(boxes: readonly WordBox[]): string[] {
  return boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other) => {
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      return one.page === other.page && width > 1 && height > 0.4 * (one.bottom - one.top)
        ? [`${one.word} ${other.word}`]
        : [];
    }),
  );
}

describe.skipIf(noTex)(`tables${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  const facts =
    '## Facts\n\n| Name | Ada |\n|---|---|\n| City | Kiel |\n\n## Work\n\n### Engineer | Firm | 2019\n';

  it.each(templates)('keep their distance from the section that follows: %s', (template) => {
    const boxes = place(`# Ada Byron\n\n${facts}`, template);
    const last = boxes.find(({ word }) => word === 'Kiel') as WordBox;
    const next = Math.min(...boxes.flatMap(({ top }) => (top > last.top + 1 ? [top] : [])));
    // A line of its own would have no more than the white above and below its letters.
    expect(next - last.bottom).toBeGreaterThan(4);
  });
});

describe.skipIf(noTex)(`tables among lines${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  const table = '| Area | Tool |\n|---|---|\n| One | two |\n| Three | four |';

  it.each(['academic', 'banking', 'fancy', 'oldstyle'])('begin at a distance: %s', (template) => {
    const words = place(`# Ada\n\n## Skills\n\n**Car:** one\n\n${table}\n\n**Sea:** two\n`, template);
    const at = (word: string): WordBox => findWord(words, word);
    // The head is bold, whose boxes are of another height; there is a rule below it.
    const [line, withHead] = [at('Three').top - at('One').top, at('One').top - at('one').top];
    expect(withHead).toBeGreaterThan(2 * line + 6);
  });

  it('leave no row alone on a page', () => {
    const pages = Array.from({ length: 8 }, (_, count) => {
      const lines = 'One line of text.\n\n'.repeat(36 + count);
      const words = place(`# Ada\n\n## Skills\n\n${lines}\n\n${table}\n`, 'classic');
      return ['Area', 'One', 'Three'].map((word) => words.findLast((one) => one.word === word)?.page);
    });
    expect(new Set(pages.map((each) => each.join()))).toEqual(new Set(['1,1,1', '2,2,2']));
  });
});

describe.skipIf(noTex)(`contacts in a narrow column${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it('go on below their beginning, and stick out nowhere', () => {
    const contacts =
      'homepage: https://www.physik.uni-somewhere.example/~hohenlohe\nmastodon: "@hohenlohe@fediscience.example.org"';
    const words = place(`---\nname: Ada\n${contacts}\n---\n## Work\n\nText.\n`, 'oldstyle');
    const text = findWord(words, 'Text.').left;
    const column = words.filter(({ left, right }) => left < text && right < text && left > 0).slice(1);
    expect(column.map(({ word }) => word).join('')).toBe(
      'physik.uni-somewhere.example/~hohenlohe@hohenlohe@fediscience.example.org',
    );
    const lefts = column.map(({ left }) => left);
    expect(column.length).toBeGreaterThan(3);
    expect(Math.max(...lefts) - Math.min(...lefts)).toBeLessThan(3);
    expect(Math.max(...column.map(({ right }) => right))).toBeLessThan(text - 15);
  });
});

describe.skipIf(noTex)(`dates in the margin${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  const dates = [
    '2009–2012',
    'September 2019 – present',
    '12 December 2019',
    'since November 2014 (part-time)',
  ];
  const entries = dates.map((date) => `### Title | Firm | ${date}\n`).join('\n');

  it.each(engineNames)('are set in one size, with no month divided, with %s', (engine) => {
    const boxes = place(`# Ada Byron\n\n## Work\n\n${entries}`, 'classic', engine);
    const edge = boxes.find(({ word }) => word.startsWith('Title'))?.left as number;
    const margin = boxes.filter(({ right, top }) => right < edge && top > 100);
    expect(margin.map(({ word }) => word)).toEqual(dates.flatMap((date) => date.split(' ')));
    const heights = margin.map(({ top, bottom }) => Math.round(10 * (bottom - top)));
    expect(new Set(heights).size).toBe(1);
  });
});

describe.skipIf(noTex)(`dates of several words in the margin${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it.each([
    ['es', 'marzo de 2019 – actualidad', 'marzo de 2019 –|actualidad'],
    ['es', 'septiembre de 2014 – febrero de 2019', 'septiembre|de 2014 –|febrero de 2019'],
    ['pt', 'março de 2019 – presente', 'março de 2019 –|presente'],
    ['ko', '2014년 9월 – 2019년 2월', '2014년 9월 –|2019년 2월'],
    ['ko', '2019년 3월 – 현재', '2019년 3월 – 현재'],
  ])('%s: %s', (lang, date, lines) => {
    const source = `---\nname: Ada\nlang: ${lang}\n---\n## Work\n\n### Title | Firm | ${date}\n`;
    const boxes = place(source, 'classic', lang === 'ko' ? 'xelatex' : 'pdflatex');
    const edge = boxes.find(({ word }) => word.startsWith('Title'))?.left as number;
    const margin = boxes.filter(({ right, top }) => right < edge && top > 100);
    const text = margin.map(({ word, top }, index) => {
      const before = margin[index - 1];
      return before ? `${top - before.top > 6 ? '|' : ' '}${word}` : word;
    });
    // Fonts are of different heights, and a dash or a figure is of another than a letter.
    expect(text.join('')).toBe(lines);
  });
});

describe.skipIf(noTex)(`dates at the right${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it.each(['fancy', 'oldstyle'])('take the room that a short title leaves them: %s', (template) => {
    const date = 'since November 2014 (part-time)';
    const title = 'Assistant of many things that one does and two more';
    const boxes = place(`# Ada\n\n## Work\n\n### Tutor | ${date}\n\n### ${title} | ${date}\n`, template);
    const tops = (word: string): number[] =>
      boxes.filter((box) => box.word === word).map(({ top }) => Math.round(top));
    expect(tops('since')[0]).toBe(tops('(part-time)')[0]);
    expect(tops('(part-time)')[1]).toBeGreaterThan(tops('since')[1] as number);
    expect(overprints(boxes)).toEqual([]);
  });
});

describe.skipIf(noTex)(`pages${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  const wide = [
    '---\nname: Ada Müller\nlang: de\n---',
    '## Erfahrung\n\n### Leiterin | Firma | Bonn | September 2016 – November 2018\n\nText.',
    '## Kenntnisse\n\n**Programmiersprachen und Frameworks:** TypeScript, Rust',
    '**Donaudampfschifffahrtskapitänsmütze:** ja und noch viel mehr',
    '**Donaudampfschifffahrtskapitänsmützen:**\n\n- eins\n- zwei',
    '**[INTERSPEECH-Workshop 2024]**<br><small>Donaudampfschifffahrtsaufsatz</small>\n: *Titel* \\\n  Autoren',
  ].join('\n\n');
  const cases = templates.flatMap((template) => engineNames.map((engine) => ({ template, engine })));

  it.each(cases)('$template: a label wider than its column lies on no text, with $engine', (asked) => {
    expect(overprints(place(wide, asked.template, asked.engine))).toEqual([]);
  });

  it.each(['academic', 'banking'])('%s: a French colon has its space before it', (template) => {
    const words = place('---\nname: Ada\nlang: fr\n---\n## X\n\n**Anglais :** oui\n', template);
    const [label, colon] = words.slice(words.findIndex(({ word }) => word.startsWith('Anglais')));
    expect([label?.word, colon?.word]).toEqual(['Anglais', ':']);
  });

  it.each(templates)('%s: Chinese and Japanese fields have the marks of their language', (template) => {
    const textOf = (markdown: string): string =>
      place(markdown, template, 'xelatex')
        .map(({ word }) => word)
        .join('');
    const chinese = textOf(
      '---\nname: 张三\nlang: zh\n---\n## 工作\n\n### 工程师 | 腾讯 | 深圳 | 全职 | 2016年\n\n文\n\n## 技能\n\n**语言:** 中文\n',
    );
    expect(chinese).toContain('，全职');
    expect(chinese).not.toMatch(/[,.:]/);
    const hasColon = !['classic', 'casual', 'contemporary'].includes(template);
    expect(chinese).toContain(hasColon ? '语言：中文' : '语言中文');
    const japanese = textOf(
      '---\nname: 山田\nlang: ja\n---\n## 職歴\n\n### エンジニア | 会社 | 東京 | 正社員 | 2016年\n\n文\n',
    );
    expect(japanese).toContain('、正社員');
    expect(japanese).not.toMatch(/[,.]/);
  });

  it.each(['palatino', 'times', 'helvetica'])(
    '%s: nothing is told of slanted letters, which are its italics',
    (font) => {
      const work = createFolder();
      writeFileSync(
        join(work, 'cv.md'),
        `---\nname: Ada\nheadline: Engineer\naddress: Street 1\noptions: { font: ${font} }\n---\n## X\n\n*a* — €\n`,
      );
      expect(buildJson(work, ['cv.md', '-t', 'classic', '--engine', 'pdflatex']).messages).toEqual([]);
    },
  );

  it.each(engineNames.slice(1))('a Chinese date is not broken before its end, with %s', (engine) => {
    const words = place(
      '---\nname: 张三\nlang: zh\n---\n## 工作\n\n### 工程师 | 腾讯 | 2016年9月 – 至今\n\n文',
      'classic',
      engine,
    );
    const date = words.filter(({ word }) => /2016|至|今/.test(word));
    expect(date.map(({ word }) => word).join('')).toMatch(/^2016年9月至今$/);
    // Fonts are of different heights; lines are further apart.
    const tops = date.map(({ top }) => top);
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(4);
  });

  it.each(engineNames.slice(1))('no line begins within a date of Chinese or Japanese, with %s', (engine) => {
    const dates = ['2016年9月12日', '平成28年10月', '二〇一六年九月', '12月31日', '２０１６年４月'];
    const lines = Array.from({ length: 20 }, (_, index) => {
      const filling = '天地玄黄宇宙洪荒辰宿列张寒来暑往秋收冬藏'.repeat(2);
      return `${filling}${filling.slice(0, index)}${dates[index % 5]}入社，${dates[(index + 2) % 5]}卒業。`;
    });
    const table = `| 时间 | 学校 |\n|---|---|\n| 2016年12月31日 | ${'天地玄黄'.repeat(30)} |`;
    const entry = '### 工程师 | 腾讯 | 2016年10月12日〜2018年12月31日';
    const markdown = `---\nname: 张三\nlang: zh\n---\n## 工作\n\n${entry}\n\n${lines.join('\n\n')}\n\n## 其他\n\n${table}\n`;
    for (const template of engine === 'xelatex' ? ['classic', 'academic'] : ['classic']) {
      const boxes = place(markdown, template, engine);
      const firsts = boxes.filter((box, index) => {
        const before = boxes[index - 1];
        return !before || before.page !== box.page || Math.abs(before.top - box.top) > 4;
      });
      expect(firsts.length).toBeGreaterThan(40);
      expect(firsts.filter(({ word }) => /^[年月日]/.test(word))).toEqual([]);
      const text = boxes.map(({ word }) => word).join('');
      for (const date of ['2016年9月12日', '平成28年10月', '二〇一六年九月']) expect(text).toContain(date);
    }
  });

  it.each(['academic', 'banking', 'fancy', 'oldstyle'])('%s: no mark is set after another', (template) => {
    const terms = '[Duarte 2023]\n: Larven\n\nWas nun?\n: Meer\n\n**Sprachen (gut):** Polnisch';
    const entry = '### Leiterin | Firma & Co. | 2016\n\nText';
    const words = place(`---\nname: Ada\nlang: de\n---\n## X\n\n${terms}\n\n${entry}\n`, template);
    const text = words.map(({ word }) => word).join(' ');
    expect(text).toMatch(/\[Duarte 2023\] Larven Was nun\? Meer Sprachen \(gut\): Polnisch/);
    expect(text).not.toMatch(/Co\.\./);
  });

  it('banking: the reference CV keeps to one page of letter paper', () => {
    const cv = readFileSync(join(import.meta.dirname, '../../content/cv.md'), 'utf8');
    const work = createFolder();
    cpSync(join(import.meta.dirname, '../../content'), work, { recursive: true });
    writeFileSync(join(work, 'cv.md'), cv.replace('lang: en\n', 'lang: en\noptions: { paper: letter }\n'));
    const { pages, pdf } = buildJson(work, ['cv.md', '-t', 'banking']);
    expect(pages).toBe(1);
    const [last] = wordBoxes(join(work, pdf ?? '')).slice(-1);
    // Within the margin of 20 mm, but for the depth of a line.
    expect(last?.bottom).toBeLessThan(792 - 56.7 + 5);
  });

  it('banking: no page ends early because of a space that no longer fits on the page before', () => {
    const tight = 'options: { margin: 15mm, spacing: 0.8 }';
    const words = place(longCv(22, [tight]), 'banking').filter(({ word }) => word === 'Company');
    expect([1, 2, 3].map((page) => words.filter((word) => word.page === page).length)).toEqual([12, 10, 0]);
  });

  it('academic: awards of one row stand as close as lines', () => {
    const words = place('---\nname: Ada\n---\n## Awards\n\n- **One** | 2020\n- **Two** | 2019\n', 'academic');
    const [one, two] = ['One', 'Two'].map((text) => words.find(({ word }) => word === text)?.bottom ?? 0);
    expect((two ?? 0) - (one ?? 0)).toBeLessThan(15);
    expect(one).toBeGreaterThan(0);
  });

  it('fancy: many contacts leave no hole under the name', () => {
    const contacts = 'email: ada@example.org\nphone: [+49 30 1, +49 30 2, +49 30 3, +49 30 4, +49 30 5]';
    const address = 'address: [Straße 1, 10115 Berlin, Deutschland]';
    const words = place(`---\nname: Ada Müller\n${address}\n${contacts}\n---\n## X\n\nText\n`, 'fancy');
    const tops = words.filter(({ left }) => left > 180).map(({ top }) => top);
    const gaps = tops.slice(1).map((top, index) => top - (tops[index] ?? top));
    expect(Math.max(...gaps)).toBeLessThan(50);
  });

  it.skipIf(lacking(['qpdf']))('fancy: the line stands in one place where a page ends beside a label', () => {
    const work = createFolder();
    const label = 'of several words that take several lines of it';
    const items = Array.from(
      { length: 40 },
      (_, index) => `**Label ${index} ${label}**<br>more\n: Text ${index}`,
    );
    writeFileSync(join(work, 'cv.md'), `---\nname: Ada\n---\n\n## X\n\n${items.join('\n\n')}\n`);
    const { pdf, pages } = buildJson(work, ['cv.md', '-t', 'fancy']);
    const file = join(work, pdf ?? '');
    const content = execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], {
      encoding: 'latin1',
    });
    // A rule of 1.2 pt, in the points of PDF.
    const starts = [...content.matchAll(/1 0 0 1 ([\d.]+) [\d.]+ cm\n0 0 1\.19\d [\d.]+ re f/g)];
    expect(starts.length).toBe(pages);
    expect(pages).toBeGreaterThan(1);
    expect(new Set(starts.map(([, left]) => left)).size).toBe(1);
    // Right of it begin the labels.
    const first = wordBoxes(file).find(({ word }) => word === 'Label');
    expect(Number(starts[0]?.[1])).toBeLessThan(first?.left ?? 0);
    expect(Number(starts[0]?.[1])).toBeGreaterThan((first?.left ?? 0) - 30);
  });

  it.each(['academic', 'banking'])('%s: a label keeps its distance from its text', (template) => {
    const words = place(
      '---\nname: Ada\n---\n\n## X\n\n**[J12] [Submitted 2025]**<br>more\n: Effects\n\n**[SIGMOD-Record-III 2024]**<br>more\n: Effects\n',
      template,
    );
    const text = words.find(({ word }) => word === 'Effects')?.left ?? 0;
    const label = words.filter(({ word, left }) => left < text && /[\]\d]|Submitted|SIGMOD/.test(word));
    expect(text - Math.max(...label.map(({ right }) => right))).toBeGreaterThan(4);
  });

  it.each(templates)('%s: the examples of one page are on one, on either paper', (template) => {
    for (const name of ['engineer.md', 'researcher.md']) {
      const example = readFileSync(join(import.meta.dirname, '../../content', name), 'utf8');
      for (const paper of ['a4', 'letter']) {
        const words = place(example.replace('---', `---\noptions: {paper: ${paper}}`), template);
        expect({ name, paper, pages: words.at(-1)?.page }).toEqual({ name, paper, pages: 1 });
      }
    }
  });
});

describe.skipIf(noTex)(`academic${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it('sets a heading of thousands of letters in its capitals, in a time that grows with them', () => {
    const set = (title: string): { texMs: number; text: string } => {
      const work = createFolder();
      writeFileSync(join(work, 'cv.md'), `# Ada Byron\n\n## ${title}\n\nText.\n`);
      const { pdf, texMs } = buildJson(work, ['cv.md', '-t', 'academic', '--engine', 'pdflatex']);
      return { texMs, text: execFileSync('pdftotext', [join(work, pdf ?? ''), '-'], { encoding: 'utf8' }) };
    };
    const short = set('Größe **und so** [*weiter*](https://example.org) {x}');
    expect(short.text).toContain('GRÖSSE UND SO WEITER {X}');
    for (const title of ['wordy '.repeat(2_000), 'x'.repeat(12_000)]) {
      const { texMs, text } = set(title);
      // It took forty and sixty times as long.
      expect(texMs).toBeLessThan(8 * short.texMs);
      expect(text.match(/WORDY|x{20,}/g)?.length).toBeGreaterThan(20);
    }
  });
});
