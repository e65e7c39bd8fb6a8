import { describe, expect, it } from 'vitest';
import { lostWords, visibleWords } from './visible-words.ts';

describe('visibleWords', () => {
  it.each([
    ['---\ntitle: X\n---\n# Ada **Love**lace', ['Ada', 'Love', 'lace']],
    ['a <!-- b\nc --> d', ['a', 'd']],
    ['[text](http://example.org/a_(b)) ![alt](x.png)', ['text']],
    ['[a][ref]\n\n[ref]: http://x.org', ['a']],
    ['note[^1]\n\n[^1]: the note', ['note', 'the', 'note']],
    ['::: {#refs}\n:::\n## T {#id .c}', ['T']],
    ['<b>bold</b> {{x}} {% y %}', ['bold']],
    ['我的简历，2012年', ['我的简历', '2012年']],
  ])('%j', (markdown, expected) => {
    expect(visibleWords(markdown)).toEqual(expected);
  });
});

describe('lostWords', () => {
  it('finds what is missing, and what is there too seldom', () => {
    expect(lostWords('one two two three', 'one two')).toEqual(['two (2)', 'three (1)']);
  });
  it('forgives line breaks within Chinese and at hyphens', () => {
    expect(lostWords('我的简历 food-agnostic', '我的\n简历 food-\nagnostic')).toEqual([]);
  });
});
