import { expect, it } from 'vitest';
import { scriptOf } from '../../src/latex/scripts.ts';

it.each([
  ['张', 'han'],
  ['。', 'han'],
  ['／', 'han'],
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
