import { describe, expect, test } from 'vitest';
import { guessEngine } from '../src/early-start.ts';

describe('the engine that a CV is likely to be set with', () => {
  test.each([
    ['# Ada\n\n## Work\n\nCafé, ½ – “quoted”', 'pdflatex'],
    ['---\nname: Ada\nengine: lualatex\n---\n', 'lualatex'],
    ['---\nname: Ada\nengine: "xelatex" # my fonts\n---\n', 'xelatex'],
    ['---\nname: Ada\nengine: luatex\n---\n', 'pdflatex'],
    ['# Михаил', 'xelatex'],
    ['# 王小明', 'xelatex'],
    ['# 김철수', 'xelatex'],
    ['# יעל כהן, Ph.D. 王', 'lualatex'],
    ['# ليلى', 'lualatex'],
  ])('%j: %s', (source, engine) => {
    expect(guessEngine(source)).toBe(engine);
  });
});
