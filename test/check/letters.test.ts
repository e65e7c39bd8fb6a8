import { describe, expect, it } from 'vitest';
import { foldLetters, toLetters, toWords } from '../../src/check/letters.ts';

describe('letters', () => {
  it('do not mind typography: ligatures, capitals, dashes, spaces, accents in two parts', () => {
    expect(foldLetters('a ⬇️ 1️⃣')).toBe('a1');
    expect(foldLetters('The oﬃce – STRASSE, “Cafe\u0301” ²')).toBe(foldLetters('the office-Straße "Café" 2'));
  });

  it('do not mind what capitals leave out: Greek accents and final sigmas, Turkish dots', () => {
    for (const [small, capital] of [
      ['Γλώσσες', 'ΓΛΩΣΣΕΣ'],
      ['προϊόντα μαΐου', 'ΠΡΟΪΟΝΤΑ ΜΑΪΟΥ'],
      ['Hakkımda', 'HAKKIMDA'],
      ['İstanbul dilleri', 'İSTANBUL DİLLERİ'],
    ] as const)
      expect(foldLetters(capital)).toBe(foldLetters(small));
  });

  it('know the piece that each is from', () => {
    expect(toLetters(['a b', '—', 'ﬁ'])).toEqual({ text: 'abfi', pieces: [0, 0, 2, 2] });
  });
});

describe('words', () => {
  it('have their places, and Chinese characters are one each', () => {
    expect(toWords('Go, 2016年9月').map(({ word, start, end }) => [word, start, end])).toEqual([
      ['Go', 0, 2],
      ['2016', 4, 8],
      ['年', 8, 9],
      ['9', 9, 10],
      ['月', 10, 11],
    ]);
  });
});
