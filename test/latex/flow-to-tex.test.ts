import type { TableCell } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { FlowNode } from '../../src/latex/flow-node.ts';
import { flowsToTex, flowToTex } from '../../src/latex/flow-to-tex.ts';
import { stripMarks } from '../../src/latex/origins.ts';
import { createContext, messagesOf, parseBlocks } from './create-context.ts';

const toTex = (markdown: string): string => stripMarks(flowsToTex(parseBlocks(markdown), createContext()));
const paragraph = (value: string): FlowNode => ({ type: 'paragraph', children: [{ type: 'text', value }] });

describe('flowsToTex', () => {
  it.each([
    ['a\n\nb', 'a\n\nb'],
    ['# a *b*', '\\mdcvheading{a \\emph{b}}'],
    [
      '- a\n- [x] b\n- [ ] c\n-',
      '\\begin{mdcvitemize}\n\\item a\n\\item \\mdcvcheckbox{x} b\n\\item \\mdcvcheckbox{} c\n\\item\n\\end{mdcvitemize}',
    ],
    ['- [a] b', '\\begin{mdcvitemize}\n\\item {[}a{]} b\n\\end{mdcvitemize}'],
    ['3. a\n\n   b\n4. c', '\\begin{mdcvenumerate}{3}\n\\item a\n\nb\n\\item c\n\\end{mdcvenumerate}'],
    [
      '- a\n  - b',
      '\\begin{mdcvitemize}\n\\item a\n\n\\begin{mdcvitemize}\n\\item b\n\\end{mdcvitemize}\n\\end{mdcvitemize}',
    ],
    ['> a\n>\n> b', '\\begin{mdcvquote}\na\n\nb\n\\end{mdcvquote}'],
    ['>', ''],
    ['***', '\\mdcvrule{}'],
    ['[a]: https://x.org', ''],
    [
      '```js\nif (x) {\n\ty  = 1;\n\n}\n```',
      '\\begin{mdcvcodeblock}\n\\mdcvcodeline{if (x) \\{}\n\\mdcvcodeline{~~~~y~~= 1;}\n\\mdcvcodeline{}\n\\mdcvcodeline{\\}}\n\\end{mdcvcodeblock}',
    ],
    ['a[^1]\n\n[^1]: note', 'a\\mdcvnotemark{1}\n\n\\mdcvnote{1}{note}'],
  ])('%j', (markdown, tex) => {
    expect(toTex(markdown)).toBe(tex);
  });

  it('sets code from left to right on any page, with words from right to left in it', () => {
    const line = (lang: string, engine: 'xelatex' | 'lualatex'): string =>
      stripMarks(flowsToTex(parseBlocks('    a = שלום עולם 2'), createContext({ lang, engine })));
    const inner = '\\mdcvcodeline{@a = \\mdcvrtl{}\\mdcvscript{hebrew}{שלום עולם}\\mdcvendrtl{} 2@}';
    const inline = flowsToTex(parseBlocks('x `a שלום 2`'), createContext({ engine: 'xelatex' }));
    expect(stripMarks(inline)).toContain(
      '\\mdcvcode{a \\mdcvrtl{}\\mdcvscript{hebrew}{שלום}\\mdcvendrtl{} 2}',
    );
    expect(line('en', 'xelatex')).toContain(inner.replaceAll('@', ''));
    expect(line('he', 'lualatex')).toContain(
      inner.replace('@', '\\mdcvltr{}').replace('@', '\\mdcvendltr{}'),
    );
  });

  it('sets definition lists and divs', () => {
    const nodes: FlowNode[] = [
      {
        type: 'definitionList',
        children: [
          { type: 'definitionTerm', children: [{ type: 'text', value: 'term' }] },
          { type: 'definitionDescription', children: [paragraph('one'), paragraph('two')] },
        ],
      },
      { type: 'fencedDiv', name: 'x', children: [paragraph('in a div')] },
    ];
    expect(flowsToTex(nodes, createContext())).toBe(
      '\\begin{mdcvdescription}\n\\mdcvdescriptionitem{term}\none\n\ntwo\n\\end{mdcvdescription}\n\nin a div',
    );
  });

  it('sets nothing for a place that no list of publications has taken', () => {
    expect(flowToTex({ type: 'publicationPlace' }, createContext())).toBe('');
  });

  it('passes raw LaTeX on, a mark a line', () => {
    const position = { start: { line: 5, column: 1 }, end: { line: 7, column: 4 } };
    const context = createContext();
    const tex = flowToTex({ type: 'rawLatex', value: '\\a\n\\b', position }, context);
    const { source, lines } = context.marks.resolve(tex);
    expect(source).toBe('\\a\n\\b');
    expect(lines.map(({ content }) => content?.line)).toEqual([5, 6]);
  });

  it('keeps the text of what no stage should have left', () => {
    const context = createContext();
    const nodes = [
      { type: 'html', value: '<x>' },
      { type: 'strange', children: [paragraph('new')] },
    ] as FlowNode[];
    expect(flowsToTex(nodes, context)).toBe('\\textless{}x\\textgreater\\/\n\nnew');
    expect(messagesOf(context).map((message) => message.split(':')[2])).toEqual([
      ' Cannot set a Markdown node of type `html` in its own way; its text is printed plainly',
      ' Cannot set a Markdown node of type `strange` in its own way; its text is printed plainly',
    ]);
  });
});

