import { type Edit, tie } from './edit.ts';

// Small patterns that code puts together: as one, with its letters of all scripts repeated, it took 30 ms to compile.

/** Where a name may begin. */
const start: RegExp = /(?<![\p{L}\p{M}\p{N}.'’-])\p{Lu}/gu;
/** `J.-P.` or `Zhu`. */
const nameWord: RegExp = /\p{Lu}(?:\.(?:-?\p{Lu}\.){0,3}|[\p{L}\p{M}'’‑-]{0,40})/uy;
/** What stands between two words of a name. */
const gap: RegExp =
  /[ \n](?:(?:van|von|vom|zu|zum|zur|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ben|ter|ten|der|den|af|av)[ \n]){0,3}/y;
/** Marks after a name (`*`, `†`, superscript numbers) and what leads to the next one. */
const separator: RegExp =
  /[*∗†‡§¶#¹²³\d]{0,4}(?:[,;][ \n]+(?:(?:and|und|et|y|e|en|och|og|&)[ \n])?|[ \n](?:and|und|et|y|e|en|och|og|&)[ \n])/y;
/** What every list of names has. */
const listed: RegExp = /[,;][ \n]|[ \n](?:and|und|et|y|e|en|och|og|&)[ \n]/;

/**
 * In a list of three or more names, ties the words of each, so that no author is broken over two lines. A list of capitalised terms
 * (`Machine Learning, Computer Vision, …`) looks the same and is tied as well, which does no harm.
 */
export function findNames(text: string): Edit[] {
  if (!listed.test(text)) return [];
  const edits: Edit[] = [];
  let end = 0;
  for (const { index } of text.matchAll(start)) {
    if (index < end) continue;
    const names = readNames(text, index);
    if (names.length < 3) continue;
    edits.push(...names.flatMap((name) => tieWords(text, name)));
    end = (names.at(-1) as Range).end;
  }
  return edits;
}

interface Range {
  start: number;
  end: number;
}

/** The names of the list that begins at an offset. */
function readNames(text: string, at: number): Range[] {
  const names: Range[] = [];
  for (let next: number | undefined = at; next !== undefined; ) {
    const end = readName(text, next);
    if (end === undefined) break;
    names.push({ start: next, end });
    next = endOf(separator, text, end);
  }
  return names;
}

/** The end of `Jun Zhu`, `J. R. Smith`, `Ludwig van der Rohe`: two to four words beside particles. */
function readName(text: string, at: number): number | undefined {
  let end = endOf(nameWord, text, at);
  let words = 1;
  for (let next = end; next !== undefined && words < 4; words++) {
    const word = endOf(gap, text, next);
    next = word === undefined ? undefined : endOf(nameWord, text, word);
    if (next === undefined) break;
    end = next;
  }
  return words > 1 ? end : undefined;
}

/** Where a sticky pattern ends that begins at an offset. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function tieWords(text: string, { start: from, end }: Range): Edit[] {
  return [...text.slice(from, end).matchAll(/[ \n]/g)].map(({ 0: space, index }) => ({
    start: from + index,
    length: 1,
    replacement: tie(space),
  }));
}
