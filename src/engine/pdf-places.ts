import { resolve } from 'node:path';
import type { LineOrigin, Place } from '../latex/origins.ts';
import type { PageBox, PdfPlaces, SourcePlace } from '../model/pdf-places.ts';
import { linesOfBlock } from './lines-of-block.ts';
import { matchWords } from './match-words.ts';
import { parseSynctex } from './parse-synctex.ts';
import { type SetWord, toSetWords } from './set-words.ts';
import { settleLines } from './settle-lines.ts';
import { isSamePlace, type TexGroup, type TexWord, toTexGroups } from './tex-groups.ts';

export interface PdfPlacesInput {
  /** Text of the .synctex file, unpacked, or what gives it when it is first needed. */
  synctex: string | (() => string);
  /** The .tex and where its lines come from. */
  document: { source: string; origins: readonly LineOrigin[] };
  /** Name of the .tex as TeX knows it, without its folder. */
  texFileName: string;
  /** The texts of the sources by the paths that the origins have: of the CV, of the .bib files. */
  sources: ReadonlyMap<string, string>;
  /** The folder from which relative paths of the origins are meant. */
  folder: string;
}

/** What matches in a page's head or foot must have this many letters in a line. */
const shortestMargin = 12;
/** Clicks farther away from any line than this hit nothing, in points. */
const farthest = 14;

/** Composes SyncTeX (page → line of .tex) with the document's origins (line of .tex → source). Nothing is read before the first question. */
export function toPdfPlaces(input: PdfPlacesInput): PdfPlaces {
  let made: PdfIndex | undefined;
  const index = (): PdfIndex => {
    made ??= createIndex(input);
    return made;
  };
  const toSource = ({ file, line, column }: Place): SourcePlace => ({
    file: resolve(input.folder, file),
    line,
    ...(column !== undefined && { column }),
  });
  return {
    sourceAt(page, x, y) {
      const word = nearestWord(index().onPage.get(page) ?? [], x, y);
      const place = word && index().placeOf(word);
      return place && toSource(place);
    },
    boxesOf(file, line) {
      const path = resolve(input.folder, file);
      const source = [...input.sources].find(([name]) => resolve(input.folder, name) === path);
      if (!source) return [];
      const [name, text] = source;
      for (const candidate of linesOfBlock(text, line, /\.bib$/i.test(name))) {
        const words = index().wordsOf({ file: name, line: candidate });
        if (words.length > 0) return mergeWords(words);
      }
      return [];
    },
  };
}

interface PdfIndex {
  onPage: ReadonlyMap<number, readonly SetWord[]>;
  placeOf(word: SetWord): Place | undefined;
  wordsOf(place: Place): SetWord[];
}

function createIndex({ synctex, document, texFileName }: PdfPlacesInput): PdfIndex {
  const words = toSetWords(parseSynctex(typeof synctex === 'string' ? synctex : synctex()), texFileName);
  const groups = toTexGroups(document.source, document.origins);
  const lines = settleLines(words, groups);
  const groupOf = (word: SetWord): TexGroup =>
    word.margin ? groups.head : groups.ofLine(lines.get(word) as number);
  const onPage = byKey(words, ({ page }) => page);
  const inGroup = byKey(words, groupOf);
  const placed = new Map<TexGroup, ReadonlyMap<SetWord, Place>>();
  const placesIn = (group: TexGroup): ReadonlyMap<SetWord, Place> => {
    let places = placed.get(group);
    if (!places) {
      places = placeWords(inGroup.get(group) ?? [], group);
      placed.set(group, places);
    }
    return places;
  };
  return {
    onPage,
    placeOf: (word) => placesIn(groupOf(word)).get(word),
    wordsOf: (place) =>
      groups.all
        .filter(({ places }) => places.some((other) => isSamePlace(other, place)))
        .flatMap((group) => [...placesIn(group)].filter(([, other]) => isSamePlace(other, place)))
        .map(([word]) => word),
  };
}

