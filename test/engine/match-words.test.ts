import { describe, expect, it } from 'vitest';
import { letterWidths } from '../../src/engine/letter-widths.ts';
import { matchWords, type WordBox } from '../../src/engine/match-words.ts';
import { type TexWord, toTexGroups } from '../../src/engine/tex-groups.ts';

/** The words of values, each on a line of TeX of its own. */
function wordsOf(...values: string[]): TexWord[] {
  const source = ['\\begin{document}', '\\entry%', ...values.map((value) => `  {${value}}%`)].join('\n');
  const origins = source.split('\n').map((_, index) => {
    return index > 1 ? { content: { file: 'cv.md', line: index - 1 } } : {};
  });
  return toTexGroups(source, origins).all[0]?.words ?? [];
}

/** Boxes as wide as the words would be, in rows. */
function boxesOf(rows: readonly string[][], size = 10): WordBox[] {
  return rows.flatMap((row, number) =>
    row.map((text) => ({ left: 0, right: letterWidths(text) * size, row: number, column: 1 })),
  );
}

function match(words: readonly TexWord[], rows: readonly string[][], used?: ReadonlySet<number>): string[] {
  return matchWords(boxesOf(rows), words, used).map((index) =>
    index === undefined ? '–' : (words[index]?.text as string),
  );
}

describe('words on a page', () => {
  it('are found in another order of values than TeX has them', () => {
    const words = wordsOf('Aug. 2021 – 2024', 'Tsinghua University', 'Master of Science', 'Beijing, China');
    const rows = [
      ['Tsinghua', 'University', 'Aug.', '2021', '–', '2024'],
      ['Master', 'of', 'Science', 'Beijing,', 'China'],
    ];
    expect(match(words, rows)).toEqual(rows.flat());
  });

  it('that occur twice are told by their neighbours', () => {
    const words = wordsOf('Science in Computer Science', 'Museum of Science');
    const indices = matchWords(
      boxesOf([
        ['Museum', 'of', 'Science'],
        ['Science', 'in', 'Computer', 'Science'],
      ]),
      words,
    );
    expect(indices).toEqual([4, 5, 6, 0, 1, 2, 3]);
  });

  it('that are none of the content are left out', () => {
    const words = wordsOf('Engineer for Reliability', 'Gothenburg');
    expect(match(words, [['–'.repeat(30), 'Engineer', 'for', 'Reliability', 'Gothenburg']])).toEqual([
      '–',
      'Engineer',
      'for',
      'Reliability',
      'Gothenburg',
    ]);
  });

  it('may be in capitals', () => {
    const words = wordsOf('Marta Lindqvist', 'Gothenburg harbour');
    expect(
      match(words, [
        ['MARTA', 'LINDQVIST'],
        ['Gothenburg', 'harbour'],
      ]),
    ).toEqual(['Marta', 'Lindqvist', 'Gothenburg', 'harbour']);
  });

  it('may be divided at the ends of lines', () => {
    const words = wordsOf('marta.lindqvist@example.org', 'Gothenburg harbour');
    expect(match(words, [['marta.lind'], ['qvist@exam'], ['ple.org'], ['Gothenburg', 'harbour']])).toEqual([
      'marta.lindqvist@example.org',
      'marta.lindqvist@example.org',
      'marta.lindqvist@example.org',
      'Gothenburg',
      'harbour',
    ]);
  });

  it('may be several letters of Chinese in one', () => {
    const words = wordsOf('清华大学计算机系', '北京');
    expect(match(words, [['清华大学计算机系', '北京']])).toEqual(['清', '北']);
  });

  it('that stand elsewhere are not taken again', () => {
    const words = wordsOf('2021', '2024');
    expect(match(words, [['2021']])).toEqual(['2021']);
    expect(match(words, [['2021']], new Set([0]))).toEqual(['2024']);
  });

  it('match nothing where there is no content', () => {
    expect(matchWords(boxesOf([['any']]), [])).toEqual([undefined]);
    expect(matchWords([], wordsOf('any'))).toEqual([]);
  });
});
