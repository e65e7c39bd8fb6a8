/** Letters with real TeX, in every template that the TeX at hand can set. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import {
  buildJson,
  createFolder,
  createProject,
  findWord as find,
  type JsonBuild,
  lacking,
  mdcv,
  pdfText,
  type WordBox,
  wordBoxes,
} from './mdcv.ts';
import { startWatch, until } from './mdcv-process.ts';
import { writePng } from './tex-pdf.ts';
import { lostWords } from './visible-words.ts';

const noTex = lacking(['pdflatex', 'pdftotext']);

const cv = `---
name: Ada Lovelace
headline: Analyst
address: [1 Dorset Street, London]
email: ada@example.org
phone: +44 20 7946 0958
private: phone
options: { paper: letter, colour: red }
---

## Work

### Analyst | Engines | 2019 – present
`;

const paragraph =
  'I have read your description of the engine with great pleasure, and with a pencil. What follows is what the pencil said, in the order in which it said it, for I have found that a thought that is put in order is half of a proof, and that the other half is patience.';

const letter = (paragraphs: number, frontMatter = '', end = 'The last paragraph.'): string => `---
recipient:
  name: The Right Honourable Charles Babbage
  company: The Very Long Named Society for the Advancement of Calculating Engines
  street: 1 Long Street
  city: Totnes
date: 2 March 1843
subject: Of engines, and of their notes
enclosures: [CV, seven notes]
${frontMatter}---

Dear Mr Babbage,

${Array.from({ length: paragraphs }, (_, index) => `Part ${index + 1}. ${paragraph}`).join('\n\n')}

1. one thing,
   - and a part of it
2. a [link](https://example.org/engine)

> A quotation.

${end}

Kind regards,
Ada Lovelace
`;

function project(source: string): string {
  const folder = createFolder();
  writeFileSync(join(folder, 'cv.md'), cv);
  writeFileSync(join(folder, 'letter.md'), source);
  return folder;
}

/** US letter, margins of 18 or 20 mm, in points. */
const rightEdges = [612 - 51, 612 - 56.7];

