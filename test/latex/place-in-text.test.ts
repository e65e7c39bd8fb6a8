import { describe, expect, it } from 'vitest';
import { placeInText } from '../../src/latex/place-in-text.ts';

/** The column of the character in the source that a node with this value begins in column 3. */
function columnOf(character: string, value: string, source: string): number | undefined {
  const position = { start: { line: 1, column: 3 }, end: { line: 9, column: 1 } };
  return placeInText(value, value.lastIndexOf(character), position, source)?.column;
}

describe('placeInText', () => {
  it.each([
    ['a literal', '😀', 'Café & 😀', '- Caf&eacute; &amp; 😀', 21],
    ['a literal that stands there before', '字', 'é 字', '字 &eacute; 字', 12],
    ['the second of two', '字', '字 é 字', '- 字 &eacute; 字', 14],
    ['a hexadecimal reference', '😀', '* 😀', '- \\* &#x1F600;', 6],
    ['a decimal reference', '字', '* 字', '- \\* &#23383; 字', 6],
    ['a reference that stands for nothing', '\uFFFD', 'ab \uFFFD', '- &amp;b &#xD800; &#0;', 10],
    ['NUL', '\uFFFD', '& \uFFFD', '- &amp; &#0;', 9],
    ['a reference beyond Unicode', '\uFFFD', '& \uFFFD', '- &amp; &#9999999;', 9],
    ['what is written otherwise, counted', '✓', '& ✓', '- &amp; &check;', 9],
    ['what the source does not have', '字', 'abc 字', '- ab', 7],
    ['no source', '字', '字', '', 3],
  ])('%s', (_what, character, value, source, column) => {
    expect(columnOf(character, value, source)).toBe(column);
  });

  it('takes the later line, with its indent', () => {
    const position = { start: { line: 2, column: 3 }, end: { line: 3, column: 9 } };
    expect(placeInText('a\nb 字', 4, position, '\r\n- a\r\n  b 字')).toEqual({ line: 3, column: 5 });
    expect(placeInText('a', 0, undefined, 'a')).toBeUndefined();
  });

  it('knows nothing of the signs of another file', () => {
    const position = { start: { line: 1, column: 3, file: 'a.bib' }, end: { line: 1, column: 9 } };
    expect(placeInText('ab 字', 3, position, '字 字 字')).toEqual({ line: 1, column: 6, file: 'a.bib' });
  });
});
