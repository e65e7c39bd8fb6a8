import type { PhrasingContent } from 'mdast';
import { expect, it } from 'vitest';
import { escapeForBookmark } from '../../src/latex/escape-bookmark.ts';
import { phrasingToText } from '../../src/latex/phrasing-to-text.ts';
import { parsePhrasing } from './create-context.ts';

it('takes the words of inline nodes on one line', () => {
  expect(phrasingToText(parsePhrasing('a **b *c*** `d`  \ne\nf ![g](x) [h](y)'))).toBe('a b c d e f g h');
  const more: PhrasingContent[] = [
    { type: 'inlineMath', value: 'x' },
    { type: 'rawLatex', value: '\\x' },
    { type: 'html', value: '<x>' },
    { type: 'footnoteReference', identifier: 'x' },
    { type: 'image', url: 'x' },
    { type: 'imageReference', identifier: 'x', referenceType: 'full', alt: 'y' },
  ];
  expect(phrasingToText(more)).toBe('xy');
});

it.each([
  [
    '50% of #1 & $5_{a} ~ ^ \\x',
    '50\\% of \\#1 \\& \\$5\\_\\{a\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}x',
  ],
  [' a\n\u00a0b\u200bc\u00add\uf095 ', 'a bcd'],
  ['张 “x”', '张 “x”'],
])('escapes %j for a PDF string', (text, tex) => {
  expect(escapeForBookmark(text)).toBe(tex);
});