describe('tables', () => {
  it('has shares by what the cells hold, alignments, and a head', () => {
    expect(toTex('| a | bb | c |\n|---|--:|:-:|\n| * x | [y] |')).toBe(
      '\\begin{mdcvtable}{L{0.38}R{0.38}C{0.24}}\n\\mdcvhead{a} & \\mdcvhead{bb} & \\mdcvhead{c} \\tabularnewline\n' +
        '\\mdcvheadrule\n{*} x & {[}y{]} &  \\tabularnewline\n\\end{mdcvtable}',
    );
  });

  it('has no head where that says nothing', () => {
    expect(toTex('| | |\n|-|-|\n| a | b |')).toBe(
      '\\begin{mdcvtable}{L{0.50}L{0.50}}\na & b \\tabularnewline\n\\end{mdcvtable}',
    );
    expect(toTex('| ![](x) | |\n|-|-|\n| a | b |')).toContain('\\mdcvheadrule');
  });

  it('keeps its first row and its last with their neighbours', () => {
    const kept = (count: number): number[] =>
      toTex(`| | |\n|-|-|\n${'| a | b |\n'.repeat(count)}`)
        .split('\n')
        .flatMap((line, index) => (line.endsWith('\\mdcvkeeprow') ? [index] : []));
    expect([1, 2, 3, 4, 5].map(kept)).toEqual([[], [1], [1, 2], [1, 3], [1, 4]]);
  });

  it('is set smaller where the longest words have no room beside each other', () => {
    const table = (count: number): string =>
      ['x', '-', 'abcdefghijkl'].map((cell) => `|${` ${cell} |`.repeat(count)}`).join('\n');
    expect(toTex(table(3))).toContain('\\begin{mdcvtable}{L');
    expect(toTex(table(5))).toContain('\\begin{mdcvtable}[\\small]{L');
    expect(toTex(table(6))).toContain('\\begin{mdcvtable}[\\footnotesize]{L');
    expect(toTex(table(8))).toContain('\\begin{mdcvtable}[\\scriptsize]{L');
  });

  it('takes blocks in cells', () => {
    const list = parseBlocks('- x')[0] as unknown as TableCell['children'][number];
    const cell: TableCell = {
      type: 'tableCell',
      children: [{ type: 'text', value: 'a' }, list, { type: 'text', value: 'b' }],
    };
    const table: FlowNode = {
      type: 'table',
      children: [
        { type: 'tableRow', children: [] },
        { type: 'tableRow', children: [cell] },
      ],
    };
    expect(stripMarks(flowToTex(table, createContext()))).toBe(
      '\\begin{mdcvtable}{L{1.00}}\na\n\n\\begin{mdcvitemize}\n\\item x\n\\end{mdcvitemize}\n\nb \\tabularnewline\n\\end{mdcvtable}',
    );
  });

  it('prints nothing for a table without cells', () => {
    const table: FlowNode = { type: 'table', children: [{ type: 'tableRow', children: [] }] };
    expect(flowToTex(table, createContext())).toBe('');
    expect(flowsToTex([table, paragraph('a')], createContext())).toBe('a');
  });
});

