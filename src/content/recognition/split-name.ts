/** A person's name as given and family name. */
import type { PersonName, Phrase } from '../../model/cv.ts';
import { slicePhrasing, toPhrasingText } from '../phrasing-text.ts';
import { toPhrase } from './phrase.ts';

const unsplit =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|^\S+\s+\S+\s+\S+(?:вич|вна|чна|ьич)$|\s(?:&|and|und|et|y)\s/u;
// "van der Berg", "de la Cruz", "bin Said": with a small letter they belong to the family name.
const particle =
  /^(?:von|vom|zu|zum|zur|van|der|den|de|del|della|dello|degli|dei|di|da|das|do|dos|du|des|la|le|lo|el|al|bin|ibn|ben|bint|af|av|ter|ten|te|y|e|san|st\.?|d['’])$/u;
const suffix = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq)\.?$/iu;

/** Splits before the last word and the particles that go with it. One word, CJK, Russian names with the patronymic last and names joined by "and" stay whole. */
export function splitName(name: Phrase): PersonName {
  const text = toPhrasingText(name.children).replace(/\s+/gu, ' ');
  const at = unsplit.test(text) ? 0 : familyStart(toPhrasingText(name.children));
  const given = toPhrase(slicePhrasing(name.children, 0, at));
  const family = toPhrase(slicePhrasing(name.children, at));
  return given && family ? { given, family, text } : { given: name, text };
}

/** Offset of the family name; 0 where there is none to tell. */
function familyStart(text: string): number {
  // Credentials behind a comma belong to the family name before it.
  const main = text.replace(/[,，(（].*$/su, '');
  const words = [...main.matchAll(/\S+/gu)];
  const isAt = (pattern: RegExp, index: number): boolean => pattern.test(String(words[index]));
  let last = words.length - 1;
  while (last > 1 && isAt(suffix, last)) last--;
  while (last > 1 && isAt(particle, last - 1)) last--;
  return last > 0 ? (words[last] as RegExpExecArray).index : 0;
}
