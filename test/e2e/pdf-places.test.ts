/** From a word on the page to its source line, and back, by real SyncTeX files. The words and their boxes are poppler's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import type { EngineName } from '../../src/engine/engine.ts';
import type { PageBox } from '../../src/model/pdf-places.ts';
import { createProject, lacking, type WordBox, wordBoxes } from './mdcv.ts';
import { templates } from './templates.ts';

/** Words on the pages that the sources hold in their letters, and that must lead to such a line. */
const demanded = 0.98;

const cases: readonly { template: string; engine: EngineName; file: string }[] = [
  ...templates.map((template) => ({ template, engine: 'pdflatex', file: 'cv.md' }) as const),
  { template: 'academic', engine: 'xelatex', file: 'cv.md' },
  { template: 'academic', engine: 'lualatex', file: 'cv.md' },
  { template: 'classic', engine: 'xelatex', file: 'cv.md' },
  { template: 'classic', engine: 'lualatex', file: 'cv.md' },
  { template: 'casual', engine: 'pdflatex', file: 'engineer.md' },
  { template: 'banking', engine: 'pdflatex', file: 'researcher.md' },
];

const reason = lacking(['pdftotext', ...new Set(cases.map(({ engine }) => engine))]);

describe.skipIf(reason)('places in the PDF', () => {
  it.each(cases)('$template by $engine, $file', async ({ template, engine, file }) => {
    const folder = createProject();
    const paths = [join(folder, 'content', file), join(folder, 'content/publications.bib')];
    const sources = new Map(paths.map((path) => [path, readFileSync(path, 'utf8').split('\n')]));
    const { places, pdf, pages } = await build({
      file: paths[0],
      template,
      engine,
      synctex: true,
      output: join(folder, 'out'),
    });
    if (!places || !pdf) throw new Error('there is no PDF');
    const words = wordBoxes(pdf);
    const everything = plain([...sources.values()].flat().join(' '));

    const found = { exactly: 0, nearly: 0, asked: 0 };
    const onPage = new Set<number>();
    const missed: string[] = [];
    for (const word of words) {
      const { x, y } = middle(word);
      const source = places.sourceAt(word.page, x, y);
      if (/^\d+\/\d+$/.test(word.word)) {
        expect(source, `the page number ${word.word}`).toBeUndefined();
        continue;
      }
      const letters = plain(word.word);
      if (letters === '' || !everything.includes(letters)) continue;
      found.asked += 1;
      const lines = source && sources.get(source.file);
      const holds = (number: number): boolean => plain(lines?.[number - 1] ?? '').includes(letters);
      if (source && holds(source.line)) found.exactly += 1;
      if (source && [0, -1, 1].some((far) => holds(source.line + far))) {
        found.nearly += 1;
        onPage.add(word.page);
      } else missed.push(`${word.word} → ${source?.file}:${source?.line}`);
    }
    console.log(
      `${template} ${engine} ${file}: ${found.exactly} of ${found.asked} words exactly, ${found.nearly} nearly`,
    );
    expect(found.asked).toBeGreaterThan(200);
    expect(found.exactly / found.asked, missed.join('\n')).toBeGreaterThanOrEqual(demanded - 0.01);
    expect(found.nearly / found.asked, missed.join('\n')).toBeGreaterThanOrEqual(demanded);
    expect([...onPage]).toEqual(Array.from({ length: pages as number }, (_, index) => index + 1));

    const unmarked: string[] = [];
    for (const { path, line, text } of printedLines(sources)) {
      const holds = plain(text);
      const isMarked = places
        .boxesOf(path, line)
        .some((box) => words.some((word) => stands(word, box) && holds.includes(plain(word.word))));
      if (!isMarked) unmarked.push(`${line}: ${text}`);
    }
    expect(unmarked).toEqual([]);
    expect(places.boxesOf(paths[0] as string, 1)).toEqual([]);
    expect(places.boxesOf(join(folder, 'other.md'), 1)).toEqual([]);
    expect(places.sourceAt(99, 100, 100)).toBeUndefined();
  });
});

/** Lines of which a reader sees words: of the body, of who it is, and of publications their titles and authors. */
function printedLines(
  sources: ReadonlyMap<string, readonly string[]>,
): { path: string; line: number; text: string }[] {
  return [...sources].flatMap(([path, lines]) => {
    const end = lines.indexOf('---', 1);
    return lines.flatMap((text, index) => {
      const isPrinted = path.endsWith('.bib')
        ? usesBib(sources) && /^ {2}(?:title|author) =/.test(text)
        : index > end
          ? /[\p{L}\p{N}]/u.test(text) && !text.startsWith(':::')
          : /^(?:name|firstname|lastname|headline|address|email|phone|mobile|homepage|orcid): +\S/.test(text);
      return isPrinted ? [{ path, line: index + 1, text }] : [];
    });
  });
}

function usesBib(sources: ReadonlyMap<string, readonly string[]>): boolean {
  return [...sources.values()].some((lines) => lines.some((line) => line.startsWith('bibliography:')));
}

function plain(text: string): string {
  return text
    .replace(/&amp;/g, '&')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function middle({ left, right, top, bottom }: WordBox): { x: number; y: number } {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

function stands(word: WordBox, { page, x, y, width, height }: PageBox): boolean {
  const point = middle(word);
  const isIn = (value: number, from: number, length: number): boolean =>
    value >= from - 1 && value <= from + length + 1;
  return plain(word.word) !== '' && word.page === page && isIn(point.x, x, width) && isIn(point.y, y, height);
}