describe('depth', () => {
  const nested = (depth: number, marker: string): string =>
    Array.from(
      { length: depth },
      (_, level) => `${' '.repeat(level * marker.length)}${marker}l${level + 1}`,
    ).join('\n');

  it('sets six levels as they are', () => {
    const context = createContext();
    const tex = flowsToTex(parseBlocks(nested(6, '- ')), context);
    expect(tex.match(/\\begin\{mdcvitemize\}/g)).toHaveLength(6);
    expect(messagesOf(context)).toEqual([]);
  });

  it('sets deeper levels at the sixth, each with its label, and says so once', () => {
    const context = createContext();
    const tex = stripMarks(flowsToTex(parseBlocks(`${nested(7, '- ')}\n${' '.repeat(14)}1. l8`), context));
    expect(tex).toContain('\\item l6\n\n\\textbullet{} l7\n\n1. l8\n\\end{mdcvitemize}');
    expect(messagesOf(context)).toEqual([
      '7:13 too-deep: Cannot indent more than 6 levels of lists and quotes; deeper ones are set at level 6',
    ]);
  });

  it('loses nothing of 500 levels of lists', () => {
    const context = createContext();
    const tex = flowsToTex(parseBlocks(nested(500, '- ')), context);
    for (let level = 1; level <= 500; level += 1) expect(tex).toMatch(new RegExp(`l${level}\\b`));
    expect(messagesOf(context)).toHaveLength(1);
  });

  it('flattens quotes and definition lists, too', () => {
    const context = createContext();
    let nodes: FlowNode[] = [
      {
        type: 'definitionList',
        children: [
          { type: 'definitionTerm', children: [{ type: 'text', value: 'term' }] },
          { type: 'definitionDescription', children: [paragraph('one')] },
        ],
      },
    ];
    for (let level = 0; level < 7; level += 1) nodes = [{ type: 'blockquote', children: nodes }];
    const tex = flowsToTex(nodes, context);
    expect(tex.match(/\\begin\{mdcvquote\}/g)).toHaveLength(6);
    expect(tex).toContain('\n\\textbf{term}\n\none\n');
    expect(messagesOf(context)).toHaveLength(1);
  });
});

describe('marks', () => {
  const linesOf = (markdown: string): (number | undefined)[] => {
    const context = createContext();
    const { source, lines } = context.marks.resolve(flowsToTex(parseBlocks(markdown), context));
    const texLines = source.split('\n');
    return lines
      .filter((_, index) => !/^(?:\\(?:begin|end|mdcvheadrule)\b.*)?$/.test(texLines[index] as string))
      .map(({ content }) => content?.line);
  };

  it.each([
    ['a\nb\n\nc', [1, 2, 4]],
    ['- a\n  b\n- c\n\n  d', [1, 2, 3, 5]],
    ['> a\n> b', [1, 2]],
    ['```\na\nb\n```', [2, 3]],
    ['    a\n    b', [1, 2]],
    ['| a |\n|---|\n| b |\n| c |', [1, 3, 4]],
  ])('%j', (markdown, lines) => {
    expect(linesOf(markdown)).toEqual(lines);
  });
});
