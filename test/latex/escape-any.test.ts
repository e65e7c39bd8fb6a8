import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineNames } from '../../src/engine/engine.ts';
import { escapeTex } from '../../src/latex/escape.ts';
import { escapeForBookmark } from '../../src/latex/escape-bookmark.ts';
import { escapeUrl } from '../../src/latex/escape-url.ts';
import { mathToTex } from '../../src/latex/math.ts';
import { stripMarks } from '../../src/latex/origins.ts';
import { phrasingToTex } from '../../src/latex/phrasing-to-tex.ts';
import { accents, greekLetters, symbols } from '../../src/latex/symbols.ts';
import { unsafe } from '../../src/latex/unsafe.ts';
import { createContext } from './create-context.ts';

const tables = [
  ...unsafe.map((row) => row.tex),
  ...symbols.flatMap((group) => Object.values(group.characters)),
  ...Object.values(greekLetters),
  ...Object.values(accents),
];
const whitelist = new Set([
  ...tables.flatMap((tex) => tex.match(commandPattern()) ?? []),
  '\\i',
  '\\j',
  '\\mdcvcomposed',
  '\\mdcvdatebreak',
  '\\mdcvscript',
  '\\mdcvunbroken',
  '\\relax',
]);
const forbidden =
  /^\\(?:begin|end|input|include|csname|def|let|catcode|write\d*|read|openin|openout|special|immediate|special|expandafter|newcommand|usepackage|verb|item|par|\\|\(|\[)$/;

const fragments = fc.constantFrom(
  ...[
    '\\',
    '{',
    '}',
    '%',
    '#',
    '&',
    '$',
    '_',
    '^',
    '^^',
    '~',
    '[',
    ']',
    '*',
    '-',
    '--',
    '`',
    "'",
    '"',
    '<',
    '>',
    '|',
  ],
  ...[
    '\\end{document}',
    '\\input{/etc/passwd}',
    '^^5c',
    '\\csname',
    '#1',
    '\n',
    ' ',
    '\u00a0',
    '\u200b',
    '\ufdd00\ufdd1',
  ],
  ...[
    'é',
    'Ș',
    'm\u0304',
    '中',
    'の',
    'α',
    'αβ',
    'я',
    'م',
    '→',
    '★',
    '👩‍💻',
    '\uf095',
    '\0',
    'a',
    '1',
    'https://a.b/#c%d',
  ],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fragments).map((parts) => parts.join('')),
);

describe('any text', () => {
  it('holds no command of its own making', () => {
    expect([...whitelist].filter((command) => forbidden.test(command))).toEqual([]);
    expect(forbidden.test('\\input')).toBe(true);
  });

  it.each(engineNames)('is harmless TeX with %s', (engine) => {
    fc.assert(
      fc.property(anyText, (text) => expectHarmless(escapeTex(text, createContext({ engine })))),
      { numRuns: 1000 },
    );
  });

  it('is harmless TeX after typography, within marks and other nodes', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 4 }),
        fc.constantFrom('en', 'fr', 'de', 'sv'),
        (texts, lang) => {
          const nodes = texts.map((value, index) =>
            index % 2
              ? ({ type: 'strong', children: [{ type: 'text', value }] } as const)
              : ({ type: 'text', value } as const),
          );
          const tex = stripMarks(
            phrasingToTex(nodes as Parameters<typeof phrasingToTex>[0], createContext({ lang })),
          );
          expect(tex).not.toMatch(/\n[ \t]*\n/);
          expectHarmless(tex.replaceAll('\\textbf{', '\\mdcvbreak{'));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never ends a paragraph, not even where a line held only what is left out', () => {
    for (const value of ['a\n\0\nb', 'a\n \0 \0\nb', 'a\n\nb', '\n\uf095\n']) {
      const tex = stripMarks(phrasingToTex([{ type: 'text', value }], createContext({ lang: 'en' })));
      expect(tex).not.toMatch(/\n[ \t]*\n/);
    }
  });

  it('is a harmless address', () => {
    fc.assert(
      fc.property(anyText, (url) => {
        expect(escapeUrl(url)).toMatch(/^(?:[!'()*+,\-./0-9:;=?@A-Z[\]a-z]|\\[%#&_])*$/);
      }),
    );
  });

  it('is a harmless PDF string', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tex = escapeForBookmark(text);
        expect(
          tex.replace(/\\(?:textbackslash|textasciicircum|textasciitilde)\{\}|\\[{}#$%&_]/g, ''),
        ).not.toMatch(/[\\{}#$%&_^~\n]/);
      }),
    );
  });

  it('is safe mathematics or none', () => {
    const parts = fc.constantFrom(
      ...[
        '\\frac',
        '\\sqrt',
        '\\alpha',
        '{',
        '}',
        '^',
        '_',
        "'",
        'x',
        '1',
        '+',
        ' ',
        '\\',
        '\\input',
        '$',
        '&',
        '#',
        '%',
        '~',
        '[',
        '\\mathbb',
      ],
    );
    fc.assert(
      fc.property(fc.array(parts), (list) => {
        const tex = mathToTex(list.join(''));
        if (tex === undefined) return;
        expect(tex.replace(/\\[^a-zA-Z]/g, '')).not.toMatch(/\\input|[$&#%~]|\^\^/);
        expect(depthOf(tex)).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });
});

function expectHarmless(tex: string): void {
  const commands: string[] = tex.match(commandPattern()) ?? [];
  expect(commands.filter((command) => !whitelist.has(command))).toEqual([]);
  expect(depthOf(tex)).toBe(0);
  const rest = tex.replace(commandPattern(), '');
  expect(rest.replace(/~/g, '')).not.toMatch(/[%#&$_^\\]/);
  expect(tex).not.toMatch(/[\0-\x09\x0b-\x1f\x7f\ufdd0\ufdd1]/);
}

/** Open braces at the end; -1 when one closes that was not open. */
function depthOf(tex: string): number {
  let depth = 0;
  for (const brace of tex.replace(/\\[^a-zA-Z]/g, '').match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return -1;
  }
  return depth;
}

function commandPattern(): RegExp {
  return /\\(?:[a-zA-Z]+|[^a-zA-Z])/g;
}
