import { describe, expect, it } from 'vitest';
import type { EngineName } from '../../src/engine/engine.ts';
import { escapeTex } from '../../src/latex/escape.ts';
import { rawTex } from '../../src/latex/tex.ts';
import { createContext, messagesOf } from './create-context.ts';

const escaped = (text: string, engine: EngineName = 'pdflatex'): string =>
  escapeTex(text, createContext({ engine }));

describe('escapeTex: TeX specials', () => {
  it.each([
    ['\\end{document}', '\\textbackslash{}end\\{document\\}'],
    ['\\input{/etc/passwd}', '\\textbackslash{}input\\{/etc/passwd\\}'],
    ['^^5c', '\\textasciicircum{}\\textasciicircum{}5c'],
    ['100% #1 & $5_000 ~', '100\\% \\#1 \\& \\$5\\_000 \\textasciitilde{}'],
    ['a < b > c | d', 'a \\textless{} b \\textgreater{} c \\textbar{} d'],
    [
      `"a" 'b' \`c\``,
      '\\textquotedbl{}a\\textquotedbl{} \\textquotesingle{}b\\textquotesingle{} \\textasciigrave{}c\\textasciigrave{}',
    ],
    ['[ICML 2025]', '{[}ICML 2025{]}'],
  ])('%s', (text, tex) => {
    expect(escaped(text)).toBe(tex);
    expect(escaped(text, 'xelatex')).toBe(tex);
  });

  it('protects a star only where a command before it could take it', () => {
    expect(escaped('* legend')).toBe('{*} legend');
    expect(escaped(' *')).toBe(' {*}');
    expect(escaped('Ji Sun*')).toBe('Ji Sun*');
  });
});

describe('escapeTex: ligatures', () => {
  it.each([
    ['a-b', 'a-b'],
    ['--', '-\\/-\\/'],
    ['a---b', 'a-\\/-\\/-b'],
    ['–-', '–\\/-\\/'],
    ['a, b', 'a, b'],
    [',,', ',\\/,\\/'],
    ['?‘', '?\\/‘'],
    ['!‘', '!\\/‘'],
    ['‘‘’’', '‘\\/‘’\\/’'],
    ['<<>>', '\\textless\\/\\textless{}\\textgreater\\/\\textgreater\\/'],
  ])('%s', (text, tex) => {
    expect(escaped(text)).toBe(tex);
  });
});

describe('escapeTex: spaces and characters without a shape', () => {
  it.each([
    ['a\u00a0b', 'a~b'],
    ['a\u202fb\u2009c', 'a\\,b\\,c'],
    ['a\u2003b\u2002c', 'a\\quad{}b\\enspace{}c'],
    ['Donau\u00addampf', 'Donau\\-dampf'],
    ['a\u200bb', 'a\\mdcvbreak{}b'],
    ['\ufeffa\u2060b\u200dc\u200ed', 'abcd'],
    ['a\tb\u2028c', 'a b c'],
    ['e\u0301', 'é'],
    ['ﬁnance', 'finance'],
    ['a\nb', 'a b'],
    ['a\u00a0\nb', 'a~b'],
  ])('%j', (text, tex) => {
    expect(escaped(text)).toBe(tex);
  });

  it('marks each line ending, which adds no space after a tie or a break', () => {
    const newline = (count: number) => rawTex(`\n<${count}>`);
    const context = { ...createContext(), newline };
    expect(escapeTex('a\nb\u00a0\nc\u200b\nd', context)).toBe(
      'a\n<1>b~\\relax\n<2>c\\mdcvbreak{}\\relax\n<3>d',
    );
  });

  it('drops what has no shape, and names it once', () => {
    const context = createContext();
    const position = { start: { line: 3, column: 5 }, end: { line: 4, column: 9 } };
    expect(escapeTex('a\0b\uf095c\nd\uf095\ud800e\ufdd00\ufdd1', { ...context, position })).toBe('abc de0');
    expect(messagesOf(context)).toEqual([
      '3:6 control-character: Cannot set U+0000, which has no shape in any text font; it was left out',
      '3:8 control-character: Cannot set U+F095, which has no shape in any text font; it was left out',
      '4:3 control-character: Cannot set U+D800, which has no shape in any text font; it was left out',
      '4:5 control-character: Cannot set U+FDD0, which has no shape in any text font; it was left out',
      '4:7 control-character: Cannot set U+FDD1, which has no shape in any text font; it was left out',
    ]);
    expect(context.vfile.messages[0]?.note).toBe('Delete it, or write in words what it stands for.');
  });
});

