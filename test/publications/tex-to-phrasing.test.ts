import type { PhrasingContent } from 'mdast';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { BibField } from '../../src/publications/bib-entry.ts';
import { texToPhrasing } from '../../src/publications/tex-to-phrasing.ts';

const tex: typeof String.raw = String.raw;

function toField(value: string): BibField {
  const lines = value.split('\n');
  const end = {
    line: 10 + lines.length - 1,
    column: (lines.at(-1) as string).length + (lines.length > 1 ? 1 : 12),
  };
  return {
    value,
    position: { start: { line: 10, column: 12, file: 'a.bib' }, end: { ...end, file: 'a.bib' } },
  };
}

function show(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'inlineMath') return `$${node.value}$`;
      if (node.type === 'inlineCode') return `\`${node.value}\``;
      const url = node.type === 'link' ? ` ${node.url}` : '';
      return 'children' in node ? `<${node.type}${url}>${show(node.children)}</>` : node.type;
    })
    .join('');
}

test.each([
  [
    tex`\emph{a} \textit{b} {\em c} {\it d} {\sl e} \mkbibemph{f}`,
    'a b c d e f'.replace(/\w/g, '<emphasis>$&</>'),
  ],
  [tex`\textbf{a} {\bf b} {\bfseries c} \mkbibbold{d}`, 'a b c d'.replace(/\w/g, '<strong>$&</>')],
  [tex`\underline{a} \uline{b}`, '<underline>a</> <underline>b</>'],
  [tex`\texttt{a--b} {\tt c'd}`, "`a--b` `c'd`"],
  [tex`\texttt{a \emph{b} $x$}`, '`a b x`'],
  [tex`\texttt{\href{https://x.org}{a} b}`, '<link https://x.org>a</> b'],
  [tex`\textsc{Small} {\sc Caps} \textrm{a} \mbox{b} \NoCaseChange{c}`, 'Small Caps a b c'],
  [
    tex`1\textsuperscript{st} \textsuperscript\dag H\textsubscript{2}O`,
    '1<superscript>st</> <superscript>†</>H<subscript>2</>O',
  ],
  [tex`\emph{a \textbf{b} c}d`, '<emphasis>a <strong>b</> c</>d'],
  [tex`\emph{a \emph{b}} \textbf{\textbf{c}}`, '<emphasis>a <emphasis>b</></> <strong>c</>'],
  [
    tex`{\it a {\rm b} c} {\rm d} \textbf{\textsuperscript{\rm e}}`,
    '<emphasis>a</> b <emphasis>c</> d <superscript>e</>',
  ],
  [tex`\emph{a }b \emph{ c}`, '<emphasis>a</> b <emphasis>c</>'],
  [tex`\emph xy \emph\textbf xy \emph\'ex`, '<emphasis>x</>y <emphasis><strong>x</></>y <emphasis>é</>x'],
  [tex`\emph&amp;b`, '<emphasis>&</>b'],
  ['e\u0301', 'é'],
  [tex`\emph{} \textbf{ }`, ''],
  [
    tex`<i>a <b>b</b></i> <sub>2</sub> <span class="nocase">c</span>`,
    '<emphasis>a <strong>b</></> <subscript>2</> c',
  ],
  [
    tex`{\textless}i{\textgreater}a{\textless}/i{\textgreater} {$<$}b{$>$}c{$<$}/b{$>$}`,
    '<emphasis>a</> <strong>c</>',
  ],
  [tex`\emph{<i>a\emph}</i> <i>\emph</i>b`, '<emphasis><i>a</></i> b'],
])('formats %s', (value, expected) => {
  expect(show(texToPhrasing(toField(value), new VFile()))).toBe(expected);
});

test.each([
  [tex`\url{https://x.org/a_b}`, '<link https://x.org/a_b>https://x.org/a_b</>'],
  [tex`\href{https://x.org/a\%b}{a \emph{b}}c`, '<link https://x.org/a%b>a <emphasis>b</></>c'],
  [tex`\href{mailto:me@x.org}{me}`, '<link mailto:me@x.org>me</>'],
  [tex`\href{run:x}{a} \href{javascript:x}{b} \url{file:///x}`, 'a b file:///x'],
  [tex`\href{https://x.org}{a \url{https://y.org}}`, '<link https://x.org>a https://y.org</>'],
  [tex`\doi{10.1000/a<b}`, '<link https://doi.org/10.1000/a%3Cb>10.1000/a<b</>'],
])('links %s', (value, expected) => {
  expect(show(texToPhrasing(toField(value), new VFile()))).toBe(expected);
});

