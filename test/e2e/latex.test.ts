import { describe, expect, it } from 'vitest';
import { type EngineName, engineNames } from '../../src/engine/engine.ts';
import { escapeTex } from '../../src/latex/escape.ts';
import { escapeForBookmark } from '../../src/latex/escape-bookmark.ts';
import { flowsToTex } from '../../src/latex/flow-to-tex.ts';
import { mathToTex } from '../../src/latex/math.ts';
import { stripMarks } from '../../src/latex/origins.ts';
import { phrasingToTex } from '../../src/latex/phrasing-to-tex.ts';
import { greekLetters, symbols } from '../../src/latex/symbols.ts';
import { createContext, parseBlocks, parsePhrasing } from '../latex/create-context.ts';
import { hasEngine, setDocument } from './latex-document.ts';

const hostile = [
  '\\end{document}',
  '\\input{/etc/passwd}',
  '^^5cinput',
  '^^M',
  '\\csname end\\endcsname',
  '50 % off',
  '#1 ##',
  '{',
  '}',
  '$x$ & _y_ ~z~',
  '\\\\[10px]',
  '\\newpage\\today',
  '\\def\\x{\\x}\\x',
  '\\write18{id}',
  '[ICML 2025]',
  '* legend',
  "-- --- ,, << >> ?` !` `` ''",
  '<script>|"',
];

it.skipIf(!hasEngine('pdflatex'))(
  'letters with two marks come out as they were written, with pdflatex',
  () => {
    const words = ['Xị̂X', 'ǰ̣', 'ậ', 'ế', 'į́', 'ị', 'Șerban', 'ā'].map((word) => word.normalize());
    const { text, complaints } = setDocument(
      words.map((word) => escapeTex(word, createContext({ engine: 'pdflatex' }))).join('\n\n'),
      'pdflatex',
    );
    expect(complaints).toEqual([]);
    expect(text.normalize().split(/\s+/)).toEqual(words);
  },
);

