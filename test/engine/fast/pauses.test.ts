import { describe, expect, it } from 'vitest';
import { findPauses, pauseAfter } from '../../../src/engine/fast/pauses.ts';

const pausesIn = (...lines: string[]): number[] => findPauses(lines);

describe('findPauses', () => {
  it('finds empty lines and ends of environments', () => {
    expect(pausesIn('%', 'Text.', '', '\\begin{mdcvitem}{0}%', '  {A}%', '\\end{mdcvitem}', 'x')).toEqual([
      2, 5,
    ]);
  });

  it('goes into environments that set what they hold as it comes, and into no others', () => {
    expect(pausesIn('\\begin{mdcvpublications}{}', '', '\\end{mdcvpublications}')).toEqual([1, 2]);
    expect(pausesIn('\\begin{mdcvtable}{L{.3}}', '', '\\end{mdcvtable}', '')).toEqual([2, 3]);
    expect(
      pausesIn('\\begin{mdcvpublications}{}', '\\begin{tabularx}{1em}{X}', '', '\\end{tabularx}'),
    ).toEqual([3]);
  });

  it('stays out of braces, of which those behind a backslash and in comments are none', () => {
    expect(pausesIn('\\newcommand{\\x}{%', '', '}', '')).toEqual([3]);
    expect(pausesIn('\\{ % {', '', '\\\\{', '', '}', '')).toEqual([1, 5]);
  });

  it.each(['\\catcode`\\%=12', 'x\\verb|{|', '\\ExplSyntaxOn', '\\endinput', '\\obeylines x'])(
    'goes no further than where signs change: %s',
    (line) => {
      expect(pausesIn('', line, '')).toEqual([0]);
      expect(pausesIn('', `${/^.*?\\[A-Za-z]+/.exec(line)}most`, '')).toEqual([0, 2]);
    },
  );

  it('goes no further than where environments are mixed up', () => {
    expect(pausesIn('', '\\begin{mdcvitem}', '\\end{mdcventry}', '')).toEqual([0]);
    expect(pausesIn('', '\\end{mdcventry}', '')).toEqual([0]);
  });

  it('takes no end within a line for the end of one', () => {
    expect(pausesIn('\\begin{mdcvitem}\\end{mdcvitem}x')).toEqual([]);
    expect(pausesIn('\\end{mdcvitem}{x}')).toEqual([]);
  });
});

it('leaves the tokens of the line as they are', () => {
  // A line's end is a space, unless the line is empty, which ends a paragraph.
  expect(pauseAfter('')).toBe('\\mdcvpause\\par%');
  expect(pauseAfter('\\end{mdcvitem}')).toBe('\\end{mdcvitem} \\mdcvpause%');
});
