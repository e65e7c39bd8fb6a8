import { describe, expect, it } from 'vitest';
import { splitDocument } from '../../../src/engine/fast/split-document.ts';

describe('splitDocument', () => {
  it('keeps the number of every line of the body', () => {
    const source = '\\documentclass{a}\n% x\n\\begin{document}\nText.\n\\end{document}\n';
    const split = splitDocument(source);
    expect(split?.preamble).toBe('\\documentclass{a}\n% x\n');
    const lines = split?.body.split('\n') as string[];
    expect(lines.indexOf('Text.')).toBe(source.split('\n').indexOf('Text.'));
    // An empty line would begin a paragraph where the document has none.
    expect(lines.slice(0, 3)).toEqual(['%', '%', '%']);
  });

  it('takes a beginning that stands at the start', () => {
    expect(splitDocument('\\begin{document}x\\end{document}')).toEqual({
      preamble: '',
      body: '%x\\end{document}',
    });
  });

  it.each([
    ['without a beginning', '\\documentclass{a}\nx % \\begin{document}\n'],
    ['with a reference', '\\begin{document}\nSee \\ref{x}.'],
    ['with the page of a place', '\\begin{document}\n\\pageref{x}'],
    ['with a citation', '\\begin{document}\n\\citep{x}'],
    ['with a table of contents', '\\begin{document}\n\\tableofcontents'],
  ])('leaves a document %s to the plain way', (_what, source) => {
    expect(splitDocument(source)).toBeUndefined();
  });

  it('reads a reference in the preamble as a definition', () => {
    expect(splitDocument('\\def\\x{\\ref{y}}\n\\begin{document}\nx')).toBeDefined();
  });
});
