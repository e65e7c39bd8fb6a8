import { describe, expect, it } from 'vitest';
import { mathToTex } from '../../src/latex/math.ts';

describe('mathToTex', () => {
  it.each([
    ['x^2', 'x^{2}'],
    ['x_{i+1}^\\alpha', 'x_{i+1}^{\\alpha }'],
    ["f'", "f'"],
    ["f''(x)", "f''(x)"],
    ['O(n \\log n)', 'O(n \\log  n)'],
    ['\\frac12', '\\frac{1}{2}'],
    ['\\frac{a}{\\sqrt b}', '\\frac{a}{\\sqrt{b}}'],
    ['\\mathbb{R}^n', '\\mbox{\\usefont{U}{msb}{m}{n}R}^{n}'],
    ['\\frac\\mathbb{N}2', '\\frac{\\mbox{\\usefont{U}{msb}{m}{n}N}}{2}'],
    ['\\{a,b\\}', '\\{a,b\\}'],
    ['50\\%', '50\\%'],
    ['{a}_b', '{a}_{b}'],
    ['{}', '{}'],
  ])('%s', (source, tex) => {
    expect(mathToTex(source)).toBe(`\\ensuremath{${tex}}`);
  });

  it.each([
    ['nothing', ' '],
    ['an unknown command', '\\input{a}'],
    ['an active character', 'a~b'],
    ['a tab stop', 'a&b'],
    ['other than ASCII', 'α'],
    ['the `^^` notation', 'x^^5c'],
    ['an open group', '{a'],
    ['a group that was not open', 'a}'],
    ['a script without a base', '^2'],
    ['a script without a body', 'x^'],
    ['two superscripts', 'x^a^b'],
    ['a prime and a superscript', "x'^2"],
    ['two subscripts', 'x_a_b'],
    ['a missing argument', '\\frac1'],
    ['a missing argument in a group', '{\\sqrt}'],
    ['an optional argument', '\\sqrt[3]{x}'],
    ['a bad argument', '\\sqrt{\\input}'],
    ['a word on the blackboard', '\\mathbb{Word}'],
    ['a bad script', 'x^\\input'],
    ['a lone backslash', 'a\\'],
    ['commands too deep', '\\sqrt'.repeat(10_000)],
    ['groups too deep', `${'{'.repeat(30)}a${'}'.repeat(30)}`],
  ])('refuses %s', (_, source) => {
    expect(mathToTex(source)).toBeUndefined();
  });
});