describe('escapeTex: pdflatex', () => {
  it.each([
    ['• 5 € ± 3 ° × 2 · ¼ ™ №', '• 5 € ± 3 ° × 2 · ¼ ™ №'],
    ['…', '...'],
    ['→ ≥ ≤ ≈ −', '→ \\ensuremath{\\geq} \\ensuremath{\\leq} \\ensuremath{\\approx} \\ensuremath{-}'],
    ['6′2″', "6\\ensuremath{{}'}2\\ensuremath{{}''}"],
    [
      '★✓',
      '\\ensuremath{\\mbox{\\usefont{U}{pzd}{m}{n}\\symbol{72}}}\\ensuremath{\\mbox{\\usefont{U}{pzd}{m}{n}\\symbol{51}}}',
    ],
    ['β-carotene, 5 μm', '\\ensuremath{\\beta}-carotene, 5 \\ensuremath{\\mu}m'],
    [
      'Ș ā m\u0304 ế ī',
      "\\mdcvcomposed{0218}{\\textcommabelow{S}} \\mdcvcomposed{0101}{\\={a}} \\mdcvcomposed{006D0304}{\\={m}} \\mdcvcomposed{1EBF}{\\'{\\^{e}}} \\mdcvcomposed{012B}{\\={\\i}}",
    ],
    // Marks below stand outside of those above, and leave the dot of `i` and `j` alone.
    ['ị̂ ậ', '\\mdcvcomposed{1ECB0302}{\\d{\\^{\\i}}} \\mdcvcomposed{1EAD}{\\d{\\^{a}}}'],
    ['ị ǰ̣', '\\mdcvcomposed{1ECB}{\\d{i}} \\mdcvcomposed{01F00323}{\\d{\\v{\\j}}}'],
  ])('%s', (text, tex) => {
    expect(escaped(text)).toBe(tex);
  });

  it('shows the code of what it cannot set, and says so once', () => {
    const context = createContext();
    const position = { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } };
    expect(escapeTex('中a中 αβ', { ...context, position })).toBe(
      '{[}U+4E2D{]}a{[}U+4E2D{]} {[}U+03B1{]}{[}U+03B2{]}',
    );
    expect(messagesOf(context)).toEqual([
      '3:5 unset-character: Cannot set `中` (U+4E2D), `α` (U+03B1), `β` (U+03B2) with pdflatex',
    ]);
  });

  it('says where the first of them stands', () => {
    const context = createContext();
    context.vfile.value = 'Ada &amp; 中文';
    const position = { start: { line: 1, column: 1 }, end: { line: 1, column: 13 } };
    escapeTex('Ada & 中文', { ...context, position });
    escapeTex('Ada & 中Ș', { ...context, position });
    expect(messagesOf(context).map((message) => message.split(':').slice(0, 3).join(':'))).toEqual([
      '1:11 unset-character: Cannot set `中` (U+4E2D), `文` (U+6587) with pdflatex',
      '1:11 unset-character: Cannot set `中` (U+4E2D) with pdflatex',
      expect.stringContaining('1:12 unclean-text: pdflatex sets `Ș`'),
    ]);
  });

  it('names five characters at most', () => {
    const context = createContext();
    escapeTex('一二三四五六七', context);
    expect(messagesOf(context)[0]).toContain('`五` (U+4E94) and 2 more with pdflatex');
  });

  it('cannot put every mark on every letter', () => {
    expect(escaped('\u0301')).toBe('{[}U+0301{]}');
    expect(escaped('a\u0489')).toBe('{[}U+0061 U+0489{]}');
  });

  it('leaves marks to other engines that TeX would set beside the letter', () => {
    expect(escaped('ī\u0301 q\u0301\u0301')).toBe('{[}U+012B U+0301{]} {[}U+0071 U+0301 U+0301{]}');
    expect(escaped('ḍ\u0327')).toMatch(/^\{\[\}U\+/);
    expect(escaped(`q${'\u0301'.repeat(5)}`)).toBe(`{[}U+0071${' U+0301'.repeat(5)}{]}`);
  });
});

