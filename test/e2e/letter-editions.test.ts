/** Letters in the variants and languages of their CV, with real TeX; and from right to left, in every template that the TeX at hand can set. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  createFolder,
  findWord,
  type JsonBuild,
  lacking,
  mdcv,
  pdfText,
  type WordBox,
  wordBoxes,
} from './mdcv.ts';
import { writePng } from './tex-pdf.ts';

const noTex = lacking(['pdflatex', 'pdftotext']);
interface JsonEdition extends JsonBuild {
  variant: string | null;
  lang: string;
}

const bilingual = `---
name: Anna Muster
headline: { en: Engineer, de: Ingenieurin }
email: anna@example.org
phone: +1 212 555 0199
lang: [en, de]
template: classic
options: { hintsWidth: 2.5cm }
variants:
  industry: { template: banking, colour: red }
  academic: { phone: +49 30 901820, lang: en, headline: Scholar }
---

## Work

- Made. {.industry}
- Taught. {.academic}
`;

const bilingualLetter = `---
recipient: { en: [Acme Ltd, London], de: [Acme GmbH, Berlin] }
subject: { en: Application, de: Bewerbung }
date: 2026-03-02
enclosures: { en: [Diploma], de: [Zeugnis] }
---

I write to you. {lang=en}

Ich schreibe Ihnen. {lang=de}

Made. {.industry}

Taught. {.academic}
`;

const noHebrew = lacking(['lualatex', 'pdftotext']);

const hebrew = `---
name: נועה לוי
headline: מהנדסת תוכנה
address: [רחוב הרצל 12, תל אביב]
email: noa@example.org
lang: he
---
`;

const hebrewLetter = `---
recipient: [Halvorsen, Fjordkraft Cloud, שדרות רוטשילד 45]
date: 2026-03-02
subject: מועמדות למשרה
enclosures: [קורות חיים, Diploma]
signature: noa.png
---

לכבוד גברת כהן,

קראתי בעניין רב את תיאור המשרה של Staff Engineer אצלכם, ועבדתי בשנים 2019–2024 על מערכות מבוזרות.

1. הקטנתי את זמן ההשבתה.

בכבוד רב,
נועה לוי
`;

/** Margins of 18 or 20 mm, in points. */
const leftEdges = [51, 56.7];

test.skipIf(noTex)('letters have the variants and languages of their CV, and their own', () => {
  const folder = createFolder();
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'content/cv.md'), bilingual);
  writeFileSync(join(folder, 'content/letter.md'), bilingualLetter);
  const run = (...args: string[]): JsonEdition[] =>
    mdcv(folder, ['build', ...args, '--json'])
      .stdout.split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const built = run('content/letter.md', '--variant', 'all');
  expect(
    built.map(({ pdf, variant, lang, template, messages }) => [pdf, variant, lang, template, messages]),
  ).toEqual([
    ['out/letter-industry-en.pdf', 'industry', 'en', 'banking', []],
    ['out/letter-industry-de.pdf', 'industry', 'de', 'banking', []],
    ['out/letter-academic.pdf', 'academic', 'en', 'classic', []],
  ]);
  const german = pdfText(join(folder, 'out/letter-industry-de.pdf'));
  for (const text of [
    'Ingenieurin',
    'Acme GmbH',
    '2. März 2026',
    'Bewerbung',
    'Sehr geehrte',
    'Ich schreibe',
  ])
    expect(german).toContain(text);
  for (const text of ['Made.', 'Mit freundlichen Grüßen', 'Anlagen', 'Zeugnis'])
    expect(german).toContain(text);
  expect(german).not.toMatch(/I write|Taught|Engineer[^i]|Acme Ltd/);
  const academic = pdfText(join(folder, 'out/letter-academic.pdf'));
  for (const text of ['Scholar', 'Acme Ltd', 'March 2, 2026', 'I write', 'Taught.', 'Yours', '30 901820'])
    expect(academic).toContain(text);
  expect(academic).not.toMatch(/Made|Ich schreibe/);
  const check = mdcv(folder, ['check', 'out/letter-industry-de.pdf', '--json']);
  expect(JSON.parse(check.stdout)).toMatchObject({ variant: 'industry', lang: 'de', messages: [] });

  // With the CV beside it; each in its own name.
  const names = run('content', '--variant', 'academic', '--tex-only').map(({ variant, tex }) => [
    variant,
    tex,
  ]);
  expect(names).toEqual(
    expect.arrayContaining([
      ['academic', 'out/content/cv-academic.tex'],
      ['academic', 'out/content/letter-academic.tex'],
    ]),
  );
  writeFileSync(
    join(folder, 'content/letter.md'),
    bilingualLetter.replace('date:', 'variants:\n  globex: { variant: industry, subject: Globex }\ndate:'),
  );
  const own = run('content/letter.md', '--variant', 'all', '--lang', 'en', '--tex-only');
  expect(own).toMatchObject([{ tex: 'out/letter-globex-en.tex', template: 'banking', messages: [] }]);
  const wrong = mdcv(folder, ['build', 'content/letter.md', '--variant', 'industri']);
  expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining('Did you mean `industry`?')]);
});

test.skipIf(noHebrew)('letters stand from right to left in every template, turned about', () => {
  const folder = createFolder();
  writeFileSync(join(folder, 'cv.md'), hebrew);
  writeFileSync(join(folder, 'letter.md'), hebrewLetter);
  writePng(join(folder, 'noa.png'), 900, 300);
  const run = mdcv(folder, ['build', 'letter.md', '-t', 'all', '--check', '--json']);
  const builds: JsonBuild[] = run.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const set = builds.filter(({ pdf }) => pdf);
  expect(set.length).toBeGreaterThanOrEqual(6);
  for (const { template, pdf, pages, messages } of set) {
    const told = messages.filter(
      ({ code }) => !['font-fallback', 'engine-choice', 'tex-warning'].includes(code),
    );
    expect({ template, pages, told }).toEqual({ template, pages: 1, told: [] });
    const words = wordBoxes(join(folder, pdf ?? ''));
    const [date, name, company, enclosure] = ['2026', 'Halvorsen', 'Cloud', 'Diploma'].map((word) =>
      findWord(words, word),
    ) as [WordBox, WordBox, WordBox, WordBox];
    // The date at the left edge, on the line of the name, which is at the right of the letter with all else.
    expect(Math.min(...leftEdges.map((edge) => Math.abs(edge - date.left))), template).toBeLessThan(1.5);
    expect(Math.abs(date.bottom - name.bottom), template).toBeLessThan(3);
    const list = words.filter(({ word, top }) => /^\W?1\W?$/.test(word) && top > name.top).at(-1);
    expect(list?.right, template).toBeGreaterThan(name.right - 40);
    expect(company.right, template).toBeCloseTo(name.right, -0.5);
    expect(date.right, template).toBeLessThan(name.left);
    expect(enclosure.right, template).toBeLessThan(name.right);
    expect(enclosure.top, template).toBeGreaterThan(list?.bottom ?? 0);
  }
});
