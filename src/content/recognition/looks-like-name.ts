import { isDocumentWord } from './document-words.ts';
import { isSurelyRole } from './role-words.ts';
import { hasTitleWord, isSectionTitle } from './section-words.ts';

const particle =
  '(?:von|vom|zu|zur|van|der|den|de|del|della|di|da|dos|du|la|le|bin|ibn|ben|al|el|af|av|ter|y|e|i)';
const capital = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const words = new RegExp(`^${capital}(?:\\s+(?:${particle}|${capital})){0,3}\\s+${capital}$`, 'u');
const eastern =
  /^(?:\p{Script=Han}{2,4}|\p{Script=Hangul}{2,4}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,5}[\s·]+[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,5})$/u;
// Scripts without capitals.
const uncased = ['Arabic', 'Hebrew', 'Devanagari', 'Bengali', 'Thai', 'Georgian']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const uncasedWords = new RegExp(
  `^[${uncased}][${uncased}\\p{M}'’׳״.-]*(?:\\s+[${uncased}\\p{M}'’׳״.-]+){1,3}$`,
  'u',
);
const remark = /\s*[(（][^()（）]{1,40}[)）]\s*$/u;

/** True for a few words with capitals, of a script that has none, or the characters of a Chinese, Japanese or Korean name, that are no usual title. */
export function looksLikeName(text: string): boolean {
  const main = text.trim().replace(remark, '');
  if (isSectionTitle(main) || isDocumentWord(main) || isSurelyRole(main) || hasTitleWord(main)) return false;
  return words.test(main) || eastern.test(main) || uncasedWords.test(main);
}
