import { describe, expect, it } from 'vitest';
import { toRuns } from '../../src/latex/runs.ts';
import { scriptOf } from '../../src/latex/scripts.ts';

it.each([
  ['张', 'han'],
  ['。', 'han'],
  ['／', 'han'],
  ['🉀', 'han'],
  ['🈁', 'emoji'],
  ['あ', 'kana'],
  ['ー', 'kana'],
  ['한', 'hangul'],
  ['ж', 'cyrillic'],
  ['α', 'greek'],
  ['م', 'arabic'],
  ['א', 'hebrew'],
  ['ก', 'thai'],
  ['क', 'devanagari'],
  ['ა', 'georgian'],
  ['ə', 'latin'],
  ['ʻ', 'latin'],
  ['🎉', 'emoji'],
  ['★', 'symbol'],
  ['⧳', 'symbol'],
  ['𓀀', 'other'],
])('%s is %s', (character, script) => {
  expect(scriptOf(character.codePointAt(0) as number)).toBe(script);
});

/** Each run as `script:text`. */
const runs = (text: string, lang?: string): string[] =>
  toRuns(text, 'xelatex', lang).map(({ script = 'main', text: run }) => `${script}:${run}`);

describe('marks that Chinese shares with Latin', () => {
  it('are Chinese ones in a Chinese document, beside Chinese characters', () => {
    expect(runs('喜爱“安静”桥', 'zh-CN')).toEqual(['han:喜爱“安静”桥']);
    expect(runs('用“Go”写', 'zh')).toEqual(['han:用“', 'main:Go', 'han:”写']);
    expect(runs('用Go写', 'zh')).toEqual(['han:用', 'main:Go', 'han:写']);
    expect(runs('“Go” 写', 'zh')).toEqual(['main:“Go” ', 'han:写']);
  });
  it('are Latin ones elsewhere', () => {
    expect(runs('“张”', 'en')).toEqual(['main:“', 'han:张', 'main:”']);
    expect(runs('“张”')).toEqual(['main:“', 'han:张', 'main:”']);
  });
});

it('brackets between words from right to left stay in the main font', () => {
  expect(runs('שלום (עולם) 5, שנה')).toEqual([
    ...['hebrew:שלום', 'main: (', 'hebrew:עולם', 'main:) 5, ', 'hebrew:שנה'],
  ]);
});

it('letters, signs and marks that not every main font and typewriter has are looked for elsewhere', () => {
  expect(runs('Ağa Việt ạ e\u030a “x” № 5 €')).toEqual(['main:Ağa Việt ạ e\u030a “x” № 5 €']);
  expect(runs('aƙŧb™ Ĳ')).toEqual(['main:a', 'latin:ƙŧ', 'main:b', 'symbol:™', 'main: ', 'latin:Ĳ']);
  expect(runs('ax\u0335b ǯ\u0335')).toEqual(['main:a', 'latin:x\u0335', 'main:b ', 'latin:ǯ\u0335']);
});
