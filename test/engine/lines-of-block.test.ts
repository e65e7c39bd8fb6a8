import { describe, expect, it } from 'vitest';
import { linesOfBlock } from '../../src/engine/lines-of-block.ts';

const cv = [
  '---',
  'name: Marta',
  'address:',
  '  city: Lund',
  '---',
  '',
  '- One',
  '  two',
  '  three',
  '# Title',
];

describe('lines that may stand for a line', () => {
  it('are those above it in a paragraph', () => {
    expect(linesOfBlock(cv.join('\n'), 9, false)).toEqual([9, 8, 7]);
    expect(linesOfBlock(cv.join('\r\n'), 7, false)).toEqual([7]);
    expect(linesOfBlock(cv.join('\n'), 10, false)).toEqual([10]);
    expect(linesOfBlock('only', 1, false)).toEqual([1]);
  });

  it('are those of the same key in the front matter', () => {
    expect(linesOfBlock(cv.join('\n'), 3, false)).toEqual([3, 4]);
    expect(linesOfBlock(cv.join('\n'), 4, false)).toEqual([4, 3]);
    expect(linesOfBlock(cv.join('\n'), 2, false)).toEqual([2]);
  });

  it('are those of the same entry in a .bib file', () => {
    const bib = '@book{a,\n  title = {A},\n  year = 2020\n}\n@book{b,\n  title = {B}}';
    expect(linesOfBlock(bib, 3, true)).toEqual([3, 2, 4, 1]);
    expect(linesOfBlock(bib, 6, true)).toEqual([6, 5]);
  });

  it('are none for a blank line', () => {
    expect(linesOfBlock(cv.join('\n'), 6, false)).toEqual([]);
    expect(linesOfBlock(cv.join('\n'), 99, false)).toEqual([]);
  });
});
