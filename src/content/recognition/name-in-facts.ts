/** Whose CV it is where no heading says it: `姓名：张三` among the personal data, `Vorname` and `Nachname` in a table. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { PersonName } from '../../model/cv.ts';
import { slicePhrasing, toPhrasingText } from '../phrasing-text.ts';
import { factLines } from './fact-lines.ts';
import { readNameWord } from './name-words.ts';
import { splitPhrasing, toPlainPhrase, withoutIcons } from './phrase.ts';
import { splitName } from './split-name.ts';

const label = /^(?<word>\p{L}[\p{L}\p{M}\s.,'’/-]{0,29}?)\s*[:：]\s*/u;
// "姓　　名：" is one label.
const between = /\s{2,}(?!\s*\p{Script=Han}?\s*[:：])|\s*[|｜\n\u2028]\s*/gu;
// `张三/男/1990` heads the personal data of many Chinese CVs.
const nameAndSex =
  /^(?<name>(?!\p{Script=Han}+(?:大学|大學|学院|學院|公司))\p{Script=Han}{2,4})\s*[/／·,，]\s*[男女](?=$|[\s/／·,，])/u;
const longestName = 60;

/** The name that the facts in some nodes give. */
export function findNameInFacts(nodes: readonly RootContent[]): PersonName | undefined {
  const found: Partial<Record<'whole' | 'given' | 'family', PhrasingContent[]>> = {};
  for (const line of nodes
    .flatMap(factLines)
    .flatMap((nodes) => splitPhrasing(withoutIcons(nodes), between))) {
    const text = toPhrasingText(line);
    const match = label.exec(text);
    const word = match && readNameWord(match.groups?.word as string);
    const value = match && slicePhrasing(line, match[0].length);
    if (word && value && isName(toPhrasingText(value))) {
      if (word.whole) found.whole ??= value;
      if (word.given) found.given ??= value;
      if (word.family) found.family ??= value;
    }
  }
  const given = found.given && toPlainPhrase(found.given);
  const family = found.family && toPlainPhrase(found.family);
  if (given && family)
    return { given, family, text: `${toPhrasingText(given.children)} ${toPhrasingText(family.children)}` };
  const whole = found.whole && toPlainPhrase(found.whole);
  return whole && splitName(whole);
}

/** `张三/男/1990`, which heads the personal data of many Chinese CVs: a name, unless a heading says another. */
export function findNameBesideSex(nodes: readonly RootContent[]): PersonName | undefined {
  for (const line of toPieces(nodes)) {
    const name = nameAndSex.exec(toPhrasingText(line))?.groups?.name;
    const phrase = name && toPlainPhrase(slicePhrasing(line, 0, name.length));
    if (phrase) return splitName(phrase);
  }
  return undefined;
}

function toPieces(nodes: readonly RootContent[]): PhrasingContent[][] {
  return nodes.flatMap(factLines).flatMap((line) => splitPhrasing(withoutIcons(line), between));
}

// "姓名：" is often left to be filled in: `(your name)`, `XXX`.
function isName(text: string): boolean {
  return text.length <= longestName && /\p{L}{2}|\p{Script=Han}/u.test(text) && !/[@\d]/u.test(text);
}
