import type { PhrasingContent } from 'mdast';
import { expect, it } from 'vitest';
import { escapeForBookmark } from '../../src/latex/escape-bookmark.ts';
import { escapeForXmp } from '../../src/latex/escape-xmp.ts';
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

it.each([
  ['A&B <c> "d" \'e\'', 'A&#38;B &#60;c&#62; &#34;d&#34; &#39;e&#39;'],
  ['\\x {50%} #1 ^^M ~ (f', '&#92;x &#123;50&#37;&#125; &#35;1 &#94;&#94;M &#126; &#40;f'],
  [' a\n\u0000\u00a0b\u200bc\ufffe\u000b ', 'a bc'],
  ['张 “é” 😀', '张 “é” 😀'],
])('escapes %j for XMP within TeX', (text, xml) => {
  expect(escapeForXmp(text)).toBe(xml);
});