describe.each(engineNames)('with %s', (engine: EngineName) => {
  const there = it.skipIf(!hasEngine(engine));
  const context = () => createContext({ engine });

  there('hostile text comes out as text', () => {
    const texts = hostile.map((text) => escapeTex(text, context()));
    const plain = setDocument(texts.join('\n\n'), engine);
    expect(plain.complaints).toEqual([]);
    expect(plain.text).toBe(hostile.join(' '));
  });

  there('hostile text comes out as text in arguments, cells, items and titles', () => {
    const body = hostile.map((text) => {
      const tex = escapeTex(text, context());
      return `\\section{${tex}}\n\\entry{${tex}}{\\emph{${tex}}}\n\\begin{tabular}{l}x\\tabularnewline\n${tex}\\end{tabular}`;
    });
    const { text, complaints } = setDocument(body.join('\n\n'), engine, '\\setcounter{secnumdepth}{0}');
    expect(complaints).toEqual([]);
    for (const word of hostile) expect(text.split(word).length).toBeGreaterThan(4);
  });

  there('links keep their addresses in every place', () => {
    const url = 'https://x.org/~me/a%20b?c=d&e=f_g#h';
    const encoded = 'https://x.org/%7Eme/a%20b?c=d&e=f_g#h';
    const link = stripMarks(phrasingToTex(parsePhrasing(`[t](${url}) <${url}>`), context()));
    const { links, text, complaints } = setDocument(
      `${link}\n\n\\entry{${link}}{${link}}\n\n\\section{${link}}`,
      engine,
    );
    expect(complaints).toEqual([]);
    // A link on two lines is two.
    expect(links.length).toBeGreaterThanOrEqual(8);
    expect(new Set(links)).toEqual(new Set([encoded]));
    expect(text.replaceAll(' ', '').split(url)).toHaveLength(5);
  });

  there('blocks of every kind are set', () => {
    const markdown = [
      '# Head [x]',
      'A *b* **c** ~~d~~ `e_f` [^1]\nnext line\\\nbroken\n\n[^1]: the note',
      '- [a] one\n- [x] two\n  1. deep\n\n     more\n-',
      '> quoted\n>\n> again',
      '```\nif (x) { % y\n\n  #z\n```',
      '***',
      '| k | v |\n|---|---|\n| * s | [t] |\n| u & v | `w` |',
      '“Zoë” — naïve… 5 € ± 2 °C',
    ].join('\n\n');
    const { text, complaints } = setDocument(
      stripMarks(flowsToTex(parseBlocks(markdown), context())),
      engine,
    );
    expect(complaints).toEqual([]);
    for (const part of [
      'Head [x]',
      'A b c d e_f',
      'next line broken',
      'the note',
      '• [a] one',
      '(x) two',
      '1. deep',
      'more',
      'quoted',
      'if (x) { % y',
      '#z',
      'k v',
      '* s [t]',
      'u & v w',
      'Zoë',
      'naïve',
      '5 € ± 2 °C',
    ]) {
      expect(text).toContain(part);
    }
  });

  there('nesting without end is set', () => {
    const nested = Array.from({ length: 40 }, (_, level) => `${'  '.repeat(level)}- level${level}x`).join(
      '\n',
    );
    const { text, complaints } = setDocument(stripMarks(flowsToTex(parseBlocks(nested), context())), engine);
    expect(complaints).toEqual([]);
    for (let level = 0; level < 40; level += 1) expect(text).toContain(`level${level}x`);
  });

  there('100,000 characters without a space are set, all of them', () => {
    const tex = stripMarks(flowsToTex(parseBlocks('x'.repeat(100_000)), context()));
    const { text, complaints } = setDocument(tex, engine);
    expect(complaints).toEqual([]);
    expect(text.match(/x/g)).toHaveLength(100_000);
  });

  there('mathematics is set', () => {
    const sources = [
      'x^2_i',
      '\\frac12',
      '\\mathbb{R}^n',
      '\\sqrt{\\alpha}',
      "f''(x)",
      '\\sum_{i=1}^n \\mathcal{O}(n \\log n)',
      '\\hat{x}\\leq\\{a\\}',
    ];
    const body = sources.map((source) => mathToTex(source) ?? 'refused').join('\n\n');
    const { text, complaints } = setDocument(body, engine);
    expect(complaints).toEqual([]);
    expect(text).not.toContain('refused');
  });

  there('PDF strings are set as they are', () => {
    const title = '50% #1 & $5_{a} ~ ^ \\x “é” 张 👩';
    const preamble = `\\hypersetup{pdftitle={${escapeForBookmark(title)}}}`;
    const { complaints } = setDocument('x', engine, preamble);
    expect(complaints).toEqual([]);
  });
});

describe('signs with pdflatex', () => {
  const there = it.skipIf(!hasEngine('pdflatex'));
  const signs = (exact: boolean) =>
    symbols.filter((group) => group.exact === exact).flatMap((group) => Object.keys(group.characters));

  there('that are said to be exact are the very text of the PDF', () => {
    const characters = [...signs(true), ...Object.keys(greekLetters)];
    const body = characters.map((character) => `x${escapeTex(character, createContext())}y`).join('\n\n');
    const { text, complaints } = setDocument(body, 'pdflatex');
    expect(complaints).toEqual([]);
    const same = (value: string): string => value.normalize('NFKC').replace(/\s/g, '');
    const words = text
      .replace(/ (?=[^x])/g, '')
      .split(' ')
      .map(same);
    // Look-alikes that every extractor folds: the dot and bullet operators, and Δ, whose glyph is the increment sign.
    const folded: Record<string, string> = { '∙': '•', '⋅': '·', '‧': '·', Δ: '∆' };
    expect(words).toEqual(characters.map((character) => same(`x${folded[character] ?? character}y`)));
  });

  there('that have only a look-alike are set all the same', () => {
    const body = [...signs(false), 'Ș', 'ā', 'ế', 'ģ', '张'].map((sign) => escapeTex(sign, createContext()));
    expect(setDocument(body.join('\n\n'), 'pdflatex').complaints).toEqual([]);
  });
});