describe('escapeTex: xelatex and lualatex', () => {
  it.each([
    ['Ș ā € … –', 'Ș ā € … –', []],
    ['Zhang 张锦涛 (WeChat)', 'Zhang \\mdcvscript{han}{张锦涛} (WeChat)', ['han']],
    ['日本語のテスト。', '\\mdcvscript{kana}{日本語のテスト。}', ['kana']],
    ['テスト日本', '\\mdcvscript{kana}{テスト日本}', ['kana']],
    ['한국어 漢字', '\\mdcvscript{hangul}{한국어} \\mdcvscript{han}{漢字}', ['hangul', 'han']],
    [
      '使用Python开发',
      '\\mdcvscript{han}{使用}\\mdcvbreak{}Python\\mdcvbreak{}\\mdcvscript{han}{开发}',
      ['han'],
    ],
    ['Москва, 2020 – Россия.', '\\mdcvscript{cyrillic}{Москва, 2020 – Россия}.', ['cyrillic']],
    ['→ x ⧳', '\\mdcvscript{symbol}{→} x \\mdcvscript{symbol}{⧳}', ['symbol']],
    [
      '👩‍💻👍🏽🇩🇪 1️⃣ ❤️',
      '\\mdcvscript{emoji}{👩‍💻👍🏽🇩🇪 }\\mdcvscript{emoji}{1️⃣ }\\mdcvscript{emoji}{❤️}',
      ['emoji'],
    ],
    // The space that would be one too many without the emoji goes with it.
    ['🧶 Work', '\\mdcvscript{emoji}{🧶 }Work', ['emoji']],
    ['Hi 👋, I', 'Hi\\mdcvscript{emoji}{ 👋}, I', ['emoji']],
    ['at 📍 Kiel', 'at \\mdcvscript{emoji}{📍 }Kiel', ['emoji']],
    ['Yes👍 no', 'Yes\\mdcvscript{emoji}{👍} no', ['emoji']],
    ['the end 🎉', 'the end \\mdcvscript{emoji}{🎉}', ['emoji']],
    ['سلام & مرحبا', '\\mdcvscript{arabic}{سلام \\& مرحبا}', ['arabic']],
  ])('%s', (text, tex, scripts) => {
    const context = createContext({ engine: 'xelatex' });
    expect(escapeTex(text, context)).toBe(tex);
    expect([...context.scripts]).toEqual(scripts);
  });
});

describe('escapeTex: long words', () => {
  it('lets a word of more than 60 characters break every 20', () => {
    expect(escaped('x'.repeat(60))).toBe('x'.repeat(60));
    const twenty = 'x'.repeat(20);
    expect(escaped('x'.repeat(61))).toBe(
      `${twenty}\\mdcvbreak{}${twenty}\\mdcvbreak{}${twenty}\\mdcvbreak{}x`,
    );
  });

  it('breaks even a text without spaces in another script, since TeX cannot read lines without end', () => {
    const tex = escaped('字'.repeat(1000), 'xelatex');
    expect(tex.split('\\mdcvbreak{}').map((part) => part.replace(/[^字]/g, '').length)).toEqual([
      200, 200, 200, 200, 200,
    ]);
  });
});

describe('escapeTex: letters that pdflatex draws but that do not copy', () => {
  it('names each once, five at most', () => {
    const context = createContext({ engine: 'pdflatex' });
    expect(escapeTex('Șerban, Șt', context)).toContain('\\textcommabelow{S}}erban');
    expect(messagesOf(context)).toEqual([
      "?:? unclean-text: pdflatex sets `Ș` (U+0218) so that a copy of the PDF's text has other letters",
    ]);
    const many = createContext({ engine: 'pdflatex' });
    escapeTex('ȘșȚțḂḃ', many);
    expect(messagesOf(many)[0]).toContain('and 1 more so that');
  });

  it('is silent of letters that copy, and with engines that have them', () => {
    const context = createContext({ engine: 'xelatex' });
    escapeTex('Șerban', context);
    expect(messagesOf(context)).toEqual([]);
  });
});
