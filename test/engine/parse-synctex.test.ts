import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSynctex, type SynctexBox, type SynctexNode } from '../../src/engine/parse-synctex.ts';

const fixtures = join(import.meta.dirname, '../fixtures/synctex');

/** Scaled points in a point of PDF. */
const points = 65781.76;

describe('a SyncTeX file', () => {
  it.each(['pdflatex', 'xelatex', 'lualatex'])('of %s is read whole', (engine) => {
    const { inputs, pages, counts } = parseSynctex(readFileSync(join(fixtures, `${engine}.synctex`), 'utf8'));
    expect(inputs.get(1)).toBe('/home/jane/./cv.tex');
    expect([...pages.keys()]).toEqual([1, 2]);
    expect(counts.letters > counts.glue / 2).toBe(engine !== 'xelatex');
    const heading = descendants(pages.get(1) ?? []).find(
      (node) => node.kind === 'hbox' && node.line === 12 && node.children.length > 0,
    );
    expect(heading?.x).toBeCloseTo(133.77, 1);
    expect(heading?.y).toBeCloseTo(181.2, 0);
  });

  it('has boxes within boxes, and places in the units of its preamble', () => {
    const { pages, inputs } = parseSynctex(
      [
        'SyncTeX Version:1',
        'Input:1:/home/jane/cv.tex',
        'Magnification:2000',
        'Unit:2',
        'X Offset:65782',
        'Y Offset:131564',
        'Content:',
        '!120',
        '{3',
        '[1,5:65782,131564:657818,65782,0',
        '(1,6,2:0,=:65782,65782,65782',
        'g1,6:65782,=',
        'Input:2:/home/jane/part.tex',
        'k2,7:131564,=:-65782',
        'r2,7:0,0:1,2,3',
        'x2,7:0,0',
        '$2,7:0,0',
        'h2,7:0,0:0,0,0',
        'v2,7:0,0:0,0,0',
        ')',
        'f7:0,0',
        ']',
        '}3',
        'Postamble:',
        'Count:8',
      ].join('\r\n'),
    );
    expect([...inputs]).toEqual([
      [1, '/home/jane/cv.tex'],
      [2, '/home/jane/part.tex'],
    ]);
    const [page, none] = pages.get(3) as [SynctexBox, undefined];
    expect(none).toBeUndefined();
    expect(page).toMatchObject({ kind: 'vbox', tag: 1, line: 5 });
    expect([page.x, page.y, page.width, page.height].map(Math.round)).toEqual([5, 10, 40, 4]);
    const [row] = page.children as [SynctexBox];
    expect(row).toMatchObject({ kind: 'hbox', line: 6 });
    expect([row.x, row.y, row.depth].map(Math.round)).toEqual([1, 10, 4]);
    expect(row.children.map(({ kind, line }) => `${kind} ${line}`)).toEqual([
      'glue 6',
      'kern 7',
      'rule 7',
      'letters 7',
      'math 7',
      'hbox 7',
      'vbox 7',
    ]);
    expect(row.children[1]?.width).toBeCloseTo((-65782 * 4) / points);
  });

  it('is passed over where it is none', () => {
    expect(parseSynctex('').pages.size).toBe(0);
    expect(parseSynctex('{1\ng1,2:3,4\n)\nnonsense\n}1\n(1,2:3,4:5,6,7').pages).toEqual(new Map([[1, []]]));
  });
});

function descendants(nodes: readonly SynctexNode[]): SynctexBox[] {
  return nodes.flatMap((node) => ('children' in node ? [node, ...descendants(node.children)] : []));
}
