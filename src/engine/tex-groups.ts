import type { LineOrigin, Place } from '../latex/origins.ts';

/** A word of the content as TeX is given it. */
export interface TexWord {
  /** Without TeX's commands, as far as its width tells it from others. */
  text: string;
  place: Place;
  /** Whether it begins a value, that is, the text of another place than the word before. */
  first: boolean;
  last: boolean;
  /** Whether nothing stands between it and the word before: Chinese, Japanese or Korean letters. */
  joined: boolean;
}

/**
 * Lines of TeX that are read as one, such as a command with all its arguments, each on a line of its own. What TeX sets while it
 * knows only that it has read to the end of such a command may come from any of its lines.
 */
export interface TexGroup {
  /** 1-based, inclusive. */
  first: number;
  last: number;
  /** The places of the content that went into it, one a line of a source. */
  places: Place[];
  words: TexWord[];
}

export interface TexGroups {
  /** What a line belongs to. Where that holds no content: in the body, what stands before it; else the head. */
  ofLine(line: number): TexGroup;
  /** All that holds content. */
  all: readonly TexGroup[];
  /** What is said of the person before the text begins, which the template prints wherever it likes. */
  head: TexGroup;
}

/** @param origins `origins[i]` is where line `i + 1` of the source comes from */
export function toTexGroups(source: string, origins: readonly LineOrigin[]): TexGroups {
  const lines = source.split('\n');
  // What templates say of the person stands behind the preamble and ends in this line (person.tex.njk).
  const person = lines.indexOf('\\csname mdcvperson\\endcsname') + 1;
  const found = lines.findIndex((line) => line.startsWith('\\begin{document}'));
  const bodyStart = person > 0 ? person : found < 0 ? lines.length : found;
  const head = toGroup(lines, origins, 1, bodyStart);
  const byLine = new Map<number, TexGroup>();
  const all = head.places.length > 0 ? [head] : [];
  let before: TexGroup = head;
  for (let first = bodyStart + 1; first <= lines.length; ) {
    const last = endOfGroup(lines, first);
    const group = toGroup(lines, origins, first, last);
    if (group.places.length > 0) {
      all.push(group);
      before = group;
    }
    for (let line = first; line <= last; line++) byLine.set(line, before);
    first = last + 1;
  }
  return { ofLine: (line) => byLine.get(line) ?? head, all, head };
}

/** A line is read on from where it ends in a comment sign or within braces. */
function endOfGroup(lines: readonly string[], first: number): number {
  let depth = 0;
  for (let line = first; line <= lines.length; line++) {
    const text = (lines[line - 1] as string).replace(/\\[^a-zA-Z]/g, '');
    const code = text.replace(/%.*$/, '');
    for (const brace of code.match(/[{}]/g) ?? []) depth += brace === '{' ? 1 : -1;
    if (depth <= 0 && code.length === text.length) return line;
  }
  return lines.length;
}

function toGroup(
  lines: readonly string[],
  origins: readonly LineOrigin[],
  first: number,
  last: number,
): TexGroup {
  const places: Place[] = [];
  const words: TexWord[] = [];
  for (let line = first; line <= last; line++) {
    for (const { text, place } of toValues(lines[line - 1] as string, origins[line - 1])) {
      const known = places.find((other) => isSamePlace(other, place));
      if (!known) places.push(place);
      words.push(...toWords(text).map((word) => ({ ...word, place: known ?? place })));
    }
  }
  return { first, last, places, words: words.map((word, at) => ({ ...word, ...toEnds(words, at) })) };
}

/** A line of TeX in pieces of one place each; what stands before the first value is the template's. */
function toValues(line: string, origin: LineOrigin | undefined): { text: string; place: Place }[] {
  if (!origin?.content) return [];
  const { values = [{ at: 0, place: origin.content }] } = origin;
  return values.map(({ at, place }, index) => ({
    text: line.slice(index === 0 ? 0 : at, values[index + 1]?.at),
    place,
  }));
}

function toEnds(words: readonly TexWord[], at: number): { first: boolean; last: boolean } {
  const { place, first } = words[at] as TexWord;
  const [before, after] = [words[at - 1], words[at + 1]];
  return { first: first || before?.place !== place, last: !after || after.first || after.place !== place };
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.line === b.line && a.file === b.file;
}

const wideLetter: RegExp =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF])/u;

/** The words that a line of TeX shows, near enough for their widths; each line begins a value. */
function toWords(line: string): Omit<TexWord, 'place'>[] {
  const text = line
    .replace(
      /\\(?:mdcvlink|mdcvurl|href|begin|end|newcommand\*?|mdcvscript|mdcvcomposed)\s*\{(?:\\.|[^{}\\])*\}/g,
      '',
    )
    .replace(/^\s*\\do\{[a-z-]*\}(?=\{)/, '')
    .replace(/(?<!\\)%.*$/, '')
    .replace(/\\(?:mdcvnewline|tabularnewline|quad|enskip)\b|\\ |~|(?<!\\)&|\}\{/g, ' ')
    .replace(/\\(?:textendash|textbullet)\b/g, '–')
    .replace(/\\(?:,|\/|-|mdcvbreak\b)/g, '')
    .replace(/\\([^a-zA-Z])/g, '$1')
    .replace(/\\[a-zA-Z@]+\*? ?/g, '')
    .replace(/[{}]/g, '')
    .replace(/---/g, '—')
    .replace(/--/g, '–');
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) =>
      word
        .split(wideLetter)
        .filter(Boolean)
        .map((part, index) => ({ text: part, joined: index > 0 })),
    )
    .map((word, index) => ({ ...word, first: index === 0, last: false }));
}