/** A word that none of the content fits has the place of its neighbour in the line, unless it stands in a page's head or foot. */
function placeWords(words: readonly SetWord[], group: TexGroup): ReadonlyMap<SetWord, Place> {
  const placed = new Map<SetWord, Place>();
  const body = words.filter(({ margin }) => !margin);
  const [only, second] = group.places;
  if (only && !second) for (const word of body) placed.set(word, only);
  else for (const [word, { place }] of matchColumns(body, group)) placed.set(word, place);
  const margins = words.filter(({ margin }) => margin);
  for (const row of byKey(margins, ({ row }) => row).values()) {
    const matched = matchColumns(row, group);
    const letters = [...matched.values()].reduce((sum, { text }) => sum + text.length, 0);
    // A page number looks like many a short word.
    if (letters >= shortestMargin) for (const [word, { place }] of matched) placed.set(word, place);
  }
  for (const [index, word] of words.entries()) {
    if (placed.has(word) || word.margin) continue;
    const neighbour = nearestPlaced(words, index, placed);
    if (neighbour) placed.set(word, neighbour);
  }
  return placed;
}

/**
 * Columns that lie in each other are matched one after the other: a hint beside the first line of a paragraph does not stand in
 * it. Columns that are equally deep are matched together, for a paragraph goes on from page to page.
 */
function matchColumns(words: readonly SetWord[], group: TexGroup): Map<SetWord, TexWord> {
  const matched = new Map<SetWord, TexWord>();
  const used = new Set<number>();
  const columns = [...byKey(words, ({ depth }) => depth).values()].sort((a, b) => b.length - a.length);
  for (const column of columns) {
    const inOrder = column.sort((a, b) => a.column - b.column);
    for (const [index, found] of matchWords(inOrder, group.words, used).entries()) {
      if (found === undefined) continue;
      matched.set(inOrder[index] as SetWord, group.words[found] as TexWord);
      used.add(found);
    }
  }
  return matched;
}

function byKey<Value, Key>(values: Iterable<Value>, keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const map = new Map<Key, Value[]>();
  for (const value of values) {
    const list = map.get(keyOf(value));
    if (list) list.push(value);
    else map.set(keyOf(value), [value]);
  }
  return map;
}

function nearestPlaced(
  words: readonly SetWord[],
  index: number,
  placed: ReadonlyMap<SetWord, Place>,
): Place | undefined {
  const { page, row } = words[index] as SetWord;
  const near: { place: Place; distance: number }[] = [];
  for (const [other, word] of words.entries()) {
    const place = placed.get(word);
    if (!place || word.page !== page) continue;
    near.push({ place, distance: Math.abs(other - index) + (word.row === row ? 0 : 1000) });
  }
  return near.sort((a, b) => a.distance - b.distance)[0]?.place;
}

/** The word at a point, else the nearest in the line there, else in the nearest line. */
function nearestWord(words: readonly SetWord[], x: number, y: number): SetWord | undefined {
  let found: SetWord | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const beside = Math.max(word.left - x, x - word.right, 0);
    const above = Math.max(word.top - y, y - word.bottom, 0);
    if (above > farthest) continue;
    // A line as near as another is better met in its middle.
    const middle = Math.abs((word.top + word.bottom) / 2 - y) / 1000;
    const distance = beside + above * 40 + middle;
    if (distance < least) {
      least = distance;
      found = word;
    }
  }
  return found;
}

/** One box a visual line. */
function mergeWords(words: readonly SetWord[]): PageBox[] {
  const lines = new Map<
    string,
    { word: SetWord; left: number; right: number; top: number; bottom: number }
  >();
  for (const word of words) {
    const key = `${word.page} ${word.row}`;
    const line = lines.get(key);
    if (!line) {
      lines.set(key, { word, left: word.left, right: word.right, top: word.top, bottom: word.bottom });
      continue;
    }
    line.left = Math.min(line.left, word.left);
    line.right = Math.max(line.right, word.right);
  }
  return [...lines.values()].map(({ word, left, right, top, bottom }) => ({
    page: word.page,
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
  }));
}
