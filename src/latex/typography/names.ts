import { type Edit, tie } from './edit.ts';

const space = '[ \\n]';
const initial = '\\p{Lu}\\.(?:-?\\p{Lu}\\.){0,3}';
const capitalised = "\\p{Lu}[\\p{L}\\p{M}'’‑-]{0,40}";
const particle =
  '(?:van|von|vom|zu|zum|zur|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ben|ter|ten|der|den|af|av)';
const nameWord = `(?:${initial}|${capitalised})`;
/** `Jun Zhu`, `J. R. Smith`, `Ludwig van der Rohe`: two to four words beside particles. */
const name = `${nameWord}(?:${space}(?:${particle}${space}){0,3}${nameWord}){1,3}`;
/** Marks after a name: `*`, `†`, superscript numbers. */
const marks = '[*∗†‡§¶#¹²³\\d]{0,4}';
const conjunction = `(?:(?:and|und|et|y|e|en|och|og|&)${space})`;
const separator = `(?:[,;]${space}+${conjunction}?|${space}${conjunction})`;
const listPattern: RegExp = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}.'’-])${name}${marks}(?:${separator}${name}${marks}){2,}`,
  'gu',
);
const namePattern: RegExp = new RegExp(`(?<![\\p{L}\\p{M}])${name}`, 'gu');

/**
 * In a list of three or more names, ties the words of each, so that no author is broken over two lines. A list of capitalised terms
 * (`Machine Learning, Computer Vision, …`) looks the same and is tied as well, which does no harm.
 */
export function findNames(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const list of text.matchAll(listPattern)) {
    for (const match of list[0].matchAll(namePattern)) {
      for (const spaces of match[0].matchAll(/[ \n]/g)) {
        const start = list.index + match.index + spaces.index;
        edits.push({ start, length: 1, replacement: tie(spaces[0]) });
      }
    }
  }
  return edits;
}
