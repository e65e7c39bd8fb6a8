import { describe, expect, it } from 'vitest';
import { toTexGroups } from '../../src/engine/tex-groups.ts';
import type { LineOrigin } from '../../src/latex/origins.ts';

const source = String.raw`\newcommand*{\mdcvgiven}{Marta}
\do{email}{\mdcvurl{mailto:a@b.se}{a\mdcvbreak{}@b.se}}{at home}%
\begin{document}
\mdcvmakehead
\entry{0}%
  {\mdcvlink{https://a.se/\%7E}{Prof.~Zhu} \& \textbf{Jun}}%
  {[ICML 2025]\mdcvnewline
   {}清华 % no
}
text -- of a
\par`;

const at = (line: number): LineOrigin => ({ content: { file: 'cv.md', line } });
const origins: LineOrigin[] = [at(1), at(2), {}, {}, {}, at(3), at(4), at(4), {}, at(5), {}];

describe('lines of TeX that are read as one', () => {
  const groups = toTexGroups(source, origins);

  it('are a command with its arguments, and all that is said of the person', () => {
    expect(groups.all.map(({ first, last }) => [first, last])).toEqual([
      [1, 2],
      [5, 9],
      [10, 10],
    ]);
    expect(groups.all[1]?.places.map(({ line }) => line)).toEqual([3, 4]);
  });

  it('have the words that are seen', () => {
    const words = groups.all.map((group) => group.words.map(({ text }) => text).join(' '));
    expect(words).toEqual(['Marta a@b.se at home', 'Prof. Zhu & Jun [ICML 2025] 清 华', 'text – of a']);
    expect(groups.all[1]?.words.map(({ first, last, joined }) => [first, last, joined].map(Number))).toEqual([
      [1, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
      [0, 1, 0],
      [1, 0, 0],
      [0, 1, 0],
      [1, 0, 0],
      [0, 1, 1],
    ]);
  });

  it('without content are taken for what is above them', () => {
    expect([1, 4, 7, 9, 11, 99].map((line) => groups.ofLine(line).first)).toEqual([1, 1, 5, 5, 10, 1]);
  });

  it('may have values of several places in one', () => {
    const values = [
      { at: 1, place: { file: 'a.bib', line: 1 } },
      { at: 6, place: { file: 'a.bib', line: 2 } },
    ];
    const origin = { content: { file: 'a.bib', line: 1 }, values };
    const { words } = toTexGroups('\\begin{document}\n[ICML 2025]', [{}, origin]).ofLine(2);
    expect(words.map(({ text, place }) => `${text} ${place.line}`)).toEqual(['[ICML 1', '2025] 2']);
  });
});
