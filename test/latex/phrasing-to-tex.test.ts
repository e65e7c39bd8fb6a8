import type { PhrasingContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { createMarks, stripMarks } from '../../src/latex/origins.ts';
import { phrasingToTex } from '../../src/latex/phrasing-to-tex.ts';
import { type ContextOptions, createContext, messagesOf, parsePhrasing } from './create-context.ts';

const toTex = (markdown: string, options?: ContextOptions): string =>
  stripMarks(phrasingToTex(parsePhrasing(markdown), createContext(options)));
const text = (value: string): PhrasingContent => ({ type: 'text', value });
const nodesToTex = (nodes: PhrasingContent[]): string => stripMarks(phrasingToTex(nodes, createContext()));

describe('phrasingToTex', () => {
  it.each([
    ['*a* **b** ~~c~~', '\\emph{a} \\textbf{b} \\mdcvstrike{c}'],
    ['***a***', '\\emph{\\textbf{a}}'],
    ['`a--b`', '\\mdcvcode{a-\\/-b}'],
    [
      '`src/latex/handle/text.ts`',
      '\\mdcvcode{src/\\mdcvbreak{}latex/\\mdcvbreak{}handle/\\mdcvbreak{}text\\mdcvbreak{}.ts}',
    ],
    ['`x 1`', '\\mdcvcode{x 1}'],
    ['a\\\nb', 'a\\mdcvnewline{}\nb'],
    ['a  \nb', 'a\\mdcvnewline{}\nb'],
    ['a\nb', 'a\nb'],
    ['J.\nSmith', 'J.~\\relax\nSmith'],
    ['[a *b*](https://x.org/?a=1&b=2#c%20d)', '\\mdcvlink{https://x.org/?a=1\\&b=2\\#c\\%20d}{a \\emph{b}}'],
    [
      '<https://x.org/a_b>',
      '\\mdcvurl{https://x.org/a\\_b}{https://\\mdcvbreak{}x\\mdcvbreak{}.org/\\mdcvbreak{}a\\_b}',
    ],
    ['me@x.org', '\\mdcvurl{mailto:me@x.org}{me\\mdcvbreak{}@x\\mdcvbreak{}.org}'],
    ['www.x.org', '\\mdcvurl{http://www.x.org}{www\\mdcvbreak{}.x\\mdcvbreak{}.org}'],
    ['[x.org](https://x.org/)', '\\mdcvurl{https://x.org/}{x\\mdcvbreak{}.org}'],
    ['[x.org](https://www.x.org/)', '\\mdcvurl{https://www.x.org/}{x\\mdcvbreak{}.org}'],
    [
      '[@ada@example.org](https://example.org/@ada)',
      '\\mdcvurl{https://example.org/@ada}{@ada\\mdcvbreak{}@example\\mdcvbreak{}.org}',
    ],
    ['[Vue.js and React](https://x.org/)', '\\mdcvlink{https://x.org/}{Vue.js and React}'],
    ['[a]()', 'a'],
    ['![me](me.png)', 'me'],
    ['![](me.png)', ''],
  ])('%j', (markdown, tex) => {
    expect(toTex(markdown)).toBe(tex);
  });

  it('sets what Markdown has no signs for', () => {
    const children = [text('x')];
    expect(
      nodesToTex([
        { type: 'underline', children },
        { type: 'superscript', children },
        { type: 'subscript', children },
        { type: 'small', children },
        { type: 'span', children },
      ]),
    ).toBe('\\mdcvunderline{x}\\textsuperscript{x}\\textsubscript{x}\\mdcvsmall{x}x');
  });

  it('sets mathematics that is safe, and prints the rest', () => {
    const context = createContext();
    const position = { start: { line: 2, column: 3 }, end: { line: 2, column: 9 } };
    const tex = phrasingToTex(
      [
        { type: 'inlineMath', value: 'x^2' },
        { type: 'inlineMath', value: '\\input{a}', position },
      ],
      context,
    );
    expect(tex).toBe('\\ensuremath{x^{2}}\\$\\textbackslash{}input\\{a\\}\\$');
    expect(messagesOf(context)).toEqual([
      '2:3 unsafe-math: Cannot set `\\input{a}` as mathematics, expected letters, numbers, signs and well-known commands like `\\frac{1}{2}`',
    ]);
  });

  it('tells which mathematics has no letters in a PDF of xelatex', () => {
    const told = (engine: 'pdflatex' | 'xelatex', value: string): string[] => {
      const context = createContext({ engine });
      expect(phrasingToTex([{ type: 'inlineMath', value }], context)).toContain('\\ensuremath{');
      return messagesOf(context);
    };
    expect(told('pdflatex', '\\widehat{a} \\sum')).toEqual([]);
    expect(told('xelatex', '\\hat{a} \\sum')).toEqual([]);
    expect(told('xelatex', 'x \\oint y')).toEqual([
      '?:? no-pdfa: The PDF does not claim to be PDF/A: with xelatex, `\\oint` is a sign without letters',
    ]);
  });

  it('shows the beginning of a long formula that it prints as text', () => {
    const context = createContext();
    const value = '\\sqrt'.repeat(10_000);
    const tex = phrasingToTex([{ type: 'inlineMath', value }], context);
    // Breaks within the text and of the line are not of the formula.
    const letters = tex.replace(/mdcvbreak|relax/g, '').replace(/[^a-z]/g, '');
    expect(letters).toBe('textbackslashsqrt'.repeat(10_000));
    expect(messagesOf(context)).toEqual([
      expect.stringMatching(/^\?:\? unsafe-math: Cannot set `(?:\\sqrt){12}…` as mathematics/),
    ]);
  });

  it('passes raw LaTeX on, and ends its comment', () => {
    expect(nodesToTex([{ type: 'rawLatex', value: '\\foo{1}\ufdd00\ufdd1' }, text('a')])).toBe('\\foo{1}0a');
    expect(nodesToTex([{ type: 'rawLatex', value: '50\\% % x' }, text('a')])).toBe('50\\% % x\na');
  });

  it('numbers footnotes in the order of their references', () => {
    const context = createContext();
    const reference = (identifier: string): PhrasingContent => ({ type: 'footnoteReference', identifier });
    expect(phrasingToTex([reference('b'), reference('a'), reference('b')], context)).toBe(
      '\\mdcvnotemark{1}\\mdcvnotemark{2}\\mdcvnotemark{1}',
    );
  });

  it('sets an image by the name that it is given, and no other', () => {
    expect(toTex('![me](a/b_c.png)', { imageFile: () => 'image-1.png' })).toBe('\\mdcvimage{image-1.png}');
    expect(() => toTex('![me](x)', { imageFile: () => '../x}' })).toThrow(
      'Cannot set an image with the file name',
    );
  });

  it('prints nothing for an image without file and description', () => {
    expect(nodesToTex([{ type: 'image', url: 'x' }])).toBe('');
  });

  it('keeps the text of what no stage should have left', () => {
    const context = createContext();
    const nodes = [
      { type: 'html', value: '<x>' },
      { type: 'linkReference', identifier: 'a', referenceType: 'full', children: [text('link')] },
      { type: 'imageReference', identifier: 'a', referenceType: 'full', alt: 'image' },
      { type: 'strange', value: 'new\nkind' },
    ] as PhrasingContent[];
    expect(phrasingToTex(nodes, context)).toBe('\\textless{}x\\textgreater\\/linkimagenew kind');
    expect(messagesOf(context)).toEqual(
      ['html', 'linkReference', 'imageReference', 'strange'].map(
        (type) =>
          `?:? unhandled-node: Cannot set a Markdown node of type \`${type}\` in its own way; its text is printed plainly`,
      ),
    );
  });

  it('reports links that cannot stand in a PDF, and prints their text', () => {
    const context = createContext();
    const tex = phrasingToTex(
      parsePhrasing('[a](javascript:x) [b](run:/bin/sh) [c](cv.pdf) <run:x>'),
      context,
    );
    expect(stripMarks(tex)).toBe('a b c run:x');
    expect(messagesOf(context).map((message) => message.slice(0, 56))).toEqual([
      '1:1 unsafe-link: Cannot link to `javascript:x`, expected',
      '1:19 unsafe-link: Cannot link to `run:/bin/sh`, expected',
      '1:36 unsafe-link: Cannot link to `cv.pdf`, expected an a',
      '1:48 unsafe-link: Cannot link to `run:x`, expected an ad',
    ]);
  });

  it('never writes a blank line, which would end a paragraph within an argument', () => {
    expect(nodesToTex([text('a \n\n  \n b')])).toBe('a\nb');
  });

  it('keeps ligatures out where two nodes meet', () => {
    expect(nodesToTex([text('a--'), { type: 'span', children: [text('--b,')] }, text(',c')])).toBe(
      'a-\\/-\\/-\\/-b,\\/,c',
    );
  });

  it('marks every source line', () => {
    const context = createContext();
    const { lines } = context.marks.resolve(
      phrasingToTex(parsePhrasing('\n\na **b\nc** d  \ne\nJ.\nK. Li'), context),
    );
    expect(lines.map(({ content }) => content?.line)).toEqual([3, 4, 5, 6, 7]);
    expect(lines[0]?.content).toEqual({ file: 'cv.md', line: 3, column: 1 });
    expect(lines[2]?.content).toEqual({ file: 'cv.md', line: 5, column: 1 });
  });

  it('has no mark without nodes', () => {
    expect(phrasingToTex([], { ...createContext(), marks: createMarks('cv.md') })).toBe('');
  });

  it('wraps lines that are long, with no change to what is printed', () => {
    const markdown = `${'word '.repeat(1_000)}${'x'.repeat(9_000)}`;
    const tex = toTex(markdown);
    expect(Math.max(...tex.split('\n').map((line) => line.length))).toBeLessThan(2_100);
    expect(tex.replaceAll('\\mdcvbreak{}', '').replaceAll('\\relax\n', '').replaceAll('\n', ' ')).toBe(
      markdown,
    );
  });

  it('leaves long lines of raw LaTeX with a comment', () => {
    const value = `${'word '.repeat(1_000)}% x`;
    expect(nodesToTex([{ type: 'rawLatex', value }])).toBe(`${value}\n`);
  });
});
