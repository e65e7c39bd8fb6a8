import { describe, expect, it } from 'vitest';
import { findUnsettable } from '../../src/latex/unsettable.ts';
import { parseBlocks } from './create-context.ts';

const find = (text: string): string[] =>
  [...findUnsettable(text, 'pdflatex')].map(({ character }) => character);

describe('findUnsettable', () => {
  it.each([
    ['Zoë Müller, Łódź, 5 €, “a” – b… → ≥ ± ★ ✓ № ™ 6′2″\n\t\u00a0\u200b', []],
    ['5 μm β-carotene', []],
    ['Αθήνα', ['Α', 'θ', 'ή', 'ν', 'α']],
    ['Ș Đ ā', ['Ș', 'Đ', 'ā']],
    ['e\u0301 m\u0304', ['m\u0304']],
    ['张 Zhang', ['张']],
    ['❤️ 👩‍💻', ['❤️', '👩‍', '💻']],
    ['\ufeff\uf095\0', []],
  ])('%s', (text, characters) => {
    expect(find(text)).toEqual(characters);
  });

  it('passes over letters and signs of Latin-1 that it would not find one by one', () => {
    const letters = Array.from({ length: 0x100 }, (_, code) => String.fromCharCode(code)).join('');
    const text = `${letters.replace(/[^ -~À-ÖØ-öø-ÿ]/g, '')}–—‘’“”`;
    // A letter of two marks makes it look at each.
    expect(find(text)).toEqual([]);
    expect(find(`${text}ā`)).toEqual(['ā']);
  });

  it('looks into lists of nodes, and takes plain words of a list for no text', () => {
    const content = { tags: ['张'], name: [{ type: 'text', value: 'ā' }, null] };
    expect([...findUnsettable(content, 'pdflatex')].map(({ character }) => character)).toEqual(['ā']);
  });

  it('finds nothing that xelatex or lualatex could not set', () => {
    expect([...findUnsettable('张', 'xelatex')]).toEqual([]);
    expect([...findUnsettable('张', 'lualatex')]).toEqual([]);
  });

  it('finds nothing in what is neither a text nor a tree', () => {
    expect([...findUnsettable(undefined, 'pdflatex'), ...findUnsettable(null, 'pdflatex')]).toEqual([]);
  });

  it('looks into every field and says where', () => {
    const nodes = parseBlocks('a *b\nc 张* `中`\n\n![文](x)');
    expect([
      ...findUnsettable({ sections: [{ blocks: nodes }], name: { text: '名' }, missing: null }, 'pdflatex'),
    ]).toEqual([
      { character: '张', codePoint: 0x5f20, position: { line: 2, column: 3 } },
      { character: '中', codePoint: 0x4e2d, position: { line: 2, column: 6 } },
      { character: '文', codePoint: 0x6587, position: { line: 4, column: 1 } },
    ]);
  });

  it('leaves raw LaTeX to its author', () => {
    expect([
      ...findUnsettable(
        [
          { type: 'rawLatex', value: '张' },
          { type: 'text', value: '字' },
        ],
        'pdflatex',
      ),
    ]).toEqual([{ character: '字', codePoint: 0x5b57, position: undefined }]);
  });

  it('says where a character stands in a source with entities and escapes', () => {
    const source = 'Caf&eacute; \\& &amp; 张\n  b 字';
    expect(
      [...findUnsettable(parseBlocks(source), 'pdflatex', source)].map(({ position }) => position),
    ).toEqual([
      { line: 1, column: 22 },
      { line: 2, column: 5 },
    ]);
  });
});