test.each([
  ['$x^2$ and $k$-means', '$x^2$ and $k$-means'],
  [tex`An {$O(n \log n)$} \(a\) \ensuremath{b}`, 'An $O(n \\log n)$ $a$ $b$'],
  [tex`H$_2$O $^{13}$C $10^{-3}$`, 'H<subscript>2</>O <superscript>13</>C 10<superscript>−3</>'],
  [tex`$\alpha$-decay $\sim$10 $5\%$ $\mu$m $<$ $\mathrm{H_2O}$`, 'α-decay ∼10 5% μm < H<subscript>2</>O'],
  [
    tex`1$^{\rm st}$ M$_{\mathrm{max}}$ $\rm AB$ M$_\odot$`,
    '1<superscript>st</> M<subscript>max</> AB M<subscript>⊙</>',
  ],
  [tex`$a^{b^c}$ $1^{2^3}$ $\alpha\beta$ $\hat 1$`, '$a^{b^c}$ $1^{2^3}$ $\\alpha\\beta$ $\\hat 1$'],
  [tex`$\mathfrak{g}$ $x^{a^{\text{b}}}$`, 'g x<superscript>a<superscript>b</></>'],
  [`$${'x'.repeat(600)}$`, 'x'.repeat(600)],
  [tex`$3 \times 10^{ 5 }$ $\alpha^{\beta}$`, '3 × 10<superscript>5</> α<superscript>β</>'],
  [tex`\emph{$x$}$y$`, '<emphasis>$x$</>$y$'],
])('sets the mathematics of %s', (value, expected) => {
  const vfile = new VFile();
  expect(show(texToPhrasing(toField(value), vfile))).toBe(expected);
  expect(vfile.messages).toEqual([]);
});

test('warns of an unknown command, once a command, where it stands', () => {
  const vfile = new VFile({ path: 'cv.md' });
  const nodes = texToPhrasing(toField(`${tex`A \foo{b} \foo{c}`}\n${tex`\bar@x \quux`}`), vfile);
  expect(show(nodes)).toBe('A b c ¯@x');
  expect(
    vfile.messages.map(({ ruleId, reason, note, file, line, column, fatal }) => ({
      ruleId,
      reason,
      note,
      file,
      line,
      column,
      fatal,
    })),
  ).toEqual([
    {
      ruleId: 'bib-macro',
      reason: 'Cannot print `\\foo`, a TeX command that mdcv does not know',
      note: 'It is left out, the text of its arguments is kept. Write what it stands for in its place: .bib files may hold any character.',
      file: 'a.bib',
      line: 10,
      column: 14,
      fatal: false,
    },
    expect.objectContaining({
      reason: 'Cannot print `\\quux`, a TeX command that mdcv does not know',
      line: 11,
      column: 8,
    }),
  ]);
});

test('places nodes in the file', () => {
  const place = (line: number, column: number) => ({ line, column, file: 'a.bib' });
  expect(texToPhrasing(toField('ab\n\\emph{cd} e'), new VFile())).toEqual([
    { type: 'text', value: 'ab ', position: { start: place(10, 12), end: place(10, 14) } },
    {
      type: 'emphasis',
      position: { start: place(11, 7), end: place(11, 9) },
      children: [{ type: 'text', value: 'cd', position: { start: place(11, 7), end: place(11, 9) } }],
    },
    { type: 'text', value: ' e', position: { start: place(11, 9), end: place(11, 12) } },
  ]);
});

test('places nodes by the line only where the value was changed', () => {
  const start = { line: 3, column: 9 };
  const folded: BibField = { value: 'a\n\\emph{b}', position: { start, end: { line: 4, column: 40 } } };
  expect(texToPhrasing(folded, new VFile()).map(({ position }) => position?.start)).toEqual([
    { line: 3, column: 9 },
    { line: 4, column: 1 },
  ]);
  const joined: BibField = { ...folded, value: 'a\n\n\n\\emph{b}' };
  expect(texToPhrasing(joined, new VFile()).map(({ position }) => position)).toEqual([
    joined.position,
    joined.position,
  ]);
});

test('nests styles no deeper than TeX can set them', () => {
  const nodes = texToPhrasing(toField(`${tex`\emph{`.repeat(100)}a`), new VFile());
  expect(show(nodes)).toBe(`${'<emphasis>'.repeat(20)}a${'</>'.repeat(20)}`);
});