describe.skipIf(noTex)(`letters${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it('of two pages and more stand in every template, with all that is written', () => {
    const source = letter(11, 'signature: ada.png\n');
    const folder = project(source);
    writePng(join(folder, 'ada.png'), 900, 300);
    const run = mdcv(folder, ['build', 'letter.md', '-t', 'all', '--check', '--json']);
    const builds: JsonBuild[] = run.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    const set = builds.filter(({ pdf }) => pdf);
    expect(set.length).toBeGreaterThanOrEqual(6);
    for (const { template, pdf, pages, messages } of set) {
      const told = messages.filter(({ code }) => !['font-fallback', 'short-last-page'].includes(code));
      expect({ template, told }).toEqual({ template, told: [] });
      expect(pages, template).toBeGreaterThanOrEqual(2);
      const file = join(folder, pdf ?? '');
      expect({ template, lost: lostWords(source, pdfText(file)) }).toEqual({ template, lost: [] });
      const words = wordBoxes(file);
      // The date ends at the right edge of the first line of the recipient.
      const date = find(words, '1843');
      const name = find(words, 'Honourable');
      expect(Math.min(...rightEdges.map((edge) => Math.abs(edge - date.right))), template).toBeLessThan(1.5);
      expect(Math.abs(date.bottom - name.bottom), template).toBeLessThan(3);
      expect(name.right, template).toBeLessThan(date.left);
      // In its order, and the closing never alone.
      const order = ['Totnes', 'engines,', 'Dear', '1.', '11.', 'quotation.', 'last', 'Kind', 'seven'];
      const places = order.map((word) => find(words, word));
      for (const [index, place] of places.entries()) {
        const before = places[index - 1];
        if (before)
          expect(place.page * 1e4 + place.top, `${template} ${place.word}`).toBeGreaterThan(
            before.page * 1e4 + before.top,
          );
      }
      expect(find(words, 'last').page, template).toBe(find(words, 'Kind').page);
      expect(find(words, 'Kind').page, template).toBe(
        words.filter(({ word }) => word === 'Lovelace').at(-1)?.page,
      );
    }
  });

  it('lead back to their own lines and to those of the CV, with the plain and with the fast engine', async () => {
    const folder = project('---\nrecipient: |\n  Charles Babbage\n  Totnes\nlang: de\n---\n\nEin Satz.\n');
    const file = join(folder, 'letter.md');
    const { places, pdf, messages } = await build({ file, output: join(folder, 'out'), synctex: true });
    expect(messages.map(String)).toEqual([]);
    const words = wordBoxes(pdf ?? '');
    const sourceOf = (word: string): unknown => {
      const { page, left, right, top, bottom } = find(words, word);
      const { file: path = '', line } = places?.sourceAt(page, (left + right) / 2, (top + bottom) / 2) ?? {};
      return `${path.replace(`${folder}/`, '')}:${line}`;
    };
    expect(sourceOf('ada@example.org')).toBe('cv.md:5');
    expect(sourceOf('Babbage')).toBe('letter.md:3');
    expect(sourceOf('Totnes')).toBe('letter.md:4');
    expect(sourceOf('Satz.')).toBe('letter.md:8');
    expect(sourceOf('Sehr')).toBe('letter.md:8');

    const env = { MDCV_CACHE: join(folder, 'cache') };
    for (const pass of ['first', 'second']) {
      const fast = buildJson(folder, ['letter.md', '--fast', '--profile', 'print'], env);
      expect(fast, pass).toMatchObject({ pdf: 'out/letter.pdf', pages: 1, messages: [] });
    }
    expect(pdfText(join(folder, 'out/letter.pdf'))).toContain('Sehr geehrte Damen und Herren,');
  });

  it('tell what is wrong where it is written', () => {
    const folder = project(letter(1, 'raw: latex\n', 'A `\\nosuchcommand`{=latex} here.'));
    expect(buildJson(folder, ['letter.md'])).toMatchObject({
      pdf: null,
      messages: [{ code: 'tex-error', file: 'letter.md', line: 23 }],
    });
    writeFileSync(join(folder, 'letter.md'), letter(1, 'raw: latex\n', 'A `\\begingroup`{=latex} here.'));
    expect(buildJson(folder, ['letter.md'])).toMatchObject({
      pdf: null,
      messages: [{ severity: 'error', file: 'letter.md', line: 23 }],
    });
    writeFileSync(join(folder, 'cv.md'), cv.replace('headline:', 'photo: none.png\nheadline:'));
    writeFileSync(join(folder, 'letter.md'), letter(1));
    expect(buildJson(folder, ['letter.md'])).toMatchObject({
      pdf: 'out/letter.pdf',
      messages: [{ code: 'missing-photo', file: 'cv.md', line: 3 }],
    });
  });

  it('are public without what their CV keeps private, which is proven', () => {
    const folder = project(letter(1));
    const run = buildJson(folder, ['letter.md', '--public']);
    expect(run).toMatchObject({ pdf: 'out/letter-public.pdf', messages: [] });
    const text = pdfText(join(folder, 'out/letter-public.pdf'));
    expect(text).toContain('ada@example.org');
    expect(text).not.toContain('7946');
    writeFileSync(join(folder, 'letter.md'), letter(1, 'raw: latex\n', 'Call `+44 20 7946 0958`{=latex}.'));
    expect(buildJson(folder, ['letter.md', '--public'])).toMatchObject({
      pdf: null,
      messages: [{ code: 'private-leak', file: 'cv.md', line: 6 }],
    });
  });

  it('are built with the CV of their folder, each to its own PDF, and again when the CV has changed', () => {
    const folder = createFolder();
    const env = { MDCV_CACHE: join(folder, 'cache') };
    mkdirSync(join(folder, 'content'));
    writeFileSync(join(folder, 'content/cv.md'), cv);
    expect(mdcv(folder, ['new', '--letter']).stdout).toContain('content/letter.md');
    expect(mdcv(folder, ['new', '--letter']).stderr).toContain('file-exists');
    expect(mdcv(folder, ['new', '--letter', 'content/acme.md', '-t', 'banking']).exitCode).toBe(0);
    writeFileSync(join(folder, 'content/letter-today.md'), '---\ndate: today\n---\n\nText.\n');
    const run = (): Record<string, string> =>
      Object.fromEntries(
        mdcv(folder, ['build', 'content', '--json'], env)
          .stdout.split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line))
          .map(({ pdf, status, template }) => [pdf, `${status} ${template}`]),
      );
    const names = ['acme', 'cv', 'letter', 'letter-today'].map((name) => `out/content/${name}.pdf`);
    const first = run();
    expect(Object.keys(first).sort()).toEqual(names.sort());
    expect(first['out/content/acme.pdf']).toBe('built banking');
    expect(pdfText(join(folder, 'out/content/letter.pdf'))).toMatch(/Ada Lovelace.*Halvorsen/is);
    expect(Object.values(run())).toEqual(Array(4).fill(expect.stringMatching(/^unchanged/)));
    writeFileSync(join(folder, 'content/cv.md'), cv.replace('1 Dorset Street', '2 Dorset Street'));
    expect(Object.values(run())).toEqual(Array(4).fill(expect.stringMatching(/^built/)));
    expect(pdfText(join(folder, 'out/content/letter.pdf'))).toContain('2 Dorset Street');
  });

  it('follow their CV in a watch, also one that comes later', async () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'letter.md'), 'Text of the letter.\n');
    const text = (): string => {
      try {
        return pdfText(join(folder, 'out/letter.pdf'));
      } catch {
        return '';
      }
    };
    const watch = startWatch(folder, ['--no-preview'], 'letter.md');
    await until(() => text().includes('Text'));
    await until(() => watch.output().includes('missing-name'));
    writeFileSync(join(folder, 'cv.md'), cv);
    await until(() => text().includes('1 Dorset Street'));
    writeFileSync(join(folder, 'cv.md'), cv.replace('1 Dorset', '3 Dorset'));
    await until(() => text().includes('3 Dorset Street'));
    writeFileSync(join(folder, 'letter.md'), 'Other text.\n');
    await until(() => text().includes('Other text'));
  });

  it('are checked and fitted as CVs are', () => {
    const folder = project(letter(9, 'pages: 1\nfit: true\n'));
    const fitted = buildJson(folder, ['letter.md', '-t', 'academic']);
    expect(fitted).toMatchObject({ pages: 1, messages: [{ code: 'fitted' }] });
    const check = mdcv(folder, ['check', 'out/letter.pdf', '-t', 'academic', '--json']);
    const codes = JSON.parse(check.stdout).messages.map(({ code }: { code: string }) => code);
    expect(codes.filter((code: string) => code !== 'fitted')).toEqual([]);
  });

  it('keep their enclosures on the page of the name', () => {
    const folder = project('');
    const write = (lines: number): WordBox[] => {
      const text = Array.from({ length: lines }, (_, index) => `Line ${index + 1}.\\`).join('\n');
      writeFileSync(join(folder, 'letter.md'), `---\nenclosures: [notes]\n---\n\n${text}\nThe last.\n`);
      expect(buildJson(folder, ['letter.md', '-t', 'academic']).messages).toEqual([]);
      return wordBoxes(join(folder, 'out/letter.pdf'));
    };
    // From a page on which all has just room on, line by line, until there would be none for the name either.
    const words = write(10);
    const step = find(words, '10.').top - find(words, '9.').top;
    const most = 10 + Math.floor((792 - 51 - find(words, 'notes').bottom) / step);
    const pages = [-1, 1, 2, 3].map((more) => {
      const set = write(most + more);
      const [name, enclosures] = [set.filter(({ word }) => word === 'Lovelace').at(-1), find(set, 'notes')];
      expect(name?.page, `${more} lines more`).toBe(enclosures.page);
      expect(find(set, 'last.').page, `${more} lines more`).toBe(enclosures.page);
      return enclosures.page;
    });
    expect(pages[0]).toBe(1);
    expect(pages.at(-1)).toBe(2);
  });

  it('are refused by a template that cannot set them, with a word', () => {
    const folder = project(letter(1));
    expect(mdcv(folder, ['new-template', 'mine']).exitCode).toBe(0);
    const manifest = join(folder, 'templates/mine/template.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"date",\s*"letter"/, '"date"'));
    const asked = mdcv(folder, ['build', 'letter.md', '-t', 'mine']);
    expect(asked.exitCode).toBe(2);
    expect(asked.stderr).toContain('no-letter');
    writeFileSync(join(folder, 'cv.md'), cv.replace('name:', 'template: mine\nname:'));
    expect(buildJson(folder, ['letter.md'])).toMatchObject({
      pdf: null,
      messages: [{ code: 'no-letter', file: 'cv.md', line: 2 }],
    });
    const all = mdcv(folder, ['build', 'letter.md', '-t', 'all', '--tex-only']);
    expect(all.stderr).toContain('mine: skipped');
    expect(all.exitCode).toBe(0);
  });
});

describe('the example', () => {
  it.skipIf(noTex)('goes with the engineer’s CV', () => {
    const folder = createProject();
    cpSync(join(folder, 'content/letter.md'), join(folder, 'content/other-letter.md'));
    const { messages, pages } = buildJson(folder, ['content/other-letter.md', '--check']);
    expect({ messages, pages }).toEqual({ messages: [], pages: 1 });
  });
});
