import { describe, expect, it } from 'vitest';
import { encodedScriptOf, type ScriptFonts, toEncodedRuns } from '../../src/latex/encoded-scripts.ts';
import { escapeTex } from '../../src/latex/escape.ts';
import { createContext, messagesOf } from './create-context.ts';

const fonts: ScriptFonts = new Map([
  ['cyrillic', { encoding: 'T2A', family: 'fpl' }],
  ['greek', { encoding: 'LGR', family: 'lmss' }],
]);

describe('scripts with encodings of their own', () => {
  it('have the letters that are copied as they are', () => {
    expect([...'АяЁёЇѓ'].map(encodedScriptOf)).toEqual([...Array(5).fill('cyrillic'), undefined]);
    expect([...'ΑςώΐΪ'].map(encodedScriptOf)).toEqual(Array(5).fill('greek'));
    // Drawn as Latin letters, as two signs, or of an older Greek.
    expect([...'ІіЈΆΏἀ;i中'].map(encodedScriptOf)).toEqual(Array(9).fill(undefined));
  });

  it('leave all that is no letter to the main font', () => {
    expect(toEncodedRuns('в Ok; της; x', fonts)).toEqual([
      { script: 'cyrillic', text: 'в' },
      { text: ' Ok; ' },
      { script: 'greek', text: 'της' },
      { text: '; x' },
    ]);
    expect(toEncodedRuns('да', new Map())).toEqual([{ text: 'да' }]);
    expect(toEncodedRuns('да ναι', new Map([...fonts].slice(0, 1)))).toEqual([
      { script: 'cyrillic', text: 'да' },
      { text: ' ναι' },
    ]);
  });

  it('are set by pdflatex where it has fonts for them', () => {
    const context = { ...createContext(), scriptFonts: fonts };
    expect(escapeTex('Бюро & Γραφείο β-x', context)).toBe(
      '\\mdcvscript{cyrillic}{Бюро} \\& \\mdcvscript{greek}{Γραφείο} \\mdcvscript{greek}{β}-x',
    );
    expect([...context.scripts]).toEqual(['cyrillic', 'greek']);
    expect(messagesOf(context)).toEqual([]);
    expect(escapeTex('Бю', createContext())).toBe('{[}U+0411{]}{[}U+044E{]}');
  });
});
