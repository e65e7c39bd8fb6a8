import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toPdfPlaces } from '../../src/engine/pdf-places.ts';
import type { LineOrigin } from '../../src/latex/origins.ts';
import type { PdfPlaces } from '../../src/model/pdf-places.ts';

const fixtures = join(import.meta.dirname, '../fixtures/synctex');
const source = readFileSync(join(fixtures, 'cv.tex'), 'utf8');

/** As if each line of the .tex that prints something came from the same line of the CV. */
const origins: LineOrigin[] = source.split('\n').map((text, index) => {
  const line = index + 1;
  const isContent = /^\\newcommand\*/.test(text) || (line > 11 && !/^\\(?:begin|end|newpage)|^$/.test(text));
  return isContent ? { content: { file: 'content/cv.md', line, column: 3 } } : {};
});

const cv = source
  .split('\n')
  .map((text, index) => (origins[index]?.content ? text : ''))
  .join('\n');

function placesOf(engine: string): PdfPlaces {
  return toPdfPlaces({
    synctex: () => readFileSync(join(fixtures, `${engine}.synctex`), 'utf8'),
    document: { source, origins },
    texFileName: 'cv.tex',
    sources: new Map([['content/cv.md', cv]]),
    folder: '/home/jane',
  });
}

describe.each(['pdflatex', 'xelatex', 'lualatex'])('places in a PDF of %s', (engine) => {
  const places = placesOf(engine);
  const lineAt = (page: number, x: number, y: number): number | undefined =>
    places.sourceAt(page, x, y)?.line;

  it('name the file by its absolute path', () => {
    expect(places.sourceAt(1, 150, 177)).toEqual({ file: '/home/jane/content/cv.md', line: 12, column: 3 });
  });

  it('tell the parts of a command by where they are set', () => {
    // The date beside the title, the title, what is set after it, and what is set under both.
    expect([lineAt(1, 110, 200), lineAt(1, 180, 200), lineAt(1, 290, 200), lineAt(1, 180, 213)]).toEqual([
      13, 14, 16, 15,
    ]);
  });

  it('tell the lines of a paragraph, also at the ends of its lines', () => {
    const ends = [lineAt(1, 160, 225), lineAt(1, 450, 225), lineAt(1, 470, 225), lineAt(1, 140, 236)];
    expect(ends).toEqual([17, 17, 18, 18]);
    expect([lineAt(1, 430, 236), lineAt(1, 470, 236), lineAt(1, 137, 247), lineAt(1, 160, 247)]).toEqual([
      19, 19, 19, 20,
    ]);
  });

  it('tell items of one word', () => {
    expect([lineAt(1, 170, 288), lineAt(1, 170, 308), lineAt(1, 170, 328)]).toEqual([23, 24, 25]);
  });

  it('lead from the head to what is said in the preamble', () => {
    expect([lineAt(1, 300, 132), lineAt(1, 300, 148)]).toEqual([2, 3]);
  });

  it('take the nearest text of the line where there is none', () => {
    expect([lineAt(1, 5, 268), lineAt(1, 590, 268), lineAt(1, 400, 290)]).toEqual([22, 22, 23]);
    expect(lineAt(1, 300, 400)).toBeUndefined();
    expect(lineAt(7, 300, 200)).toBeUndefined();
  });

  it('reach later pages, and no page number', () => {
    expect([lineAt(2, 170, 134), lineAt(2, 230, 134), lineAt(2, 170, 146)]).toEqual([29, 29, 30]);
    expect([lineAt(1, 303, 702), lineAt(2, 303, 702)]).toEqual([undefined, undefined]);
  });

  it('have one box for each line of text', () => {
    const boxes = places.boxesOf('/home/jane/content/cv.md', 18);
    expect(boxes.map(({ page, x, y }) => [page, Math.round(x / 5), Math.round(y / 5)])).toEqual([
      [1, 93, 44],
      [1, 27, 46],
    ]);
    const [box] = places.boxesOf('content/cv.md', 14);
    expect(box?.width).toBeGreaterThan(100);
    expect(box?.height).toBeLessThan(14);
  });

  it('have no box for what is not printed', () => {
    expect(places.boxesOf('content/cv.md', 4)).toEqual([]);
    expect(places.boxesOf('content/cv.md', 11)).toEqual([]);
    expect(places.boxesOf('content/other.md', 14)).toEqual([]);
  });
});

describe('places in a PDF', () => {
  it('are not looked for before somebody asks', () => {
    let times = 0;
    const places = toPdfPlaces({
      synctex: () => {
        times += 1;
        return '';
      },
      document: { source: '', origins: [] },
      texFileName: 'cv.tex',
      sources: new Map([['cv.md', 'x']]),
      folder: '/home/jane',
    });
    expect(times).toBe(0);
    expect(places.sourceAt(1, 1, 1)).toBeUndefined();
    expect(places.boxesOf('/home/jane/cv.md', 1)).toEqual([]);
    expect(times).toBe(1);
  });
});
